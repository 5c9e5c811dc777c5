/* A query and a stream of symbols go in; where the stream holds it comes out, and how exactly. */
(function (search) {
  "use strict";

  /* How well a wording answers a query, the best first. */
  const EXACT = 0; // these characters, or read so where they stand
  const ALIKE = 1; // read so, where a term is read so too and comes first
  const NUMERAL = 2; // 3严3实 for 三严三实
  const UNFINISHED = 3; // the last syllable is cut short
  const LESSER = 4; // a reading that the dictionary knows but the words do not have here, or another tone
  const FUZZY = 5; // an accent: 近音

  const NEVER = 99;
  const NONE = [];

  /* Compares one query with symbols; keeps what it found out about each symbol at each place of the query. */
  class Matcher {
    constructor(query, lexicon) {
      this.query = query;
      this.lexicon = lexicon;
      this.known = query.tokens.map(() => new Map());
    }

    /* Where the query can go on after `symbol` stood for what it has from place `at` on:
       [{to, tier, read, rest}], `read` unless literally, `rest` where it is a syllable cut short. `spoken` is the
       reading that the symbol has where it stands, if that is not its commonest. */
    steps(symbol, at, spoken) {
      const key = spoken ? symbol + spoken.toned : symbol;
      let steps = this.known[at].get(key);
      if (!steps) {
        steps = this.findSteps(symbol, at, spoken || this.lexicon.all(symbol)[0]);
        this.known[at].set(key, steps);
      }
      return steps;
    }

    findSteps(symbol, at, reading) {
      const found = [];
      for (const edge of this.query.edges[at]) {
        if (edge.symbol !== undefined) {
          if (edge.symbol === symbol) found.push({ to: edge.to, tier: EXACT, read: false, rest: false });
        } else if (reading) {
          const tier = this.tierOf(symbol, reading, edge);
          if (tier < NEVER) found.push({ to: edge.to, tier, read: true, rest: false });
        }
      }
      const rest = this.query.rest[at];
      if (rest && reading) {
        const tier = this.tierOfRest(symbol, reading, rest);
        if (tier < NEVER) found.push({ to: this.query.length, tier, read: true, rest: true });
      }
      return found.length ? found : NONE;
    }

    tierOf(symbol, reading, { syllable, tone, accent }) {
      if (reading.plain === syllable) {
        const right = !tone || reading.tone === tone || this.lexicon.hasTone(symbol, syllable, tone);
        return right ? EXACT : LESSER;
      }
      if (this.lexicon.all(symbol).some((other) => other.plain === syllable)) return LESSER;
      return reading.accent === accent ? FUZZY : NEVER;
    }

    tierOfRest(symbol, reading, rest) {
      const goesOn = (plain) => plain.length > rest.length && plain.startsWith(rest);
      if (goesOn(reading.plain)) return UNFINISHED;
      if (this.lexicon.all(symbol).some((other) => goesOn(other.plain))) return LESSER;
      const heard = search.initialAccent(rest);
      return reading.accent.length > heard.length && reading.accent.startsWith(heard) ? FUZZY : NEVER;
    }

    /* Every place of a stream where the query stands: [{start, end, tier}]. Read wording has two whole syllables or
       characters at least. `spoken` maps places to readings that are not the commonest ones of their symbols. */
    find(stream, spoken) {
      return this.query.isLiteral ? this.findLiterally(stream) : this.findRead(stream, spoken);
    }

    findLiterally(stream) {
      const found = [];
      const { text } = this.query;
      for (let at = stream.indexOf(text); at >= 0; at = stream.indexOf(text, at + 1)) {
        found.push({ start: at, end: at + text.length, tier: EXACT });
      }
      return found;
    }

    findRead(stream, spoken) {
      const found = [];
      for (let start = 0; start < stream.length; start++) {
        const first = this.steps(stream[start], 0, spoken.get(start));
        if (!first.length) continue;
        const best = this.longestFrom(stream, start, spoken);
        if (best) found.push(best);
      }
      return found;
    }

    /* The best match that begins at `start`: the most exact, then the longest. */
    longestFrom(stream, start, spoken) {
      let best = null;
      let states = [{ at: 0, tier: EXACT, read: false }];
      for (let place = start; states.length && place < stream.length; place++) {
        const next = new Map();
        for (const state of states) {
          for (const step of this.steps(stream[place], state.at, spoken.get(place))) {
            const tier = Math.max(state.tier, step.tier);
            const read = state.read || step.read;
            if (step.to === this.query.length) {
              const whole = place - start + (step.rest ? 0 : 1);
              if (!read || whole >= 2) {
                if (!best || tier <= best.tier) best = { start, end: place + 1, tier };
              }
            } else {
              const key = step.to * 2 + read;
              const known = next.get(key);
              if (!known || tier < known.tier) next.set(key, { at: step.to, tier, read });
            }
          }
        }
        states = [...next.values()];
      }
      return best;
    }
  }

  Object.assign(search, { EXACT, ALIKE, NUMERAL, UNFINISHED, LESSER, FUZZY, NEVER, Matcher });
})((self.NoticeSearch = self.NoticeSearch || {}));
