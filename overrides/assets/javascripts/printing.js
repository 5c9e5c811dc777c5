/* Printing: folded parts stand open for the printer, and the foot names the edition. The button 打印 opens the dialog of
 * print-studio.js; a site in one file has a menu instead: the whole or one section.
 *
 * Notices.printing.choose(heading)  prints one section alone, or all again: null
 * Notices.printing.unfold()         opens what is folded; fold() closes it again
 */
(function () {
  "use strict";

  const found = document.querySelector(".md-content__inner");
  if (!found) return;
  const article = found;
  const root = document.documentElement;
  const HEADING_LENGTH = 24; // characters of a heading in the menu, about one line on a phone
  const NOT_PRINTED = ".record, .source-text, .outline"; // folded parts that no print has
  const imprint = article.querySelector(".imprint");
  const place = imprint && imprint.querySelector(".place");

  /* What the foot of the page says of its edition, which is not printed itself, and of its address. */
  function fillImprint() {
    const edition = document.querySelector(".md-footer .edition a");
    const name = imprint && imprint.querySelector(".edition-name");
    if (name && edition) name.textContent = (edition.textContent || "").trim();
    if (place && location.protocol !== "file:") place.textContent = decodeURI(location.origin + location.pathname);
  }

  /** @type {HTMLDetailsElement[]} */
  let opened = []; // folded parts that stand open for the printer

  function unfold() {
    fillImprint();
    const closed = Array.from(article.querySelectorAll("details:not([open])")).filter((part) => !part.matches(NOT_PRINTED));
    closed.forEach((part) => { part.open = true; });
    opened = opened.concat(closed);
  }

  function fold() {
    opened.forEach((part) => { part.open = false; });
    opened = [];
  }

  window.addEventListener("beforeprint", unfold);
  window.addEventListener("afterprint", () => {
    if (root.classList.contains("print-preview")) return;
    fold();
    choose(null);
  });

  // --- one section -------------------------------------------------------------------------------

  /** Marks what belongs to a section: its heading, all up to the next heading of its rank, the headings and the title
   * above it, its notes.
   * @param {HTMLElement | null} heading */
  function choose(heading) {
    root.classList.toggle("printing-part", Boolean(heading));
    if (place) delete place.dataset.place;
    article.querySelectorAll(".printed").forEach((element) => { element.classList.remove("printed"); });
    if (!heading) return;
    const piece = /** @type {HTMLElement} */ (heading.closest(".text > *"));
    const text = /** @type {HTMLElement} */ (piece.parentElement);
    Notices.blockText.section(heading).forEach((part) => { part.classList.add("printed"); });
    let rank = Number(heading.tagName[1]);
    for (let before = piece.previousElementSibling; before; before = before.previousElementSibling) {
      const outer = Notices.blockText.heading(before);
      if (outer && outer.matches(".section") && Number(outer.tagName[1]) < rank) {
        rank = Number(outer.tagName[1]);
        before.classList.add("printed");
      }
    }
    if (place) place.dataset.place = `#${heading.id}`;
    text.querySelectorAll(":scope > .title").forEach((title) => { title.classList.add("printed"); });
    text.querySelectorAll(".printed a.footnote-ref").forEach((mark) => {
      const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
      if (note) note.classList.add("printed");
    });
  }

  Notices.printing = { choose, unfold, fold };

  // --- the button --------------------------------------------------------------------------------

  /** @param {HTMLElement} button */
  function opensStudio(button) {
    button.addEventListener("click", () => {
      Notices.toolbar.load("print-studio", () => { Notices.printStudio.open(button); });
    });
  }

  /** @param {HTMLElement} heading @returns {Offer} */
  function offer(heading) {
    const words = Notices.blockText.read(heading).replace(/[。．：；;:]$/, "");
    return [words.length > HEADING_LENGTH ? `${words.slice(0, HEADING_LENGTH)}…` : words, () => {
      choose(heading);
      window.print();
    }, !heading.matches("h2")];
  }

  const tool = document.querySelector('.tools [data-tool="print"]');
  if (tool && !root.classList.contains("one-file")) opensStudio(tool);
  else if (tool) {
    const headings = Array.from(article.querySelectorAll(".text .section")).filter((heading) => heading.matches("h2, h3"));
    tool.addEventListener("click", () => {
      Notices.popupMenu.toggle(tool, [["全文", () => { window.print(); }], ...headings.map(offer)]);
    });
  } else if (article.querySelector("h1") && !document.querySelector("#search-page, .home-search, .search-form, .print-sheet")) {
    const line = document.createElement("p");
    const button = document.createElement("button");
    line.className = "print-here";
    button.type = "button";
    button.textContent = "打印";
    line.append(button);
    article.prepend(line);
    opensStudio(button);
  }
})();
