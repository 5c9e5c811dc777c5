/* Says in words how something answers: 近音, 同句, 缺“安徽”; and what was looked for instead where nothing answers. */
(function (search) {
  "use strict";

  const { FUZZY, SENTENCE, PARAGRAPH, DOCUMENT } = search;

  const LABEL_LENGTH = 10; // characters of what a document lacks

  /** @type {[Tier, string, string][]} */
  const NEARNESS = [
    [FUZZY, "近音", "读音相近，不是所输入的读音"],
    [SENTENCE, "同句", "各词在同一句中"],
    [PARAGRAPH, "同段", "各词在同一段中，不在同一句"],
    [DOCUMENT, "同篇", "各词在同一件文件中，不在同一段"],
  ];

  /** How the wording that is found differs from the query; nothing where it is what was asked for.
   * @type {Record<Nearness, string>} */
  const NEAR = { lacking: "", question: "", name: "", apart: "", parts: "含有所输文字的大部分，不是连在一起的", sound: "读音相同，文字不同", edit: "相差一字", letter: "读音相差一个字母" };

  /** @type {Record<Nearness, string>} */
  const INSTEAD = {
    lacking: "没有一件文件含有全部词语，下列各件注明所缺的词语",
    question: "没有这句话，下面是",
    name: "没有这样写的文字，下面是",
    apart: "没有这些连在一起的文字，下面是",
    parts: "没有这些连在一起的文字，下列文字含有其中的大部分",
    sound: "没有这些文字，下列文字读音相同",
    edit: "没有这些文字，下列文字相差一字",
    letter: "没有这样读的文字，下面是",
  };

  const PROPOSED = { name: "校注", title: "原文不是这样写的；编者认为应当这样读，见本件校注" };

  /** The label of a tier, with what it means; none for what answers as it was typed.
   * @type {NoticeSearch["tierLabels"]} */
  function tierLabels(tier) {
    return NEARNESS.filter(([labelled]) => labelled === tier).map(([, name, title]) => ({ name, title }));
  }

  /** The beginning of words that were pasted, as a label has room for.
   * @param {string} words */
  function shortened(words) {
    return words.length > LABEL_LENGTH + 1 ? `${words.slice(0, LABEL_LENGTH)}……` : words;
  }

  /** The labels of a document.
   * @type {NoticeSearch["labels"]} */
  function labels({ tier, near, lacks, hits }) {
    const title = near && NEAR[near];
    const alike = title ? [{ name: "近似", title }] : [];
    const lacking = lacks.map((word) => ({ name: `缺“${shortened(word)}”`, title: `这件文件没有“${word}”` }));
    const proposed = hits.every(({ isProposed }) => isProposed) ? [PROPOSED] : [];
    return [...alike, ...proposed, ...(lacks.length ? lacking : near === "parts" ? [] : tierLabels(tier))];
  }

  /** What a reader is told before answers that are only near.
   * @type {NoticeSearch["insteadText"]} */
  function insteadText({ how, words, isNarrowed, isSure }) {
    const results = words && `“${words}”的结果`;
    if (!isSure) return `尚未逐件核对有无这句话，先列${results}。`;
    return `${isNarrowed ? "筛选范围内" : ""}${INSTEAD[how]}${results}。`;
  }

  /** What is said of words that were left out, where no document answers.
   * @type {NoticeSearch["withoutText"]} */
  function withoutText({ without }) {
    const words = without.map(({ typed }) => `“${typed}”`).join("、");
    return words && `没有符合其余条件而不含${words}的文件。`;
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ withoutText, tierLabels, labels, insteadText }));
})(Notices.search);
