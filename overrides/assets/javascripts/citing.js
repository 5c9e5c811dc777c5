/* Permanent links: a click marks the place and opens a menu that copies its address, a citation, or words and source. */
(function () {
  "use strict";

  if (!document.querySelector(".document")) return;

  const POINT_LENGTH = 12; // characters that tell a point from the others, in a menu as wide as its longest other line

  /** The address of a block, or of words: ?at=BLOCK.START-END, once for each block that they stand in.
   * @param {string} id @param {string[]} places */
  function address(id, places = []) {
    const url = new URL(location.href);
    url.search = places.map((place) => `at=${place}`).join("&");
    url.hash = id;
    return url.href;
  }

  /** The citation of the document in which an element stands.
   * @param {Element | null} element */
  function citation(element) {
    const citable = element && element.closest("[data-citation]");
    return (citable && citable.dataset.citation) || "";
  }

  /** @param {string} text */
  function copy(text) {
    function byHand() {
      const area = document.createElement("textarea");
      area.value = text;
      area.style.position = "fixed";
      area.style.opacity = "0";
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done ? Promise.resolve() : Promise.reject(new Error("copy"));
    }
    const copied = navigator.clipboard ? navigator.clipboard.writeText(text).catch(byHand) : byHand();
    return copied.then(
      () => { Notices.popupMenu.say("已复制"); },
      () => { Notices.popupMenu.say("浏览器不允许复制"); }
    );
  }

  /** What the menu offers for the block whose permanent link was clicked.
   * @param {string} id @param {HTMLElement} unit @param {Element} link @returns {Offer[]} */
  function offers(id, unit, link) {
    const piece = link.closest("[data-lines]") || unit.querySelector("[data-lines]");
    const lines = (piece && piece.dataset.lines) || "";
    return [
      ...(Notices.blockText.selected() ? selectionOffers() : []),
      ["复制链接", () => copy(address(id))],
      ["复制引用", () => copy(citation(link))],
      ["复制文字和出处", () => copy(`“${Notices.blockText.read(unit)}”\n——${citation(link)}\n${address(id)}`)],
      ...pinyinOffers(id),
      ...(lines && document.querySelector("details.source-text") ? [sourceOffer(lines)] : []),
    ];
  }

  /** Leads to lines of the source: "12" or "12-14".
   * @param {string} lines @returns {Offer} */
  function sourceOffer(lines) {
    return [`看原貌第 ${lines.replace("-", "–")} 行`, () => {
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
        ["复制选中文字和出处", () => copy(`“${words}”\n——${citation(document.getElementById(id))}\n${address(id, places)}`)],
        ["复制选中文字的链接", () => copy(address(id, places))],
      ];
    }
    const first = document.querySelector("[data-citation]");
    return [
      ["复制引用", () => copy(citation(first))],
      ["复制引用和链接", () => copy(`${citation(first)}\n${address("")}`)],
      ["复制链接", () => copy(address(""))],
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
