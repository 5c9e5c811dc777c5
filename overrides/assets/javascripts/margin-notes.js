/* Lifts notes into the right margin where the window is wide enough: the footnotes beside their marks, the notes on times,
 * numbers and shared passages beside their words. Elsewhere both stay below the text.
 */
(function () {
  "use strict";

  const page = document.querySelector(".md-content__inner:has(.document)");
  if (!page) return;
  const root = document.documentElement;
  const lists = Array.from(page.querySelectorAll(".footnote > ol, .margin-list > ul"));
  if (!lists.length) return;
  const folded = page.querySelector("details.margin-list");
  const wide = window.matchMedia("screen and (min-width: 76.25em)");
  const GAP = 8; // pixels between two notes
  const notes = lists.flatMap((list) => Array.from(list.querySelectorAll(":scope > li")));
  let waits = 0;

  /** The mark or the words that a note belongs to, as far as they are shown: how far they are below the window's top.
   * @param {HTMLElement} note */
  function height(note) {
    const beside = note.querySelector("a.beside");
    if (!beside) {
      const mark = document.getElementById(note.id.replace(/^fn:/, "fnref:"));
      return mark && mark.offsetParent ? mark.getBoundingClientRect().top : null;
    }
    const id = decodeURIComponent(beside.hash.slice(1));
    const at = Number(beside.dataset.at);
    const places = Notices.blockText.own(id);
    const [node, start] = places.filter(([, position]) => position <= at).pop() || places[0] || [];
    if (!node || start === undefined) return null;
    const range = document.createRange();
    const from = Math.min(Notices.blockText.unitsOf(node.data, at - start), node.length);
    range.setStart(node, from);
    range.setEnd(node, Math.min(from + 1, node.length));
    const box = range.getClientRects()[0];
    return box ? box.top : null;
  }

  /* Beside its line, or below the note before it. */
  function place() {
    const isLifted = wide.matches && !root.classList.contains("view-source") && !root.classList.contains("presenting");
    /** @type {HTMLElement} */ (page).classList.toggle("has-margin-notes", isLifted);
    if (folded) folded.open = isLifted;
    notes.forEach((note) => { note.style.top = ""; });
    if (!isLifted) return;
    const top = /** @type {HTMLElement} */ (page).getBoundingClientRect().top;
    let free = 0;
    notes.map((note) => ({ note, wanted: height(note) }))
      .sort((one, other) => (one.wanted || 0) - (other.wanted || 0))
      .forEach(({ note, wanted }) => {
        note.classList.toggle("is-placeless", wanted === null);
        if (wanted === null) return;
        free = Math.max(free, wanted - top);
        note.style.top = `${free}px`;
        free += note.offsetHeight + GAP;
      });
  }

  function soon() {
    cancelAnimationFrame(waits);
    waits = requestAnimationFrame(place);
  }

  wide.addEventListener("change", soon);
  window.addEventListener("resize", soon);
  new ResizeObserver(soon).observe(page);
  place();
})();
