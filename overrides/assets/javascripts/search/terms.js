/* A query and the glossary go in; the terms that answer it come out in order, and the nearest where none does. */
(function (search) {
  "use strict";

  const { EXACT, NUMERAL, UNFINISHED, LESSER } = search;

  const NONE = [];
  const MOST = 50; // terms in one answer
  const NEAREST = 5;
  const LONGEST_COMPARED = 64; // letters

  /* Where in a form the wording stands. */
  const EQUAL = 0;
  const BEGINS = 1;
  const INSIDE = 2;

  /* How it was typed, as far as terms and titles are concerned. */
  const WRITTEN = 0; // characters or whole syllables
  const INITIALS = 1; // one letter a syllable
  const MIXED = 2; // both

  /* The order of the answers: first what was typed in full, as [tier, manner, place]; others below, by the same three. */
  const ORDER = [
    [EXACT, WRITTEN, EQUAL],
    [EXACT, WRITTEN, BEGINS],
    [NUMERAL, WRITTEN, EQUAL],
    [NUMERAL, WRITTEN, BEGINS],
    [UNFINISHED, WRITTEN, EQUAL],
    [UNFINISHED, WRITTEN, BEGINS],
    [EXACT, INITIALS, EQUAL],
    [EXACT, INITIALS, BEGINS],
    [EXACT, MIXED, EQUAL],
    [UNFINISHED, MIXED, EQUAL],
    [EXACT, MIXED, BEGINS],
    [UNFINISHED, MIXED, BEGINS],
    [EXACT, WRITTEN, INSIDE],
    [NUMERAL, WRITTEN, INSIDE],
    [UNFINISHED, WRITTEN, INSIDE],
    [EXACT, INITIALS, INSIDE],
  ];
  const RANKS = new Map(ORDER.map((kind, rank) => [kind.join(), rank]));

  /* A wording with its readings: the term itself, a variant, a title. */
  class Form {
    constructor(text, readings, folding) {
      this.text = text;
      this.folding = folding;
      this.symbols = folding.symbols(text);
      this.readings = readings;
      this.letters = readings.map((reading, i) => (reading ? reading.accent : this.symbols[i])).join("");
    }
  }

  /* "liu4 wen4" -> the readings; - stands for a symbol without one. */
  function readingsOf(syllables) {
    return syllables.split(" ").map((syllable) => (/^-?$/.test(syllable) ? null : search.reading(syllable)));
  }

  class Glossary {
    /* A term that several volumes have is one, with a place in each: {term, pinyin, number, forms, mentions (of all),
       url (of the first place), places: [{volume, url, definition}]}. `number` keeps
       the order that the glossary of each volume has. */
    constructor(volumes) {
      const known = new Map();
      this.terms = [];
      for (const volume of volumes) {
        let next = 0; // where a term that is new goes: behind the one that it follows in its volume
        for (const record of volume.terms) {
          const term = known.get(record.term) || newTerm(record);
          if (known.has(record.term)) next = this.terms.indexOf(term);
          else this.terms.splice(next, 0, term);
          next++;
          known.set(record.term, term);
          addPlace(term, record, volume);
        }
      }
      this.terms.forEach((term, number) => Object.assign(term, { number }));
    }

    /* The terms that answer a query: [{term, form, tier, place, start, end}], the best first. */
    find(query, lexicon) {
      const matcher = new search.Matcher(query, lexicon);
      const variants = query.numeralVariants(lexicon).map((variant) => new search.Matcher(variant, lexicon));
      const found = [];
      for (const term of this.terms) {
        const hits = term.forms.map((form, i) => bestIn(form, matcher, variants, i)).filter(Boolean);
        if (hits.length) found.push({ term, ...hits.reduce((a, b) => (precedes(a, b) <= 0 ? a : b)) });
      }
      return found.sort((a, b) => precedes(a, b) || b.term.mentions - a.term.mentions || a.term.number - b.term.number)
        .slice(0, MOST);
    }

    /* The terms that look or sound most like a query that nothing answers. */
    nearest(query, lexicon) {
      const letters = query.tokens
        .map(({ symbol, letter }) => letter || search.accent(lexicon.plain(symbol))).join("").slice(0, LONGEST_COMPARED);
      if (!letters) return [];
      const distance = (form) => {
        const shared = [...new Set(query.text)].filter((symbol) => form.symbols.includes(symbol)).length;
        const extra = Math.abs(form.letters.length - letters.length);
        return edits(letters, form.letters) / letters.length + extra / 100 - shared / query.length;
      };
      return this.terms
        .map((term) => ({ term, distance: Math.min(...term.forms.map(distance)) }))
        .sort((a, b) => a.distance - b.distance || a.term.number - b.term.number)
        .slice(0, NEAREST)
        .map(({ term }) => term);
    }
  }

  function newTerm({ term, pinyin }) {
    return { term, pinyin, forms: [], mentions: 0, places: [] };
  }

  function addPlace(term, { url, definition, mentions, forms }, { name, address, folding }) {
    term.places.push({ volume: name, url: address + url, definition });
    term.url = term.places[0].url;
    term.mentions += mentions;
    for (const [text, syllables] of forms) {
      if (!term.forms.some((form) => form.text === text)) term.forms.push(new Form(text, readingsOf(syllables), folding));
    }
  }

  function precedes(a, b) {
    return a.rank - b.rank || a.variant - b.variant || a.form.symbols.length - b.form.symbols.length;
  }

  function rank(tier, manner, place) {
    const known = RANKS.get([tier, manner, place].join());
    return known === undefined ? 100 + tier * 10 + manner * 3 + place : known;
  }

  function bestIn(form, matcher, variants, variant) {
    let best = null;
    const take = (hit, tier) => {
      // One syllable somewhere in a term that only sounds like the query would be a flood.
      if (tier >= LESSER && hit.place === INSIDE && hit.end - hit.start < 2) return;
      const rated = { ...hit, form, variant: Math.min(variant, 1), tier, rank: rank(tier, hit.manner, hit.place) };
      if (!best || rated.rank < best.rank) best = rated;
    };
    for (const hit of wordings(form, matcher)) take(hit, hit.tier);
    for (const other of variants) {
      for (const hit of wordings(form, other)) take(hit, Math.max(hit.tier, NUMERAL));
    }
    return best;
  }

  /* Where a form holds the query, in each manner: [{tier, manner, place, start, end}]. */
  function* wordings(form, matcher) {
    const { length } = form.symbols;
    for (let start = 0; start < length; start++) {
      for (const { end, tier, manner } of endings(form, matcher, start)) {
        const place = start > 0 ? INSIDE : end < length ? BEGINS : EQUAL;
        yield { tier, manner, place, start, end };
      }
    }
  }

  function endings(form, matcher, start) {
    const { query } = matcher;
    const found = [];
    let states = [{ at: 0, tier: EXACT, whole: false, initial: false }];
    for (let place = start; states.length && place < form.symbols.length; place++) {
      const next = new Map();
      const go = (to, tier, whole, initial) => {
        if (to === query.length) {
          found.push({ end: place + 1, tier, manner: !initial ? WRITTEN : whole ? MIXED : INITIALS });
          return;
        }
        const key = to * 4 + whole * 2 + initial;
        const known = next.get(key);
        if (!known || tier < known.tier) next.set(key, { at: to, tier, whole, initial });
      };
      const reading = form.readings[place];
      for (const { at, tier, whole, initial } of states) {
        for (const step of matcher.steps(form.symbols[place], at, reading)) {
          // The one letter that is left is an initial like those before it, not a syllable cut short.
          if (step.rest && initial && query.rest[at].length === 1) continue;
          go(step.to, Math.max(tier, step.tier), true, initial);
        }
        if (!reading) continue;
        for (const { to, letters } of query.initials[at]) {
          if (reading.plain.startsWith(letters)) go(to, tier, whole, true);
        }
      }
      states = next.size ? [...next.values()] : NONE;
    }
    return found;
  }

  /* The number of letters to insert, remove or replace to make of `a` some stretch of `b`. */
  function edits(a, b) {
    let row = Array(b.length + 1).fill(0);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
      }
      row = next;
    }
    return Math.min(...row);
  }

  Object.assign(search, { Glossary, endings, EQUAL, INITIALS, WRITTEN });
})((self.NoticeSearch = self.NoticeSearch || {}));
