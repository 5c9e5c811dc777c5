/* Says what is looked for, one after the other: what was typed, and where nothing answers it, what is near to it. */
(function (search) {
  "use strict";

  const { EXACT } = search;

  const LEAST_NAME = 5; // letters of the beginning of a name; fewer are syllables as a rule
  const FEW = 2; // characters; so many that sound like two others stand side by side by chance
  const DAY = /^([01]?[0-9])[./-]([0-3]?[0-9])$/; // 4.3, which may be a number too
  const NUMBERS = /[0-9]+(?:[.．·][0-9]+)*/g;

  /** What is looked for, each where nothing before it answers: all that was typed, then what is near to it.
   * @type {NoticeSearch["attempts"]} */
  async function* attempts(engine, query) {
    const { lexicon } = engine;
    const count = query.words.length;
    yield { attempt: query, least: count, instead: null };
    if (query.otherwise) yield { attempt: query.otherwise, least: 0, instead: null }; // 瞭解 for 了解
    if (count) yield { attempt: query, least: 1, instead: { how: "lacking", words: "" } };
    // A name, a day, the number of a document are no slips; and with words left out, the wording itself may well be there.
    if (query.means.length || query.without.length || query.typedDate || query.isNumbered) return;
    const day = query.typed.trim().replace(DAY, "$1月$2日");
    if (day !== query.typed.trim()) yield { attempt: await engine.wording(day) || query, least: 0, instead: { how: "name", words: day } };
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
    const whole = question && !question.words.length ? question : query;
    const parts = search.partsOf(whole);
    if (parts) yield { attempt: whole, least: 0, instead: { how: "parts", words: "" }, parts };
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
