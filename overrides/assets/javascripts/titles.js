/* Titles break between words, not inside one, as far as the browser knows the words of Chinese. */
(function () {
  "use strict";

  const titles = document.querySelectorAll(".text .title, .md-content__inner > h1");
  if (!titles.length || !("Segmenter" in Intl)) return;
  const words = new Intl.Segmenter("zh", { granularity: "word" });
  const BINDS_BACK = /^[\p{P}的了和与及、》〉）”]/u; // what does not begin a line
  const LONGEST_SLOGAN = 8; // what stands in quotation marks and is not longer is kept in one line
  const BINDS_ON = /[《〈（“]$/u; // what does not end one

  /** @param {string} title @param {number} at */
  function isInSlogan(title, at) {
    const start = title.slice(0, at).lastIndexOf("“");
    const end = title.indexOf("”", start);
    return start >= 0 && end >= at && end - start - 1 <= LONGEST_SLOGAN;
  }

  /** Makes a block of each line of the source, so that each is balanced by itself.
   * @param {Element} title */
  function setLines(title) {
    const lines = [document.createElement("span")];
    Array.from(title.childNodes).forEach((node) => {
      if (node instanceof HTMLElement && node.matches("br")) lines.push(document.createElement("span"));
      else if (!(node instanceof HTMLElement && node.matches(".permalink"))) lines[lines.length - 1].append(node);
    });
    lines.forEach((line) => { line.className = "title-line"; });
    title.querySelectorAll("br").forEach((lineBreak) => { lineBreak.remove(); });
    title.prepend(...lines);
  }

  titles.forEach((title) => {
    Notices.blockText.nodes(title).forEach((node) => {
      const parts = document.createDocumentFragment();
      let before = "", at = 0;
      for (const { segment } of words.segment(node.data)) {
        const isBound = BINDS_BACK.test(segment) || BINDS_ON.test(before) || isInSlogan(node.data, at);
        if (before && !isBound) parts.append(document.createElement("wbr"));
        at += segment.length;
        parts.append(segment);
        before = segment;
      }
      node.replaceWith(parts);
    });
    if (title.querySelector("br")) setLines(title);
  });
})();
