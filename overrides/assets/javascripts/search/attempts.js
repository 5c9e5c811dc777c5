/* Says what is looked for, one after the other: what was typed, and where nothing answers it, what is near to it. */
(function (search) {
  "use strict";

  const { EXACT } = search;

  const LEAST_NAME = 5; // letters of the beginning of a name; fewer are syllables as a rule
  const FEW = 2; // characters; so many that sound like two others stand side by side by chance
  const DAY = /^(?:([0-9]{2})[./-])?([01]?[0-9])[./-]([0-3]?[0-9])$/; // 4.3, 14.4.3, which may be numbers too
  const NUMBERED = /(号)文件?$/; // 36号文
  const SHORTEST_CUT = 4; // symbols
  const LONGEST_CUT = 16; // symbols, each pair of which is looked up
  const CONNECTIVES = "和与及或的";
  const MOST_PIECES = 3; // of more, some stand in one document by chance
  const NUMBERS = /[0-9]+(?:[.．·][0-9]+)*/g;

  /** What is looked for, each where nothing before it answers: all that was typed, then what is near to it.
   * @type {NoticeSearch["attempts"]} */
  async function* attempts(engine, query) {
    const { lexicon } = engine;
    const count = query.words.length;
    yield { attempt: query, least: query.isAny ? 1 : count, instead: null };
    if (query.otherwise) yield { attempt: query.otherwise, least: 0, instead: null }; // 瞭解 for 了解
    if (count && !query.isAny) yield { attempt: query, least: 1, instead: { how: "lacking", words: "" } };
    // A name, a day, the number of a document are no slips; and with words left out, the wording itself may well be there.
    if (query.means.length || query.without.length || query.typedDate || query.isNumbered) return;
    const meant = otherwise(query.typed.trim());
    if (meant) yield { attempt: await engine.wording(meant) || query, least: 0, instead: { how: "name", words: meant } };
    const begun = ofBegunName(engine, query);
    if (begun) yield { attempt: begun, least: 0, instead: { how: "name", words: begun.means.join("、") } };
    const asked = search.asked(query.typed);
    const question = asked ? await engine.query(asked) : null;
    if (question) yield* asQuestion(question, asked);
    const sound = query.asRead(lexicon, await engine.soundsFor(query));
    if (sound) yield { attempt: sound, least: 0, instead: { how: "sound", words: "" }, isNear: slip(query, engine.folding) };
    for (const spelling of respelled(engine, query)) {
      const other = await engine.wording(spelling);
      if (other) yield { attempt: other, least: 0, instead: { how: "letter", words: spelling } };
    }
    const edited = query.edited(lexicon);
    if (edited) yield { attempt: edited, least: 0, instead: { how: "edit", words: "" } };
    const pieces = await cutApart(engine, question && !question.words.length ? question : query);
    const apart = pieces ? await engine.query(pieces) : null;
    if (apart) yield { attempt: apart, least: apart.words.length, instead: { how: "apart", words: pieces } };
    const whole = question && !question.words.length ? question : query;
    const parts = search.partsOf(whole);
    if (parts) yield { attempt: whole, least: 0, instead: { how: "parts", words: "" }, parts };
  }

  /** A day or the number of a document as texts have it: 4.3 -> 4月3日, 14.4.3 -> 14年4月3日, 36号文 -> 36号; "" for all else.
   * @param {string} typed */
  function otherwise(typed) {
    const other = typed.replace(NUMBERED, "$1")
      .replace(DAY, (_, year, month, day) => [year && `${year}年`, `${month}月${day}日`].join(""));
    return other === typed ? "" : other;
  }

  /** The words of a wording without blanks, which is cut where two symbols stand side by side nowhere: 督导组约谈河北 -> 督导组 约谈
   * 河北; "" where there are not several, or where one has a single symbol and is no 和 or 的.
   * @param {Engine} engine @param {Query} query */
  async function cutApart({ volumes }, { text, isLiteral, words }) {
    if (!isLiteral || words.length || text.length < SHORTEST_CUT || text.length > LONGEST_CUT) return "";
    const pairs = [...text.slice(1)].map((symbol, i) => text[i] + symbol);
    const held = await Promise.all(volumes.map((volume) => volume.holds(pairs)));
    const isCut = pairs.map((_, i) => !held.some((inVolume) => inVolume[i]));
    if (pairs.some(([first], i) => isCut[i] && isNumeral(first))) return ""; // 12万元 has no 万元 of its own
    const pieces = [...text].map((symbol, i) => (i && isCut[i - 1] ? ` ${symbol}` : symbol)).join("").split(" ")
      .filter((piece) => !CONNECTIVES.includes(piece));
    const areWords = pieces.every((piece) => piece.length > 1); // 学 is left of 学三促四抓 otherwise
    return areWords && pieces.length > 1 && pieces.length <= MOST_PIECES ? pieces.join(" ") : "";
  }

  /** @param {string} symbol */
  function isNumeral(symbol) {
    return /[0-9]/.test(symbol) || search.NUMERALS.includes(symbol);
  }

  /** Whether words can be what was meant where some characters are others of the same sound: half of them are as they were
   * typed, all numbers are, and where they are few, tones agree.
   * @param {Query} query @param {Folding} folding @returns {(words: string, tier: Tier) => boolean} */
  function slip({ text, length, typed }, folding) {
    /** @param {string} words */
    const numbers = (words) => (words.normalize("NFKC").match(NUMBERS) || []).join(" ");
    return (words, tier) => {
      const same = [...folding.symbols(words)].filter((symbol, i) => symbol === text[i]).length;
      return same * 2 >= length && numbers(words) === numbers(typed) && (length > FEW || tier === EXACT);
    };
  }

  /** @param {Query} question @param {string} words @returns {Generator<Attempt, void>} */
  function* asQuestion(question, words) {
    const { length } = question.words;
    const instead = /** @type {const} */ ({ how: "question", words });
    yield { attempt: question, least: length, instead };
    if (length) yield { attempt: question, least: 1, instead };
  }

  /** What a name stands for of which only the beginning was typed: eight-point.
   * @param {Engine} engine @param {Query} query */
  function ofBegunName({ names, lexicon }, query) {
    if (query.length < LEAST_NAME || !query.tokens.every(({ letter }) => letter)) return null;
    const means = [...names].flatMap(([name, wordings]) => (name.startsWith(query.text) ? wordings : []));
    if (!means.length) return null;
    const meant = query.literally(query.text, lexicon);
    meant.means = [...new Set(means)];
    meant.wordings.push(search.anyWording(meant.means));
    return meant;
  }

  /** Spellings one letter away from a query of letters alone; of a large corpus none, whose texts are not at hand.
   * @param {Engine} engine @param {Query} query */
  function respelled({ isLarge, volumes, lexicon }, { tokens, words }) {
    if (isLarge || words.length || tokens.some(({ letter, tone }) => !letter || tone)) return [];
    const texts = volumes.flatMap((volume) => [...volume.texts.values()]);
    return search.respelled(tokens.map(({ letter }) => letter).join(""), lexicon, texts);
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ attempts }));
})(Notices.search);
