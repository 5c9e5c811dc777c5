/* Pinyin: which accents are taken for one, and how the characters of the corpus are read. */
(function (search) {
  "use strict";

  /** @type {Record<string, string | undefined>} */
  const INITIALS = { zh: "z", ch: "c", sh: "s" };
  /** @type {Record<string, string | undefined>} */
  const HEARD_AS = { l: "n", f: "h" };

  const NEUTRAL = 5; // the tone that every syllable can take

  /** The initial as southern accents hear it: zh and z are one, l and n, f and h.
   * @type {NoticeSearch["initialAccent"]} */
  function initialAccent(letters) {
    const initial = INITIALS[letters.slice(0, 2)];
    if (initial) return initial + letters.slice(2);
    return (HEARD_AS[letters[0]] || letters[0] || "") + letters.slice(1);
  }

  /** One name for all syllables that are confused; scripts/notice_site/search_index/syllables.py does the same.
   * @type {NoticeSearch["accent"]} */
  function accent(syllable) {
    let name = ACCENTS.get(syllable);
    if (name === undefined) {
      const folded = initialAccent(syllable);
      name = (/[aei]ng$/.test(folded) ? folded.slice(0, -1) : folded).replace("v", "u");
      ACCENTS.set(syllable, name);
    }
    return name;
  }

  /** @type {Reading[]} */
  const NONE = [];
  /** @type {Map<string, string>} */
  const ACCENTS = new Map();
  /** @type {Map<string, Reading>} */
  const READINGS = new Map();

  /** A reading from its syllable with tone: "liu4" -> {toned: "liu4", plain: "liu", tone: 4, accent: "niu"}; one object each.
   * @type {NoticeSearch["reading"]} */
  function reading(toned) {
    let known = READINGS.get(toned);
    if (!known) {
      const plain = toned.slice(0, -1);
      known = { toned, plain, tone: +toned.slice(-1), accent: accent(plain) };
      READINGS.set(toned, known);
    }
    return known;
  }

  const TONES = ["\u0304", "\u0301", "\u030c", "\u0300"];

  /** A syllable as it is printed: liu4 -> liù, lv4 -> lǜ, de5 -> de.
   * @type {NoticeSearch["printed"]} */
  function printed({ plain, tone }) {
    const mark = TONES[tone - 1] || "";
    const marked = plain.replace(/[ae]|o(?=u)|[iouv](?=[^aeiouv]*$)|^[^aeiouv]+$/, (letter) => letter[0] + mark + letter.slice(1));
    return marked.replace("v", "u\u0308").normalize("NFC");
  }

  /** How ü is written: lv, lue and nue, jv qv xv yv all name one syllable each.
   * @type {NoticeSearch["spelled"]} */
  function spelled(letters) {
    return letters.replace(/^([jqxy])v/, "$1u").replace(/^([ln])ue$/, "$1ve");
  }

  /* The readings of the characters of a corpus, from the part `chars` of each of its volumes. */
  class Lexicon {
    /** @param {Characters[]} tables */
    constructor(tables) {
      /** @type {Map<string, Reading[]>} */
      this.readings = new Map();
      /** @type {Set<string>} */
      this.syllables = new Set();
      for (const { first } of tables) this.addAll(first);
      for (const { other } of tables) this.addAll(other);
      this.accents = new Set([...this.syllables].map(accent));
      this.beginnings = beginnings(this.syllables);
      this.accentBeginnings = beginnings(this.accents);
    }

    /** @param {Record<string, string>} table */
    addAll(table) {
      for (const [syllable, characters] of Object.entries(table)) this.add(syllable, characters);
    }

    /** @param {string} toned @param {string} characters */
    add(toned, characters) {
      const added = reading(toned);
      this.syllables.add(added.plain);
      for (const character of characters) {
        const readings = this.readings.get(character);
        if (!readings) this.readings.set(character, [added]);
        else if (!readings.includes(added)) readings.push(added);
      }
    }

    /** Every reading of a symbol, the commonest first; empty for one without.
     * @param {string} symbol */
    all(symbol) {
      return this.readings.get(symbol) || NONE;
    }

    /** The commonest reading without tone; the symbol itself where it has none.
     * @param {string} symbol */
    plain(symbol) {
      const readings = this.readings.get(symbol);
      return readings ? readings[0].plain : symbol;
    }

    /** @param {string} letters */
    isSyllable(letters) {
      return this.syllables.has(letters) || this.accents.has(accent(letters));
    }

    /** @param {string} letters */
    isBeginning(letters) {
      return this.beginnings.has(letters) || this.accentBeginnings.has(initialAccent(letters));
    }

    /** Whether a symbol can have this tone with this syllable.
     * @param {string} symbol @param {string} plain @param {number} tone */
    hasTone(symbol, plain, tone) {
      return tone === NEUTRAL || this.all(symbol).some((known) => known.plain === plain && known.tone === tone);
    }
  }

  /** What is shorter than a syllable and begins one.
   * @param {Set<string>} syllables */
  function beginnings(syllables) {
    /** @type {Set<string>} */
    const letters = new Set();
    for (const syllable of syllables) {
      for (let end = 1; end < syllable.length; end++) letters.add(syllable.slice(0, end));
    }
    return letters;
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ accent, initialAccent, reading, printed, spelled, Lexicon }));
})(Notices.search);
