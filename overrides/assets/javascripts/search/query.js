/* Finds the ways to read what was typed: literally, as syllables, as syllables cut short, as initials. */
(function (search) {
  "use strict";

  const LONGEST = 500; // symbols; no wording that anybody types is longer
  const LEAST_HEARD = 2; // symbols with a sound, of which one alone would stand in every text
  const LEAST_EDITED = 4; // symbols: of three, two others stand side by side in many texts
  const MOST_EDITED = 40; // symbols; what is longer is looked for by its sentences
  const MOST_WAYS = 8; // to read letters as initials; three places with zh, ch or sh have as many
  const MOST_INITIALS = 12; // letters; what is longer is hardly typed as initials
  const LONGEST_SYLLABLE = 6; // letters: zhuang
  /** @type {Record<string, number | undefined>} */
  const TONE_MARKS = { "\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4 };

  /** The symbols of a query. `letter` is a-z as pinyin uses it (v for ü) or "", `tone` what its mark says (0: none),
   * `cut` says that a blank or an apostrophe stands before it: no syllable goes across. `marks` are the characters before
   * it that are no symbols, `isPercent` says that a percent sign follows.
   * @type {NoticeSearch["tokens"]} */
  function tokensOf(text, folding) {
    /** @type {Token[]} */
    const tokens = [];
    let marks = "";
    for (const character of text.normalize("NFC")) {
      if (character === ":" || character === "：") {
        const [before, last] = tokens.slice(-2);
        if (!marks && last && last.letter === "u" && before && /[ln]/.test(before.letter) && !last.cut) {
          last.letter = "v";
          continue;
        }
      }
      if (search.isIgnored(character)) {
        if (/[%％]/.test(character) && tokens.length) tokens[tokens.length - 1].isPercent = !marks;
        marks += character;
        continue;
      }
      const plain = folding.fold(character).toLowerCase();
      const [base, ...accents] = plain.normalize("NFD");
      const letter = /[a-z]/.test(base) ? (accents.includes("\u0308") ? "v" : base) : "";
      const tone = letter ? accents.reduce((value, mark) => TONE_MARKS[mark] || value, 0) : 0;
      for (let unit = 0; unit < plain.length; unit++) {
        tokens.push({ symbol: plain[unit], letter: plain.length > 1 ? "" : letter, tone, cut: Boolean(marks), marks });
        marks = "";
      }
    }
    return tokens;
  }

  /* The ways to read a query, as edges between its symbols.

     edges[i]: what can stand for one symbol of a text from place i on: {to, symbol} literally, {to, syllable, tone, accent} read.
     rest[i]: letters from i to the end that begin a syllable, or "". initials[i]: {to, letters}, for terms and titles. */
  class Query {
    /** @param {Token[]} tokens @param {Lexicon} lexicon @param {string} [typed] */
    constructor(tokens, lexicon, typed = "") {
      this.typed = typed;
      this.tokens = tokens;
      this.length = tokens.length;
      this.text = tokens.map((token) => token.symbol).join("");
      /** @type {Edge[][]} */
      this.edges = tokens.map((token, i) => [
        { to: i + 1, symbol: token.symbol },
        ...syllablesAt(tokens, i, lexicon),
      ]);
      this.rest = tokens.map((_, i) => restAt(tokens, i, lexicon));
      this.initials = tokens.map((_, i) => initialsAt(tokens, i));
      this.isSpoken = isSpoken(this.edges);
      /** @type {Query | null} */
      this.otherwise = null; // with the other simplified forms, where a symbol has two: 了解 besides 瞭解
      /** @type {string[]} */
      this.means = []; // the wordings that it is another name of
      /** @type {Query[]} */
      this.words = []; // where several were typed
      this.isAny = false; // whether one of them is enough
      this.isPasted = false; // whether they are sentences of the whole
      /** @type {Query[]} */
      this.without = []; // what documents are not to hold
      /** @type {Query[]} */
      this.alike = []; // the same with numbers that are written otherwise: 50% for 百分之五十
      this.typedDate = typed ? search.dateOf(typed) : null;
      this.date = this.typedDate && this.typedDate.year && this.typedDate.day ? search.isoDate(this.typedDate) : "";
      this.joints = [...places(tokens, ({ cut }, before) => cut && Boolean(before)).map((i) => i - 1), ...search.edgesOfQuestion(this.text)];
      this.isNumbered = Boolean(typed) && search.isDocumentNumber(typed, this.text);
      this.wordings = typed ? search.otherWordings(typed, this.text) : [];
      this.digits = places(tokens, (token, before) => /[0-9]/.test(token.symbol) && Boolean(before) && /[0-9]/.test(before.symbol));
      this.points = places(tokens, ({ symbol, marks = "" }, before) => Boolean(before) && search.isPoint(before.symbol, symbol, marks));
      this.percents = places(tokens, ({ symbol, isPercent }) => Boolean(isPercent) && /[0-9]/.test(symbol));
      this.isLiteral = this.edges.every((edges) => edges.length === 1) && this.rest.every((rest) => !rest);
    }

    /** This query with numerals for digits or digits for numerals, each way that is another wording.
     * @param {Lexicon} lexicon */
    numeralVariants(lexicon) {
      return search.otherNumerals(this.text).map((text) => new Query(this.rewritten(text), lexicon));
    }

    /** The query as it sounds, for wording of the same sound: 来信来仿 -> lai xin lai fang; null where it has no sound. Two
     * characters keep their tones. `sounds` are readings of characters that the lexicon does not have.
     * @param {Lexicon} lexicon @param {Map<string, string>} sounds @returns {Query | null} */
    asRead(lexicon, sounds) {
      /** @param {Token} token */
      const sound = ({ symbol }) => lexicon.all(symbol)[0] || (sounds.has(symbol) ? search.reading(String(sounds.get(symbol))) : null);
      if (this.words.length || this.length > MOST_EDITED || this.tokens.filter(sound).length < LEAST_HEARD) return null;
      const tokens = this.tokens.flatMap((token) => {
        const reading = sound(token);
        if (!reading) return [token];
        const toned = this.length > LEAST_HEARD ? 0 : reading.tone;
        return [...reading.plain].map((letter, i) => ({ symbol: letter, letter, tone: i ? 0 : toned, cut: i === 0 }));
      });
      return new Query(tokens, lexicon);
    }

    /** The query with one symbol changed, left out or put in; null where it is so short that everything would be near.
     * @param {Lexicon} lexicon */
    edited(lexicon) {
      const isWords = this.isLiteral && !this.words.length && !/[0-9]/.test(this.text); // another number is no slip
      if (!isWords || this.length < LEAST_EDITED || this.length > MOST_EDITED) return null;
      const query = new Query(this.tokens, lexicon);
      query.wordings = [search.withOneEdit(this.text)];
      return query;
    }

    /** Exactly these symbols as a query.
     * @param {string} symbols @param {Lexicon} lexicon */
    literally(symbols, lexicon) {
      return new Query([...symbols].map((symbol) => ({ symbol, letter: "", tone: 0, cut: false })), lexicon);
    }

    /** The tokens of another wording of this query; blanks and tone marks are kept where the wording is the same.
     * @param {string} text @returns {Token[]} */
    rewritten(text) {
      const same = text.length === this.length;
      return [...text].map((symbol, i) => {
        if (same && symbol === this.tokens[i].symbol) return this.tokens[i];
        return { symbol, letter: /[a-z]/.test(symbol) ? symbol : "", tone: 0, cut: false };
      });
    }
  }

  /** The places of the tokens that are so.
   * @param {Token[]} tokens @param {(token: Token, before: Token) => boolean} isSo */
  function places(tokens, isSo) {
    return tokens.flatMap((token, i) => (isSo(token, tokens[i - 1]) ? [i] : []));
  }

  /** Where letters end that begin at a place and can be one syllable.
   * @param {Token[]} tokens @param {number} start */
  function lettersFrom(tokens, start) {
    let end = start;
    const limit = Math.min(tokens.length, start + LONGEST_SYLLABLE);
    while (end < limit && tokens[end].letter && !(end > start && tokens[end].cut)) end++;
    return end;
  }

  /** @param {Token[]} tokens @param {number} start @param {Lexicon} lexicon */
  function syllablesAt(tokens, start, lexicon) {
    /** @type {Edge[]} */
    const edges = [];
    let letters = "";
    let tone = 0;
    const limit = lettersFrom(tokens, start);
    for (let end = start; end < limit; end++) {
      letters += tokens[end].letter;
      tone = tone || tokens[end].tone;
      const syllable = search.spelled(letters);
      if (!lexicon.isSyllable(syllable)) continue;
      const accent = search.accent(syllable);
      edges.push({ to: end + 1, syllable, tone, accent });
      const next = tokens[end + 1];
      if (next && !tone && !next.cut && /[0-5]/.test(next.symbol)) {
        edges.push({ to: end + 2, syllable, tone: +next.symbol || 5, accent }); // 0 and 5: the neutral tone
      }
    }
    return edges;
  }

  /** Whether whole syllables make up all of a query.
   * @param {Edge[][]} edges */
  function isSpoken(edges) {
    const reached = new Set([0]);
    edges.forEach((steps, i) => {
      if (reached.has(i)) steps.filter((edge) => edge.syllable).forEach((edge) => reached.add(edge.to));
    });
    return reached.has(edges.length);
  }

  /** The letters from a place to the end, where they begin a syllable; else "".
   * @param {Token[]} tokens @param {number} start @param {Lexicon} lexicon */
  function restAt(tokens, start, lexicon) {
    const end = lettersFrom(tokens, start);
    if (end < tokens.length || end === start || tokens.slice(start).some((token) => token.tone)) return "";
    const letters = search.spelled(tokens.slice(start).map((token) => token.letter).join(""));
    return lexicon.isBeginning(letters) ? letters : "";
  }

  /** @param {Token[]} tokens @param {number} start @returns {Initial[]} */
  function initialsAt(tokens, start) {
    const { letter } = tokens[start];
    if (!letter || tokens[start].tone) return [];
    const next = tokens[start + 1];
    const hasTwoLetters = next && next.letter === "h" && !next.cut && /[zcs]/.test(letter);
    return [{ to: start + 1, letters: letter }, ...(hasTwoLetters ? [{ to: start + 2, letters: `${letter}h` }] : [])];
  }

  /** The first letters that a query of letters alone can mean, zh ch sh as two or as one: zhjz -> zhjz, zjz. Letters that
   * are syllables are not taken for initials of a title.
   * @type {NoticeSearch["initialLetters"]} */
  function initialLetters(query) {
    if (query.length > MOST_INITIALS || query.isSpoken) return [];
    const ways = [{ at: 0, letters: "" }];
    /** @type {Set<string>} */
    const readings = new Set();
    for (const { at, letters } of ways) { // grows in the loop: shorter ways before those that go on from them
      if (readings.size === MOST_WAYS) break;
      if (at === query.length) readings.add(letters);
      else ways.push(...query.initials[at].map((initial) => ({ at: initial.to, letters: letters + initial.letters[0] })));
    }
    return [...readings];
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ LONGEST, Query, tokens: tokensOf, initialLetters }));
})(Notices.search);
