/* Printing: the button 打印 offers the whole page or one section of the text; while the page is printed, the addresses of
 * its links stand at its end, numbered as behind the links.
 */
(function () {
  "use strict";

  var article = document.querySelector(".md-content__inner");
  if (!article) return;
  var root = document.documentElement;
  var script = new URL(document.currentScript.src);
  var TOP = new URL("../../", script); // the top of the site
  var imprint = article.querySelector(".imprint");
  var place = imprint && imprint.querySelector(".place");

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
    var named = document.querySelector(".md-footer .edition a");
    if (imprint && named) imprint.querySelector(".edition-name").textContent = named.textContent.trim();
  }

  function addAddresses() {
    removeAddresses();
    nameEdition();
    var numbers = new Map();
    Array.from(article.querySelectorAll("a[href]")).filter(counts).forEach(function (link) {
      var address = readable(link);
      if (!numbers.has(address)) numbers.set(address, numbers.size + 1);
      var mark = document.createElement("sup");
      mark.className = "print-link";
      mark.textContent = "[" + numbers.get(address) + "]";
      link.after(mark);
    });
    if (!numbers.size) return;
    var list = document.createElement("section");
    var title = document.createElement("p");
    var items = document.createElement("ol");
    list.className = "print-links printed";
    title.textContent = "链接";
    numbers.forEach(function (number, address) {
      var item = document.createElement("li");
      item.textContent = address;
      items.append(item);
    });
    list.append(title, items);
    if (imprint) imprint.before(list);
    else article.append(list);
  }

  function removeAddresses() {
    article.querySelectorAll(".print-link, .print-links").forEach(function (element) { element.remove(); });
  }

  var opened = []; // folded parts that stand open for the printer

  window.addEventListener("beforeprint", function () {
    opened = Array.from(article.querySelectorAll("details:not([open])"));
    opened.forEach(function (part) { part.open = true; });
    addAddresses();
  });
  window.addEventListener("afterprint", function () {
    removeAddresses();
    opened.forEach(function (part) { part.open = false; });
    printWhole();
  });

  // --- one section -------------------------------------------------------------------------------

  function printWhole() {
    root.classList.remove("printing-part");
    if (place) delete place.dataset.place;
    article.querySelectorAll(".printed").forEach(function (element) { element.classList.remove("printed"); });
  }

  /* Marks what belongs to a section: its heading, all up to the next heading of its rank, the headings and the title
     above it, its notes. */
  function choose(heading) {
    printWhole();
    var piece = heading.closest(".text > *");
    var text = piece.parentElement;
    var rank = Number(heading.tagName[1]);
    window.blockText.section(heading).forEach(function (part) { part.classList.add("printed"); });
    for (var above = piece.previousElementSibling, higher = rank; above; above = above.previousElementSibling) {
      var outer = window.blockText.heading(above);
      if (outer && outer.matches(".section") && Number(outer.tagName[1]) < higher) {
        higher = Number(outer.tagName[1]);
        above.classList.add("printed");
      }
    }
    if (place) place.dataset.place = "#" + heading.id;
    text.querySelectorAll(":scope > .title").forEach(function (title) { title.classList.add("printed"); });
    text.querySelectorAll(".printed .footnote-ref").forEach(function (mark) {
      var note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
      if (note) note.classList.add("printed");
    });
    root.classList.add("printing-part");
  }

  // --- the menu ----------------------------------------------------------------------------------

  var tool = document.querySelector('.tools [data-tool="print"]');
  if (!tool) return;
  var headings = Array.from(article.querySelectorAll(".text .section")).filter(function (heading) {
    return heading.matches("h2, h3");
  });
  if (!headings.length) {
    tool.addEventListener("click", function () { window.print(); });
    return;
  }
  tool.setAttribute("aria-haspopup", "menu");
  tool.setAttribute("aria-expanded", "false");

  function offer(heading) {
    var words = window.blockText.read(heading).replace(/[。．：；;:]$/, "");
    return [words.length > 24 ? words.slice(0, 24) + "…" : words, function () {
      choose(heading);
      window.print();
    }, !heading.matches("h2")];
  }

  tool.addEventListener("click", function () {
    window.pageMenu.toggle(tool, [["全文", function () {
      printWhole();
      window.print();
    }]].concat(headings.map(offer)));
  });
})();
