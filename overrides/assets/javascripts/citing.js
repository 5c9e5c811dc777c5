/* Permanent links: a click marks the place and opens a menu that copies its address, a citation, or words and source. */
(function () {
  "use strict";

  if (!document.querySelector(".document")) return;

  /* The address of a block, or of words: ?at=BLOCK.START-END, once for each block that they stand in. */
  function address(id, places) {
    var url = new URL(location.href);
    url.search = (places || []).map(function (place) { return "at=" + place; }).join("&");
    url.hash = id || "";
    return url.href;
  }

  function citation(element) {
    return element.closest("[data-citation]").dataset.citation;
  }

  function copy(text) {
    function byHand() {
      var area = document.createElement("textarea");
      area.value = text;
      area.style.position = "fixed";
      area.style.opacity = "0";
      document.body.append(area);
      area.select();
      var done = document.execCommand("copy");
      area.remove();
      return done ? Promise.resolve() : Promise.reject(new Error("copy"));
    }
    var copied = navigator.clipboard ? navigator.clipboard.writeText(text).catch(byHand) : byHand();
    return copied.then(
      function () { window.pageMenu.say("已复制"); },
      function () { window.pageMenu.say("浏览器不允许复制"); }
    );
  }

  /* What the menu offers for a place: [word, action]. */
  function offers(id, element) {
    var unit = window.blockText.unit(id);
    var selected = window.blockText.selected() ? selectionOffers() : [];
    var found = selected.concat([
      ["复制链接", function () { return copy(address(id)); }],
      ["复制引用", function () { return copy(citation(element)); }],
      ["复制文字和出处", function () {
        return copy("“" + window.blockText.read(unit) + "”\n——" + citation(element) + "\n" + address(id));
      }],
    ], pinyin(id));
    var lines = (element.closest("[data-lines]") || unit.querySelector("[data-lines]") || {}).dataset;
    if (lines && document.querySelector("details.source-text")) {
      found.push(["看原貌第 " + lines.lines.replace("-", "–") + " 行", function () {
        var url = new URL(location.href);
        url.searchParams.set("view", "source");
        url.hash = "L" + lines.lines.split("-")[0];
        location.assign(url);
      }]);
    }
    return found;
  }

  /* Pinyin for the selected words, and for the section or the paragraph; where the page has it. */
  function pinyin(id) {
    if (!document.querySelector('.tools [data-tool="pinyin"]')) return [];
    var selected = window.blockText.selected();
    var isHeading = document.getElementById(id).matches(".section");

    function loaded(then) {
      return function () { window.pageTools.load("pinyin", then); };
    }

    var found = selected ? [["选中文字注音", loaded(function () { window.pinyin.parts(selected.parts); })]] : [];
    return found.concat([[isHeading ? "本节注音" : "本段注音", loaded(function () { window.pinyin.place(id); })]]);
  }

  function selectionOffers() {
    var found = window.blockText.selected();
    if (found) {
      var id = found.places[0].replace(/\.\d+-\d+$/, "");
      return [["复制选中文字和出处", function () {
        var named = citation(document.getElementById(id));
        return copy("“" + found.words + "”\n——" + named + "\n" + address(id, found.places));
      }], ["复制选中文字的链接", function () { return copy(address(id, found.places)); }]];
    }
    var first = document.querySelector("[data-citation]");
    return [
      ["复制引用", function () { return copy(first.dataset.citation); }],
      ["复制引用和链接", function () { return copy(first.dataset.citation + "\n" + address("")); }],
      ["复制链接", function () { return copy(address("")); }],
    ];
  }

  function choose(link) {
    var id = decodeURIComponent(link.hash.slice(1));
    if (location.hash !== link.hash) {
      var scroll = window.scrollY;
      location.hash = link.hash; // marks the place, and is in the address to share
      window.scrollTo(0, scroll);
    }
    var unit = window.blockText.unit(id);
    var points = unit.matches(".point") ? [] : Array.from(unit.querySelectorAll(".point"));
    window.pageMenu.toggle(link, offers(id, link).concat(points.map(function (point) {
      return [window.blockText.read(point).slice(0, 12) + "…", function () { choose(point.querySelector(".permalink")); }, true];
    })));
  }

  document.querySelectorAll(".text .permalink").forEach(function (link) {
    link.setAttribute("aria-label", "本段的链接和引用");
    link.setAttribute("aria-haspopup", "menu");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("mousedown", function (event) { event.preventDefault(); }); // keeps the selection
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      choose(link);
    });
  });

  var tool = document.querySelector('.tools [data-tool="cite"]');
  if (tool) {
    tool.addEventListener("mousedown", function (event) { event.preventDefault(); });
    tool.addEventListener("click", function () { window.pageMenu.toggle(tool, selectionOffers()); });
  }
})();
