/* Takes what was typed apart into the words that a document is to hold, and those that it is not to hold. */
(function (search) {
  "use strict";

  const WORD = /(-)?(?:[“"「『]([^“”"「」『』]+)[”"」』](?=\s|$)|(\S+))/g; // -四风, “六问 焦裕禄”, 焦裕禄
  const PASTED = 60; // characters; nobody types so much
  const SENTENCE_LENGTH = 8; // characters of a sentence that selects documents
  const MOST_SENTENCES = 6;
  const LATIN = /^[a-z\u00df-\u024f\u0300-\u036f':0-5]+$/i;
  const QUESTION = /(?:是什么意思|是什么|指的是什么|指什么|什么意思|有哪些|是哪些|是怎么规定的|怎么办|怎么|如何|多少|为什么|呢|吗)?[？?]?$/;
  const ASKED = /^(?:请问|什么是|什么叫|哪些|哪个|怎样|如何|为什么|关于)/;

  /** The words of a query, each as it was typed, and those that are not to stand there. Syllables with blanks between them
   * are one word: liu wen. A minus before the first word is a sign like others.
   * @type {NoticeSearch["split"]} */
  function split(typed, isSyllable) {
    /** @type {string[]} */
    const words = [];
    /** @type {string[]} */
    const without = [];
    let isOpen = false; // whether a further syllable goes on the last word
    for (const [, minus, quoted, plain] of matches(typed.trim())) {
      const text = quoted || plain;
      const isPart = !quoted && LATIN.test(text) && isSyllable(text);
      if (minus && words.length) without.push(text);
      else if (isPart && isOpen) words[words.length - 1] += ` ${text}`;
      else words.push(minus ? `-${text}` : text);
      isOpen = isPart && !minus;
    }
    return { words, without };
  }

  /** @param {string} typed */
  function* matches(typed) {
    WORD.lastIndex = 0;
    for (let match = WORD.exec(typed); match; match = WORD.exec(typed)) yield match;
  }

  /** The longest sentences of a paragraph that was pasted, which are its rarest parts; none of what is typed.
   * @type {NoticeSearch["sentences"]} */
  function sentences(typed) {
    if (typed.length < PASTED) return [];
    const pieces = typed.split(/[。！？；!?;\n]/).filter((piece) => piece.trim().length >= SENTENCE_LENGTH);
    return pieces.length > 1 ? pieces.sort((a, b) => b.length - a.length).slice(0, MOST_SENTENCES) : [];
  }

  /** A question without the words that only ask: 焦裕禄精神是什么 -> 焦裕禄精神; "" where that is all or nothing of it.
   * @type {NoticeSearch["asked"]} */
  function asked(typed) {
    const rest = typed.trim().replace(QUESTION, "").replace(ASKED, "").trim();
    return rest.length > 1 && rest !== typed.trim() ? rest : "";
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ split, sentences, asked }));
})(Notices.search);
