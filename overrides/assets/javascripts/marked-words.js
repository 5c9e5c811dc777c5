/* ?at=BLOCK.START-END marks these characters of a block, for as long as the reader stays; several at=… mark several.
 *
 * Notices.markedWords.show(["BLOCK.START-END", …]) marks these instead of those marked before, and brings the first into view.
 */
(function () {
  "use strict";

  const PLACE = /^([\w-]+)\.(\d+)-(\d+)$/;
  const CLASS = "marked-words";

  /* Marks one place; the first of the elements that mark it, or null. */
  function mark(place) {
    const found = PLACE.exec(place);
    if (!found) return null;
    const start = Number(found[2]);
    const end = Number(found[3]);
    let position = 0;
    let first = null;
    const { own, characters, unitsOf } = Notices.blockText;
    own(found[1]).forEach((node) => {
      const from = unitsOf(node.data, Math.max(start - position, 0));
      const to = unitsOf(node.data, Math.max(end - position, 0));
      position += characters(node.data);
      if (from >= to) return;
      const words = from ? node.splitText(from) : node;
      if (to - from < words.length) words.splitText(to - from);
      const made = document.createElement("mark");
      made.className = CLASS;
      words.replaceWith(made);
      made.append(words);
      first = first || made;
    });
    return first;
  }

  function clear() {
    document.querySelectorAll(`mark.${CLASS}`).forEach((made) => {
      const parent = made.parentNode;
      made.replaceWith(...made.childNodes);
      parent.normalize();
    });
  }

  function show(places) {
    clear();
    const first = places.map(mark).filter(Boolean)[0];
    document.documentElement.classList.toggle("words-marked", Boolean(first));
    if (first) first.scrollIntoView({ block: "center" });
  }

  Notices.markedWords = { show };

  const places = new URLSearchParams(location.search).getAll("at");
  if (!places.length) return;
  show(places);
  window.addEventListener("load", () => { show(places); }); // once more, when all is where it stays
})();
