/* Permanent links: a click marks the place and opens a menu that copies its address, a citation, or words and source. */
(function () {
  "use strict";

  if (!document.querySelector(".document")) return;

  /* The address of a block, or of words: ?at=BLOCK.START-END, once for each block that they stand in. */
  function address(id, places) {
    const url = new URL(location.href);
    url.search = (places || []).map((place) => `at=${place}`).join("&");
    url.hash = id || "";
    return url.href;
  }

  function citation(element) {
    return element.closest("[data-citation]").dataset.citation;
  }

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

  /* What the menu offers for a place: [word, action]. */
  function offers(id, element) {
    const unit = Notices.blockText.unit(id);
    const selected = Notices.blockText.selected() ? selectionOffers() : [];
    const found = selected.concat([
      ["复制链接", () => copy(address(id))],
      ["复制引用", () => copy(citation(element))],
      ["复制文字和出处", () => copy(`“${Notices.blockText.read(unit)}”\n——${citation(element)}\n${address(id)}`)],
    ], pinyin(id));
    const lines = (element.closest("[data-lines]") || unit.querySelector("[data-lines]") || {}).dataset;
    if (lines && document.querySelector("details.source-text")) {
      found.push([`看原貌第 ${lines.lines.replace("-", "–")} 行`, () => {
        const url = new URL(location.href);
        url.searchParams.set("view", "source");
        url.hash = `L${lines.lines.split("-")[0]}`;
        location.assign(url);
      }]);
    }
    return found;
  }

  /* Pinyin for the selected words, and for the section or the paragraph; where the page has it. */
  function pinyin(id) {
    if (!document.querySelector('.tools [data-tool="pinyin"]')) return [];
    const selected = Notices.blockText.selected();
    const isHeading = document.getElementById(id).matches(".section");

    function loaded(then) {
      return () => { Notices.toolbar.load("pinyin", then); };
    }

    const found = selected ? [["选中文字注音", loaded(() => { Notices.pinyin.parts(selected.parts); })]] : [];
    return found.concat([[isHeading ? "本节注音" : "本段注音", loaded(() => { Notices.pinyin.place(id); })]]);
  }

  function selectionOffers() {
    const found = Notices.blockText.selected();
    if (found) {
      const id = found.places[0].replace(/\.\d+-\d+$/, "");
      return [["复制选中文字和出处", () => {
        const named = citation(document.getElementById(id));
        return copy(`“${found.words}”\n——${named}\n${address(id, found.places)}`);
      }], ["复制选中文字的链接", () => copy(address(id, found.places))]];
    }
    const first = document.querySelector("[data-citation]");
    return [
      ["复制引用", () => copy(citation(first))],
      ["复制引用和链接", () => copy(`${citation(first)}\n${address("")}`)],
      ["复制链接", () => copy(address(""))],
    ];
  }

  function choose(link) {
    const id = decodeURIComponent(link.hash.slice(1));
    if (location.hash !== link.hash) {
      const scroll = window.scrollY;
      location.hash = link.hash; // marks the place, and is in the address to share
      window.scrollTo(0, scroll);
    }
    const unit = Notices.blockText.unit(id);
    const points = unit.matches(".point") ? [] : Array.from(unit.querySelectorAll(".point"));
    const pointOffers = points.map((point) => [
      `${Notices.blockText.read(point).slice(0, 12)}…`,
      () => { choose(point.querySelector(".permalink")); },
      true,
    ]);
    Notices.popupMenu.toggle(link, offers(id, link).concat(pointOffers));
  }

  document.querySelectorAll(".text .permalink").forEach((link) => {
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
