/* Printing: the button 打印 offers the whole page or one section of the text; while the page is printed, the addresses of
 * its links stand at its end, numbered as behind the links.
 */
(function () {
  "use strict";

  const article = /** @type {HTMLElement} */ (document.querySelector(".md-content__inner"));
  if (!article) return;
  const root = document.documentElement;
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const TOP = new URL("../../", src); // the top of the site
  const HEADING_LENGTH = 24; // characters of a heading in the menu, about one line on a phone
  const imprint = article.querySelector(".imprint");
  const place = imprint && imprint.querySelector(".place");

  // --- addresses of links ------------------------------------------------------------------------

  /** As a reader can use it: over http whole, from the disk from the top of the site.
   * @param {HTMLAnchorElement} link */
  function readable(link) {
    if (location.protocol !== "file:" || !link.href.startsWith(TOP.href)) return decodeURI(link.href);
    return decodeURI(link.href.slice(TOP.href.length));
  }

  /** Whether a link leads out of what is printed, and its words are printed.
   * @param {HTMLAnchorElement} link */
  function counts(link) {
    if (link.closest("nav, .tools, .cite-menu, .present-bar, .print-links, svg, .sheet, #search-page")) return false;
    if (link.matches(".permalink, .footnote-ref, .footnote-backref")) return false;
    if (root.classList.contains("printing-part") && !link.closest(".printed")) return false;
    return link.pathname !== location.pathname && link.getClientRects().length > 0;
  }

  /* What the foot of the page says of its edition, which is not printed itself. */
  function nameEdition() {
    const edition = document.querySelector(".md-footer .edition a");
    const name = imprint && imprint.querySelector(".edition-name");
    if (name && edition) name.textContent = (edition.textContent || "").trim();
  }

  function addAddresses() {
    removeAddresses();
    nameEdition();
    const numbers = new Map();
    Array.from(article.querySelectorAll("a[href]")).filter(counts).forEach((link) => {
      const address = readable(link);
      if (!numbers.has(address)) numbers.set(address, numbers.size + 1);
      const mark = document.createElement("sup");
      mark.className = "print-link";
      mark.textContent = `[${numbers.get(address)}]`;
      link.after(mark);
    });
    if (!numbers.size) return;
    const list = document.createElement("section");
    const title = document.createElement("p");
    const items = document.createElement("ol");
    list.className = "print-links printed";
    title.textContent = "链接";
    numbers.forEach((number, address) => {
      const item = document.createElement("li");
      item.textContent = address;
      items.append(item);
    });
    list.append(title, items);
    if (imprint) imprint.before(list);
    else article.append(list);
  }

  function removeAddresses() {
    article.querySelectorAll(".print-link, .print-links").forEach((element) => { element.remove(); });
  }

  /** @type {HTMLDetailsElement[]} */
  let opened = []; // folded parts that stand open for the printer

  window.addEventListener("beforeprint", () => {
    opened = Array.from(article.querySelectorAll("details:not([open])"));
    opened.forEach((part) => { part.open = true; });
    addAddresses();
  });
  window.addEventListener("afterprint", () => {
    removeAddresses();
    opened.forEach((part) => { part.open = false; });
    printWhole();
  });

  // --- one section -------------------------------------------------------------------------------

  function printWhole() {
    root.classList.remove("printing-part");
    if (place) delete place.dataset.place;
    article.querySelectorAll(".printed").forEach((element) => { element.classList.remove("printed"); });
  }

  /** Marks what belongs to a section: its heading, all up to the next heading of its rank, the headings and the title
   * above it, its notes.
   * @param {HTMLElement} heading */
  function choose(heading) {
    printWhole();
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
    root.classList.add("printing-part");
  }

  // --- the menu ----------------------------------------------------------------------------------

  const tool = document.querySelector('.tools [data-tool="print"]');
  if (!tool) return;
  const headings = Array.from(article.querySelectorAll(".text .section")).filter((heading) => heading.matches("h2, h3"));
  if (!headings.length) {
    tool.addEventListener("click", () => { window.print(); });
    return;
  }
  tool.setAttribute("aria-haspopup", "menu");
  tool.setAttribute("aria-expanded", "false");

  /** @param {HTMLElement} heading @returns {Offer} */
  function offer(heading) {
    const words = Notices.blockText.read(heading).replace(/[。．：；;:]$/, "");
    return [words.length > HEADING_LENGTH ? `${words.slice(0, HEADING_LENGTH)}…` : words, () => {
      choose(heading);
      window.print();
    }, !heading.matches("h2")];
  }

  tool.addEventListener("click", () => {
    /** @type {Offer} */
    const whole = ["全文", () => {
      printWhole();
      window.print();
    }];
    Notices.popupMenu.toggle(tool, [whole, ...headings.map(offer)]);
  });
})();
