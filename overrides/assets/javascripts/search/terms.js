/* Finds the terms that answer a query, in order, and the nearest where none does. */
(function (search) {
  "use strict";

  const { EXACT, NUMERAL, UNFINISHED, LESSER, FUZZY } = search;

  const MOST = 50; // terms in one answer
  const NEAREST = 5; // terms offered where none answers: few enough to be read at a glance
  const FARTHEST = 0.5; // share of the letters that are others; none is better than a senseless one
  const FARTHEST_ALONE = 0.25; // the same where few characters are shared: some letters stand in a row in every long term
  const LONGER = 2; // characters; in much longer terms, single characters stand together by chance
  const LONGEST_COMPARED = 64; // letters; the time to compare grows with them

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
  /** @type {Map<string, number>} */
  const RANKS = new Map(ORDER.map((kind, i) => [kind.join(), i]));

  /** Where and how a form answers a query.
   * @typedef {Ending & { place: number, start: number }} Wording
   * @typedef {Wording & { form: Form, variant: number, rank: number }} RatedWording */

  /* A wording with its readings: the term itself, a variant, a title. */
  class Form {
    /** @param {string} text @param {(Reading | null)[]} readings @param {Folding} folding */
    constructor(text, readings, folding) {
      this.text = text;
      this.folding = folding;
      this.symbols = folding.symbols(text);
      this.readings = readings;
      this.letters = readings.map((reading, i) => (reading ? reading.accent : this.symbols[i])).join("");
    }
  }

  /** "liu4 wen4" -> the readings; - stands for a symbol without one.
   * @param {string} syllables */
  function readingsOf(syllables) {
    return syllables.split(" ").map((syllable) => (/^-?$/.test(syllable) ? null : search.reading(syllable)));
  }

  class Glossary {
    /** A term that several volumes have is one, with a place in each and the mentions of all. Its number keeps the order
     * that the glossary of each volume has.
     * @param {Volume[]} volumes */
    constructor(volumes) {
      /** @type {Map<string, Term>} */
      const known = new Map();
      /** @type {Term[]} */
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
      this.terms.forEach((term, number) => { term.number = number; });
    }

    /** The terms that answer a query, the best first.
     * @param {Query} query @param {Lexicon} lexicon */
    find(query, lexicon) {
      const matcher = new search.Matcher(query, lexicon);
      const variants = query.numeralVariants(lexicon).map((variant) => new search.Matcher(variant, lexicon));
      /** @type {(RatedWording & { term: Term })[]} */
      const answers = [];
      for (const term of this.terms) {
        const rated = term.forms.flatMap((form, i) => bestIn(form, matcher, variants, i) || []);
        if (rated.length) answers.push({ term, ...rated.reduce((a, b) => (compare(a, b) <= 0 ? a : b)) });
      }
      return answers.sort((a, b) => compare(a, b) || b.term.mentions - a.term.mentions || a.term.number - b.term.number)
        .slice(0, MOST);
    }

    /** The terms that look or sound most like a query that nothing answers.
     * @param {Query} query @param {Lexicon} lexicon */
    nearest(query, lexicon) {
      const letters = query.tokens.map(({ symbol, letter }) => (letter ? letter : search.accent(lexicon.plain(symbol)))).join("")
        .replace(/([zcs])h/g, "$1").replace(/l/g, "n").replace(/f/g, "h").replace(/([aei])ng/g, "$1n").slice(0, LONGEST_COMPARED);
      if (!letters) return [];
      const typed = [...new Set(query.tokens.filter(({ letter }) => !letter).map(({ symbol }) => symbol))];
      /** @param {Form} form */
      const isAlike = (form) => {
        const shared = typed.filter((symbol) => form.symbols.includes(symbol)).length;
        const isLong = form.symbols.length > query.length + LONGER;
        const isSame = [...query.text.slice(1)].some((symbol, i) => form.symbols.includes(query.text[i] + symbol));
        const shares = typed.length && shared * 2 > typed.length && (isSame || !isLong);
        return shares ? distance(form) <= FARTHEST : others(form) <= FARTHEST_ALONE;
      };
      /** @param {Form} form */
      const others = (form) => edits(letters, form.letters) / letters.length;
      /** @param {Form} form */
      const distance = (form) => {
        const shared = [...new Set(query.text)].filter((symbol) => form.symbols.includes(symbol)).length;
        const extra = Math.abs(form.letters.length - letters.length);
        return others(form) + extra / 100 - shared / query.length;
      };
      return this.terms
        .map((term) => ({ term, distance: Math.min(...term.forms.map(distance)) }))
        .filter(({ term }) => term.forms.some(isAlike))
        .sort((a, b) => a.distance - b.distance || a.term.number - b.term.number)
        .slice(0, NEAREST)
        .map(({ term }) => term);
    }
  }

  /** @param {TermRecord} record @returns {Term} */
  function newTerm({ term }) {
    return {
      term, number: 0, url: "", forms: [], mentions: 0, places: [],
      get pinyin() {
        return this.forms[0].readings.flatMap((reading) => (reading ? [search.printed(reading)] : [])).join(" ");
      },
    };
  }

  /** @param {Term} term @param {TermRecord} record @param {Volume} volume */
  function addPlace(term, { url, definition, mentions, forms }, { name, address, folding }) {
    term.places.push({ volume: name, url: address + url, definition });
    term.url = term.places[0].url;
    term.mentions += mentions;
    for (const [text, syllables] of forms) {
      if (!term.forms.some((form) => form.text === text)) term.forms.push(new Form(text, readingsOf(syllables), folding));
    }
  }

  /** Below 0 where `a` goes before `b`.
   * @param {RatedWording} a @param {RatedWording} b */
  function compare(a, b) {
    return a.rank - b.rank || a.variant - b.variant || a.form.symbols.length - b.form.symbols.length;
  }

  /** What ORDER names comes first; the rest follows by tier, then by manner, then by place.
   * @param {Tier} tier @param {number} manner @param {number} place */
  function rankOf(tier, manner, place) {
    const named = RANKS.get([tier, manner, place].join());
    return named === undefined ? 100 + tier * 10 + manner * 3 + place : named;
  }

  /** How a form answers best, or null. `number` is that of the form: the first is the term itself.
   * @param {Form} form @param {Matcher} matcher @param {Matcher[]} variants @param {number} number */
  function bestIn(form, matcher, variants, number) {
    const variant = Math.min(number, 1);
    /** @param {Wording} wording @returns {RatedWording} */
    const rated = (wording) => ({ ...wording, form, variant, rank: rankOf(wording.tier, wording.manner, wording.place) });
    const all = [...wordings(form, matcher)];
    for (const other of variants) {
      for (const wording of wordings(form, other)) all.push({ ...wording, tier: Math.max(wording.tier, NUMERAL) });
    }
    // One syllable somewhere in a term that only sounds like the query would be a flood.
    const isFlood = (/** @type {Wording} */ { tier, place, start, end }) => tier >= LESSER && place === INSIDE && end - start < 2;
    const usable = all.filter((wording) => !isFlood(wording)).map(rated);
    return usable.length ? usable.reduce((a, b) => (b.rank < a.rank ? b : a)) : null;
  }

  /** Where a form holds the query, in each manner.
   * @param {Form} form @param {Matcher} matcher @returns {Generator<Wording>} */
  function* wordings(form, matcher) {
    const { length } = form.symbols;
    for (let start = 0; start < length; start++) {
      for (const { end, tier, manner } of endings(form, matcher, start)) {
        const place = start > 0 ? INSIDE : end < length ? BEGINS : EQUAL;
        yield { tier, manner, place, start, end };
      }
    }
  }

  /** The ways in which a query ends that begins at a place of a form. `whole` and `initial` say whether it has used whole
   * syllables or characters, and initials.
   * @type {NoticeSearch["endings"]} */
  function endings(form, matcher, start) {
    const { query } = matcher;
    /** @type {Ending[]} */
    const ways = [];
    let states = [{ at: 0, tier: EXACT, whole: false, initial: false }];
    for (let place = start; states.length && place < form.symbols.length; place++) {
      /** @type {Map<number, typeof states[number]>} */
      const next = new Map();
      /** @param {number} to @param {Tier} tier @param {boolean} whole @param {boolean} initial */
      const go = (to, tier, whole, initial) => {
        if (to === query.length) {
          ways.push({ end: place + 1, tier, manner: !initial ? WRITTEN : whole ? MIXED : INITIALS });
          return;
        }
        const key = to * 8 + Number(tier === FUZZY) * 4 + Number(whole) * 2 + Number(initial);
        const other = next.get(key);
        if (!other || tier < other.tier) next.set(key, { at: to, tier, whole, initial });
      };
      const reading = form.readings[place];
      for (const { at, tier, whole, initial } of states) {
        for (const step of matcher.steps(form.symbols[place], at, reading)) {
          // The one letter that is left is an initial like those before it, not a syllable cut short.
          if ((step.rest && initial && query.rest[at].length === 1) || search.isTwofold(tier, step.tier)) continue;
          go(step.to, Math.max(tier, step.tier), true, initial);
        }
        if (!reading) continue;
        for (const { to, letters } of query.initials[at]) {
          if (reading.plain.startsWith(letters)) go(to, tier, whole, true);
        }
      }
      states = [...next.values()];
    }
    return ways;
  }

  /** The number of letters to insert, remove or replace to make of `a` some part of `b`.
   * @param {string} a @param {string} b */
  function edits(a, b) {
    /** @type {number[]} */
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

  Object.assign(search, /** @satisfies {SearchModule} */ ({ Glossary, endings, EQUAL, INITIALS, WRITTEN }));
})(Notices.search);
