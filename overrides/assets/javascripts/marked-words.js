/* ?at=BLOCK.START-END marks these characters of a block, for as long as the reader stays; several at=… mark several.
 *
 * Notices.markedWords.mark("BLOCK.START-END")  marks this besides, and gives the elements that do
 * Notices.markedWords.show(["BLOCK.START-END", …]) marks these instead of those marked before, and brings the first into view.
 */
(function () {
  "use strict";

  const PLACE = /^([\w-]+)\.(\d+)-(\d+)$/;
  const CLASS = "marked-words";

  /** Marks one place; the elements that mark it. What is marked already is not marked again.
   * @param {string} place */
  function mark(place) {
    const match = PLACE.exec(place);
    if (!match) return [];
    const start = Number(match[2]);
    const end = Number(match[3]);
    /** @type {HTMLElement[]} */
    const marks = [];
    const { own, unitsOf } = Notices.blockText;
    own(match[1]).forEach(([node, position]) => {
      const from = unitsOf(node.data, Math.max(start - position, 0));
      const to = unitsOf(node.data, Math.max(end - position, 0));
      if (from >= to) return;
      const already = node.parentElement && node.parentElement.closest(`mark.${CLASS}`);
      if (already) {
        marks.push(already);
        return;
      }
      const words = from ? node.splitText(from) : node;
      if (to - from < words.length) words.splitText(to - from);
      const element = document.createElement("mark");
      element.className = CLASS;
      words.replaceWith(element);
      element.append(words);
      marks.push(element);
    });
    return marks;
  }

  function clear() {
    document.querySelectorAll(`mark.${CLASS}`).forEach((element) => {
      const parent = /** @type {Element} */ (element.parentNode);
      element.replaceWith(...element.childNodes);
      parent.normalize();
    });
  }

  /** @param {string[]} places */
  function show(places) {
    clear();
    const first = places.flatMap(mark)[0];
    document.documentElement.classList.toggle("words-marked", Boolean(first));
    if (first) first.scrollIntoView({ block: "center" });
  }

  Notices.markedWords = { show, mark };

  const requested = new URLSearchParams(location.search).getAll("at");
  if (!requested.length) return;
  show(requested);
  window.addEventListener("load", () => { show(requested); }); // once more, when all is where it stays
})();
