/* Takes what was typed apart into the words that a document is to hold, and those that it is not to hold. */
(function (search) {
  "use strict";

  const WORD = /([-－–−])?(?:[“"「『]([^“”"「」『』]+)[”"」』](?=\s|$)|(\S+))/g; // -四风, “六问 焦裕禄”, 焦裕禄
  const PASTED = 30; // characters; nobody types so much
  const SENTENCE_LENGTH = 8; // characters of a sentence that selects documents
  const MOST_SENTENCES = 3;
  const LATIN = /^[a-z\u00df-\u024f\u0300-\u036f':0-5]+$/i;
  const ANY = /^(?:OR|or|\||｜)$/; // between words of which one is enough
  const PICTURES = /[\u{1f000}-\u{1faff}\u200d\ufe0f]+/gu; // 😀
  // What only asks, the longest first: 请问四风是指哪四风, 谁是焦裕禄, 民主生活会什么时候开.
  const QUESTION = new RegExp(
    "(?:在)?什么(?:情况|条件)下|是什么意思|指的是什么|指的是哪|是指什么|是指哪|什么意思|什么时候|什么时间|是怎么规定的|怎么规定的?|为什么|什么是|什么叫|叫什么|指什么|" +
    "是什么|什么|有几[个项条次种类名位]|几[个项条次种类名位]|有哪几|是哪几|有哪些|是哪些|哪一天|哪几|哪些|哪个|哪里|哪年|哪天|哪|怎么办|怎么样|怎么做|怎么|怎样|如何|多少钱|多少|是谁|谁是|谁|" +
    "是啥|啥是|啥|请问|关于|吗(?=[？?]?$)|呢(?=[？?]?$)|[？?]", "g");
  // Beside such words: 六问是 of 六问是指什么, 幼儿园由 of 幼儿园由谁移交.
  const LEFT_BEFORE = /[是的指有由到能可应该要在从被把让给对和]+$/;
  const LEFT_BEHIND = /^[是的指要该应有能可会来]+/;
  const QUOTES = /[“”"「」『』]/g;
  const SEPARATOR = /[，、；,;/+&]/;
  const MOST_PIECES = 4; // of what is separated so; a longer list is a text

  /** The words of a query, each as it was typed, and those that are not to stand there. Syllables with blanks between them
   * are one word: liu wen, Jiao Yulu. A minus before the first word is a sign like others. `isAny` says that one of the words is
   * enough: 六问 OR 焦裕禄.
   * @type {NoticeSearch["split"]} */
  function split(typed, isSyllable, isSpoken) {
    /** @type {string[]} */
    const words = [];
    /** @type {string[]} */
    const without = [];
    let last = ""; // the word before: a syllable to which others belong, or several
    let ors = 0;
    for (const [, minus, quoted, plain] of matches(withSigns(typed).trim())) {
      const text = quoted || plain;
      if (words.length && !quoted && ANY.test(text)) {
        ors++;
        last = "";
        continue;
      }
      const isLatin = !quoted && !minus && LATIN.test(text);
      const kind = isLatin && isSyllable(text) ? "syllable" : isLatin && isSpoken(text) ? "syllables" : "";
      if (minus && words.length) without.push(text);
      // A syllable alone stands in every text, so it belongs to its neighbour: Jiao Yulu.
      else if (kind && last && (kind === "syllable" || last === "syllable")) words[words.length - 1] += ` ${text}`;
      else words.push(minus ? `-${text}` : text);
      last = kind;
    }
    return { words, without, isAny: ors > 0 && ors === words.length - 1 };
  }

  /** The words of a list: 焦裕禄、六问; none where a piece is so short that it belongs to the others (1+X, A/B).
   * @type {NoticeSearch["listed"]} */
  function listed(typed) {
    const pieces = typed.split(SEPARATOR).map((piece) => piece.trim());
    const isList = pieces.length > 1 && pieces.length <= MOST_PIECES && typed.length < PASTED;
    return isList && pieces.every((piece) => piece.length > 1 && !/\s/.test(piece)) ? pieces : [];
  }

  /** What was typed with - for NOT, without AND, which every blank means, and without 😀, which stand in no text, unless there
   * is nothing else.
   * @param {string} typed */
  function withSigns(typed) {
    const rest = typed.replace(PICTURES, " ").replace(/\sAND\s/g, " ").replace(/\sNOT\s+/g, " -").replace(/[|｜]/g, " | ");
    return rest.trim() ? rest : typed;
  }

  /** @param {string} typed */
  function* matches(typed) {
    WORD.lastIndex = 0;
    for (let match = WORD.exec(typed); match; match = WORD.exec(typed)) yield match;
  }

  /** The longest clauses of a paragraph that was pasted, which are its rarest parts; none of what is typed.
   * @type {NoticeSearch["sentences"]} */
  function sentences(typed) {
    if (typed.length < PASTED) return [];
    const pieces = typed.slice(0, search.LONGEST).split(/[。！？；，、!?;,\n]/).filter((piece) => piece.trim().length >= SENTENCE_LENGTH);
    return pieces.length > 1 ? pieces.sort((a, b) => b.length - a.length).slice(0, MOST_SENTENCES) : [];
  }

  /** A question without the words that only ask: 焦裕禄精神是什么 -> 焦裕禄精神, 幼儿园怎么治理 -> 幼儿园 治理; "" where that is
   * all or nothing of it.
   * @type {NoticeSearch["asked"]} */
  function asked(typed) {
    const pieces = typed.trim().replace(QUESTION, " ").split(/\s+/);
    if (pieces.length < 2) return "";
    const last = pieces.length - 1;
    const words = pieces
      .map((piece, i) => (i < last ? piece.replace(LEFT_BEFORE, "") : piece))
      .map((piece, i) => (i ? piece.replace(LEFT_BEHIND, "") : piece).replace(QUOTES, ""))
      .filter((piece) => piece.length > 1);
    return [...new Set(words)].join(" ");
  }

  /** Where words that only ask meet others, as places of the symbols before.
   * @type {NoticeSearch["edgesOfQuestion"]} */
  function edgesOfQuestion(text) {
    /** @type {number[]} */
    const edges = [];
    text.replace(QUESTION, (words, at) => {
      edges.push(at - 1, at + words.length - 1);
      return words;
    });
    return edges.filter((at) => at >= 0 && at < text.length - 1);
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ split, sentences, listed, asked, edgesOfQuestion }));
})(Notices.search);
