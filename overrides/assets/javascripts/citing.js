/* Permanent links: a click marks the place and opens a menu that copies its address, a citation, or words and source. */
(function () {
  "use strict";

  if (!document.querySelector(".document")) return;

  const POINT_LENGTH = 12; // characters that tell a point from the others, in a menu as wide as its longest other line

  const { address, entries, of } = Notices.citations;

  /** What copies each citation of a place.
   * @param {Element | null} element @param {string} url @returns {Offer[]} */
  function citations(element, url) {
    const offered = [...of(element, url), ...entries(element, url)];
    return offered.map(([name, text]) => [`复制引用：${name}`, () => Notices.popupMenu.copy(text)]);
  }

  /** Words with where they stand, as official documents cite each other.
   * @param {string} words @param {Element | null} element @param {string} url */
  function quotation(words, element, url) {
    const [[, official]] = of(element, url);
    return `“${words}”\n——${official}\n${url}`;
  }

  /** What the menu offers for the block whose permanent link was clicked.
   * @param {string} id @param {HTMLElement} unit @param {Element} link @returns {Offer[]} */
  function offers(id, unit, link) {
    const piece = link.closest("[data-lines]") || unit.querySelector("[data-lines]");
    const lines = (piece && piece.dataset.lines) || "";
    return [
      ...(Notices.blockText.selected() ? selectionOffers() : []),
      ["复制链接", () => Notices.popupMenu.copy(address(id))],
      ...citations(document.getElementById(id), address(id)),
      ["复制文字和出处", () => Notices.popupMenu.copy(quotation(Notices.blockText.read(unit), link, address(id)))],
      ...pinyinOffers(id),
      ...(lines && document.querySelector("details.source-text") ? [sourceOffer(lines)] : []),
    ];
  }

  /** Leads to lines of the source: "12" or "12-14".
   * @param {string} lines @returns {Offer} */
  function sourceOffer(lines) {
    return [`看来源文本第 ${lines.replace("-", "–")} 行`, () => {
      const url = new URL(location.href);
      url.searchParams.set("view", "source");
      url.hash = `L${lines.split("-")[0]}`;
      location.assign(url);
    }];
  }

  /** Pinyin for the selected words, and for the section or the paragraph; where the page has it.
   * @param {string} id @returns {Offer[]} */
  function pinyinOffers(id) {
    if (!document.querySelector('.tools [data-tool="pinyin"]')) return [];
    const selected = Notices.blockText.selected();
    const block = document.getElementById(id);
    const isHeading = block && block.matches(".section");

    /** @param {() => void} then */
    function loaded(then) {
      return () => { Notices.toolbar.load("pinyin", then); };
    }

    return [
      ...(selected ? [/** @type {Offer} */ (["选中文字注音", loaded(() => { Notices.pinyin.parts(selected.parts); })])] : []),
      [isHeading ? "本节注音" : "本段注音", loaded(() => { Notices.pinyin.place(id); })],
    ];
  }

  /** What the menu offers for the selected words, or for the page where none are selected.
   * @returns {Offer[]} */
  function selectionOffers() {
    const selected = Notices.blockText.selected();
    if (selected) {
      const { words, places } = selected;
      const id = places[0].replace(/\.\d+-\d+$/, "");
      return [
        ["复制选中文字和出处", () => Notices.popupMenu.copy(quotation(words, document.getElementById(id), address(id, places)))],
        ["复制选中文字的链接", () => Notices.popupMenu.copy(address(id, places))],
        ...citations(document.getElementById(id), address(id, places)),
      ];
    }
    const first = document.querySelector("[data-citation]");
    return [
      ...citations(first, address("")),
      ["复制链接", () => Notices.popupMenu.copy(address(""))],
    ];
  }

  /** @param {HTMLAnchorElement} link */
  function choose(link) {
    const id = decodeURIComponent(link.hash.slice(1));
    if (location.hash !== link.hash) {
      const scroll = window.scrollY;
      location.hash = link.hash; // marks the place, and is in the address to share
      window.scrollTo(0, scroll);
    }
    const unit = Notices.blockText.unit(id);
    if (!unit) return;
    const points = unit.matches(".point") ? [] : Array.from(unit.querySelectorAll(".point"));
    Notices.popupMenu.toggle(link, [...offers(id, unit, link), ...points.map(pointOffer)]);
  }

  /** Opens the menu of a point inside the paragraph.
   * @param {Element} point @returns {Offer} */
  function pointOffer(point) {
    const words = Notices.blockText.read(point).slice(0, POINT_LENGTH);
    return [`${words}…`, () => { choose(/** @type {HTMLAnchorElement} */ (point.querySelector("a.permalink"))); }, true];
  }

  document.querySelectorAll(".text a.permalink").forEach((link) => {
    link.setAttribute("aria-label", "本段的链接和引用");
    link.setAttribute("aria-haspopup", "menu");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("mousedown", (event) => { event.preventDefault(); }); // keeps the selection
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      choose(link);
    });
  });

  const tool = document.querySelector('.tools [data-tool="cite"]');
  if (tool) {
    tool.addEventListener("mousedown", (event) => { event.preventDefault(); });
    tool.addEventListener("click", () => { Notices.popupMenu.toggle(tool, selectionOffers()); });
  }
})();
