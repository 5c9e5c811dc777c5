/* Printing: the button 打印 offers the whole page or one section of the text; while the page is printed, the addresses of
 * its links stand at its end, numbered as behind the links.
 */
(function () {
  "use strict";

  const article = document.querySelector(".md-content__inner");
  if (!article) return;
  const root = document.documentElement;
  const script = new URL(document.currentScript.src);
  const TOP = new URL("../../", script); // the top of the site
  const imprint = article.querySelector(".imprint");
  const place = imprint && imprint.querySelector(".place");

  // --- addresses of links ------------------------------------------------------------------------

  /* As a reader can use it: over http whole, from the disk from the top of the site. */
  function readable(link) {
    if (location.protocol !== "file:" || !link.href.startsWith(TOP.href)) return decodeURI(link.href);
    return decodeURI(link.href.slice(TOP.href.length));
  }

  /* Leads out of what is printed, and is words that are printed. */
  function counts(link) {
    if (link.closest("nav, .tools, .cite-menu, .present-bar, .print-links, svg, #search-page")) return false;
    if (link.matches(".permalink, .footnote-ref, .footnote-backref")) return false;
    if (root.classList.contains("printing-part") && !link.closest(".printed")) return false;
    return link.pathname !== location.pathname && link.getClientRects().length > 0;
  }

  /* What the foot of the page says of its edition, which is not printed itself. */
  function nameEdition() {
    const named = document.querySelector(".md-footer .edition a");
    if (imprint && named) imprint.querySelector(".edition-name").textContent = named.textContent.trim();
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

  /* Marks what belongs to a section: its heading, all up to the next heading of its rank, the headings and the title
     above it, its notes. */
  function choose(heading) {
    printWhole();
    const piece = heading.closest(".text > *");
    const text = piece.parentElement;
    const rank = Number(heading.tagName[1]);
    Notices.blockText.section(heading).forEach((part) => { part.classList.add("printed"); });
    for (let above = piece.previousElementSibling, higher = rank; above; above = above.previousElementSibling) {
      const outer = Notices.blockText.heading(above);
      if (outer && outer.matches(".section") && Number(outer.tagName[1]) < higher) {
        higher = Number(outer.tagName[1]);
        above.classList.add("printed");
      }
    }
    if (place) place.dataset.place = `#${heading.id}`;
    text.querySelectorAll(":scope > .title").forEach((title) => { title.classList.add("printed"); });
    text.querySelectorAll(".printed .footnote-ref").forEach((mark) => {
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

  function offer(heading) {
    const words = Notices.blockText.read(heading).replace(/[。．：；;:]$/, "");
    return [words.length > 24 ? `${words.slice(0, 24)}…` : words, () => {
      choose(heading);
      window.print();
    }, !heading.matches("h2")];
  }

  tool.addEventListener("click", () => {
    Notices.popupMenu.toggle(tool, [["全文", () => {
      printWhole();
      window.print();
    }]].concat(headings.map(offer)));
  });
})();
