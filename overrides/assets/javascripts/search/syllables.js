/* Pinyin: which accents are taken for one, and how the characters of the corpus are read. */
(function (search) {
  "use strict";

  const INITIALS = { zh: "z", ch: "c", sh: "s" };
  const HEARD_AS = { l: "n", f: "h" };

  /* The initial as southern accents hear it: zh and z are one, l and n, f and h. */
  function initialAccent(letters) {
    const initial = INITIALS[letters.slice(0, 2)];
    if (initial) return initial + letters.slice(2);
    return (HEARD_AS[letters[0]] || letters[0] || "") + letters.slice(1);
  }

  /* One name for all syllables that are confused; scripts/notice_site/search_index/syllables.py does the same. */
  function accent(syllable) {
    let found = ACCENTS.get(syllable);
    if (found === undefined) {
      const folded = initialAccent(syllable);
      found = (/[aei]ng$/.test(folded) ? folded.slice(0, -1) : folded).replace("v", "u");
      ACCENTS.set(syllable, found);
    }
    return found;
  }

  const NONE = [];
  const ACCENTS = new Map();
  const READINGS = new Map();

  /* A reading from its syllable with tone: "liu4" -> {toned: "liu4", plain: "liu", tone: 4, accent: "niu"}; one object each. */
  function reading(toned) {
    let found = READINGS.get(toned);
    if (!found) {
      const plain = toned.slice(0, -1);
      found = { toned, plain, tone: +toned.slice(-1), accent: accent(plain) };
      READINGS.set(toned, found);
    }
    return found;
  }

  /* How ü is written: lv, lue and nue, jv qv xv yv all name one syllable each. */
  function spelled(letters) {
    return letters.replace(/^([jqxy])v/, "$1u").replace(/^([ln])ue$/, "$1ve");
  }

  /* The readings of the characters of a corpus, from the part `chars` of each of its volumes. */
  class Lexicon {
    constructor(tables) {
      this.readings = new Map();
      this.syllables = new Set();
      for (const { first } of tables) this.addAll(first);
      for (const { other } of tables) this.addAll(other);
      this.accents = new Set([...this.syllables].map(accent));
      this.beginnings = beginnings(this.syllables);
      this.accentBeginnings = beginnings(this.accents);
    }

    addAll(table) {
      for (const [syllable, characters] of Object.entries(table)) this.add(syllable, characters);
    }

    add(toned, characters) {
      const found = reading(toned);
      this.syllables.add(found.plain);
      for (const character of characters) {
        const known = this.readings.get(character);
        if (!known) this.readings.set(character, [found]);
        else if (!known.includes(found)) known.push(found);
      }
    }

    /* Every reading of a symbol, the commonest first; empty for one without. */
    all(symbol) {
      return this.readings.get(symbol) || NONE;
    }

    /* The commonest reading without tone; the symbol itself where it has none. */
    plain(symbol) {
      const readings = this.readings.get(symbol);
      return readings ? readings[0].plain : symbol;
    }

    isSyllable(letters) {
      return this.syllables.has(letters) || this.accents.has(accent(letters));
    }

    isBeginning(letters) {
      return this.beginnings.has(letters) || this.accentBeginnings.has(initialAccent(letters));
    }

    /* Whether a symbol can have this tone with this syllable; 5 is the neutral tone, which every one can take. */
    hasTone(symbol, plain, tone) {
      return tone === 5 || this.all(symbol).some((reading) => reading.plain === plain && reading.tone === tone);
    }
  }

  function beginnings(syllables) {
    const found = new Set();
    for (const syllable of syllables) {
      for (let end = 1; end < syllable.length; end++) found.add(syllable.slice(0, end));
    }
    return found;
  }

  Object.assign(search, { accent, initialAccent, reading, spelled, Lexicon });
})((self.NoticeSearch = self.NoticeSearch || {}));
