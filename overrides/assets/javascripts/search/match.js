/* Finds where a stream of symbols holds a query, and how exactly. */
(function (search) {
  "use strict";

  /* How well a wording answers a query, the best first. */
  const EXACT = 0; // these characters, or read so where they stand
  const ALIKE = 1; // read so, where a term is read so too and comes first
  const NUMERAL = 2; // 3严3实 for 三严三实
  const UNFINISHED = 3; // the last syllable is cut short
  const LESSER = 4; // a reading that the dictionary knows but the words do not have here, or another tone
  const FUZZY = 5; // an accent: 近音

  /* Below all of these: the words of a query stand apart, in one sentence, paragraph or document. */
  const SENTENCE = 6;
  const PARAGRAPH = 7;
  const DOCUMENT = 8; // one more for each word that the document lacks

  const NEVER = 99; // below all of these: does not answer
  const LEAST_READ = 2; // whole symbols of a match that was read; one syllable alone would stand in every text
  /** @type {Step[]} */
  const NONE = [];

  /* Compares one query with symbols; keeps what it found out about each symbol at each place of the query. */
  class Matcher {
    /** @param {Query} query @param {Lexicon} lexicon */
    constructor(query, lexicon) {
      this.query = query;
      this.lexicon = lexicon;
      /** @type {Map<string, Step[]>[]} */
      this.known = query.tokens.map(() => new Map());
    }

    /** Where the query can go on after `symbol` stood for what it has from place `at` on:
     * [{to, tier, read, rest}], `read` unless literally, `rest` where it is a syllable cut short. `spoken` is the
     * reading that the symbol has where it stands, if that is not its commonest.
     * @param {string} symbol @param {number} at @param {Reading | null | undefined} spoken */
    steps(symbol, at, spoken) {
      const key = spoken ? symbol + spoken.toned : symbol;
      let steps = this.known[at].get(key);
      if (!steps) {
        steps = this.findSteps(symbol, at, spoken || this.lexicon.all(symbol)[0]);
        this.known[at].set(key, steps);
      }
      return steps;
    }

    /** @param {string} symbol @param {number} at @param {Reading | undefined} reading */
    findSteps(symbol, at, reading) {
      /** @type {Step[]} */
      const steps = [];
      for (const edge of this.query.edges[at]) {
        if (edge.symbol !== undefined) {
          if (edge.symbol === symbol) steps.push({ to: edge.to, tier: EXACT, read: false, rest: false });
        } else if (reading) {
          for (const tier of this.tiersOf(symbol, reading, edge)) steps.push({ to: edge.to, tier, read: true, rest: false });
        }
      }
      const rest = this.query.rest[at];
      if (rest && reading) {
        const tier = this.tierOfRest(symbol, reading, rest);
        if (tier < NEVER) steps.push({ to: this.query.length, tier, read: true, rest: true });
      }
      return steps.length ? steps : NONE;
    }

    /** How well a symbol answers a syllable; one that can be read so, and sounds alike too (扎 for za), in both ways: a
     * wording must not mix them.
     * @param {string} symbol @param {Reading} reading @param {SyllableEdge} edge */
    tiersOf(symbol, reading, { syllable, tone, accent }) {
      if (reading.plain === syllable) {
        const right = !tone || reading.tone === tone || this.lexicon.hasTone(symbol, syllable, tone);
        return [right ? EXACT : LESSER];
      }
      const isRead = this.lexicon.all(symbol).some((other) => other.plain === syllable);
      return [...(isRead ? [LESSER] : []), ...(reading.accent === accent ? [FUZZY] : [])];
    }

    /** @param {string} symbol @param {Reading} reading @param {string} rest */
    tierOfRest(symbol, reading, rest) {
      /** @param {string} plain */
      const goesOn = (plain) => plain.length > rest.length && plain.startsWith(rest);
      if (goesOn(reading.plain)) return UNFINISHED;
      if (this.lexicon.all(symbol).some((other) => goesOn(other.plain))) return LESSER;
      const heard = search.initialAccent(rest);
      return reading.accent.length > heard.length && reading.accent.startsWith(heard) ? FUZZY : NEVER;
    }

    /** Every place of a stream where the query stands: [{start, end, tier}]. Read wording has two whole syllables or
     * characters at least. `spoken` maps places to readings that are not the commonest ones of their symbols.
     * @param {string} stream @param {Spoken} spoken */
    find(stream, spoken) {
      return this.query.isLiteral ? this.findLiterally(stream) : this.findRead(stream, spoken);
    }

    /** @param {string} stream */
    findLiterally(stream) {
      /** @type {Match[]} */
      const matches = [];
      const { text } = this.query;
      for (let at = stream.indexOf(text); at >= 0; at = stream.indexOf(text, at + 1)) {
        matches.push({ start: at, end: at + text.length, tier: EXACT });
      }
      return matches;
    }

    /** @param {string} stream @param {Spoken} spoken */
    findRead(stream, spoken) {
      /** @type {Match[]} */
      const matches = [];
      for (let start = 0; start < stream.length; start++) {
        const first = this.steps(stream[start], 0, spoken.get(start));
        if (!first.length) continue;
        const best = this.longestFrom(stream, start, spoken);
        if (best) matches.push(best);
      }
      return matches;
    }

    /** The best match that begins at `start`: the most exact, then the longest.
     * @param {string} stream @param {number} start @param {Spoken} spoken */
    longestFrom(stream, start, spoken) {
      /** @type {Match | null} */
      let best = null;
      let states = [{ at: 0, tier: EXACT, read: false }];
      for (let place = start; states.length && place < stream.length; place++) {
        /** @type {Map<number, { at: number, tier: Tier, read: boolean }>} */
        const next = new Map();
        for (const state of states) {
          for (const step of this.steps(stream[place], state.at, spoken.get(place))) {
            if (isTwofold(state.tier, step.tier)) continue;
            const tier = Math.max(state.tier, step.tier);
            const read = state.read || step.read;
            if (step.to === this.query.length) {
              const whole = place - start + (step.rest ? 0 : 1);
              if (!read || whole >= LEAST_READ) {
                if (!best || tier <= best.tier) best = { start, end: place + 1, tier };
              }
            } else {
              const key = (step.to * 2 + Number(read)) * 2 + Number(tier === FUZZY); // both ways go on; see isTwofold
              const other = next.get(key);
              if (!other || tier < other.tier) next.set(key, { at: step.to, tier, read });
            }
          }
        }
        states = [...next.values()];
      }
      return best;
    }
  }

  /** Whether a wording would be both a lesser reading and an accent: 众 read yin and 反 heard as hang are no yinhang.
   * @type {NoticeSearch["isTwofold"]} */
  function isTwofold(a, b) {
    return a + b === LESSER + FUZZY && a !== b;
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({
    EXACT, ALIKE, NUMERAL, UNFINISHED, LESSER, FUZZY, SENTENCE, PARAGRAPH, DOCUMENT, isTwofold, Matcher,
  }));
})(Notices.search);
