/* 注音: pinyin over the characters of the whole text, of one section, or of what is selected.
 *
 * The readings are those of the build: notices/readings/PAGE.js, a classic script that calls noticeReadings({…}) and is
 * loaded when pinyin is asked for. That of the whole text is kept in this browser.
 *
 * pinyin.parts([[text node, start, end], …]), pinyin.place(BLOCK)  put pinyin over these
 */
(function () {
  "use strict";

  var KEY = "notice-pinyin";
  var button = document.querySelector('.tools [data-tool="pinyin"]');
  if (!button) return;
  var root = document.documentElement;
  var text = Array.from(document.querySelectorAll(".text"));
  if (!text.some(function (part) { return part.textContent.trim(); })) {
    button.hidden = true;
    return;
  }
  var readings = null;
  var places = new WeakMap(); // text node -> its block and its place there, counted in characters

  function load(then) {
    if (readings) return then();
    var script = document.createElement("script");
    script.src = new URL(location.pathname.replace(/([^/]+)\.html$/, "readings/$1.js"), location.href).href;
    window.noticeReadings = function (found) { readings = found; };
    script.onload = function () { if (readings) then(); };
    script.onerror = function () { window.pageMenu.say("没有本页的读音"); };
    document.head.append(script);
  }

  function kept() {
    try { return localStorage.getItem(KEY) === "on"; } catch (refused) { return false; }
  }

  function keep(on) {
    try { localStorage.setItem(KEY, on ? "on" : "off"); } catch (refused) { /* not kept, but works */ }
  }

  // --- readings of places ------------------------------------------------------------------------

  function locate() {
    places = new WeakMap();
    text.forEach(function (part) {
      part.querySelectorAll("[id]").forEach(function (block) {
        if (!readings.otherwise[block.id]) return;
        var place = 0;
        window.blockText.own(block.id).forEach(function (node) {
          places.set(node, [block.id, place]);
          place += Array.from(node.data).length;
        });
      });
    });
  }

  /* How the characters of a node are read: one syllable each, "" for what has none. */
  function spoken(node, characters) {
    var place = places.get(node);
    var said = characters.map(function (character) {
      return Object.hasOwn(readings.mostly, character) ? readings.mostly[character] : "";
    });
    var otherwise = place ? readings.otherwise[place[0]] : [];
    for (var n = 0; n < otherwise.length; n += 2) {
      var at = otherwise[n] - place[1];
      if (at >= 0 && at < said.length) said[at] = otherwise[n + 1];
    }
    return said;
  }

  // --- on and off --------------------------------------------------------------------------------

  /* Characters with their syllables, the others as they are; only those from `from` to `to` (UTF-16 units). */
  function annotate(node, from, to) {
    var characters = Array.from(node.data);
    var said = spoken(node, characters);
    var made = document.createDocumentFragment();
    var plain = "";
    var at = 0;
    characters.forEach(function (character, number) {
      var inside = at >= from && at < to && said[number];
      at += character.length;
      if (!inside) {
        plain += character;
        return;
      }
      var ruby = document.createElement("ruby");
      var syllable = document.createElement("rt");
      syllable.textContent = said[number];
      syllable.setAttribute("aria-hidden", "true"); // who hears the text hears the character
      ruby.append(character, syllable);
      made.append(plain, ruby);
      plain = "";
    });
    made.append(plain);
    made.normalize();
    node.replaceWith(made);
  }

  /* The text nodes below some elements that have no pinyin yet. */
  function bare(elements) {
    return elements.flatMap(function (element) { return window.blockText.nodes(element); }).filter(function (node) {
      return !node.parentElement.closest("ruby");
    });
  }

  function add(jobs) { // [[node, from, to], …]
    load(function () {
      locate();
      jobs().forEach(function (job) { annotate.apply(null, job); });
      show();
    });
  }

  function whole(node) { return [node, 0, node.length]; }

  function clear() {
    document.querySelectorAll(".text ruby").forEach(function (ruby) {
      var parent = ruby.parentNode;
      ruby.querySelectorAll("rt").forEach(function (syllable) { syllable.remove(); });
      ruby.replaceWith.apply(ruby, ruby.childNodes);
      parent.normalize();
    });
    show();
  }

  function show() {
    var on = document.querySelector(".text ruby") !== null;
    button.classList.toggle("is-on", on);
    root.classList.toggle("has-pinyin", on);
  }

  // --- what is offered ---------------------------------------------------------------------------

  function named(heading) {
    var words = window.blockText.read(heading).replace(/[。．：；;:]$/, "");
    return words.length > 24 ? words.slice(0, 24) + "…" : words;
  }

  function pieces(elements) {
    return function () { add(function () { return bare(elements).map(whole); }); };
  }

  function offers() {
    var selected = window.blockText.selected();
    var found = selected ? [["选中的文字", function () { window.pinyin.parts(selected.parts); }]] : [];
    found.push(["全文", function () {
      keep(true);
      pieces(text)();
    }]);
    if (document.querySelector(".text ruby")) {
      found.push(["去掉注音", function () {
        keep(false);
        clear();
      }]);
    }
    document.querySelectorAll(".text :is(h2, h3).section").forEach(function (heading) {
      found.push([named(heading), pieces(window.blockText.section(heading)), true]);
    });
    return found;
  }

  window.pinyin = {
    parts: function (parts) { add(function () { return parts.filter(isBare); }); },
    place: function (id) { // a heading stands for its section
      var block = document.getElementById(id);
      pieces(block.matches(".section") ? window.blockText.section(block) : [window.blockText.unit(id)])();
    },
  };

  function isBare(job) { return job[0].isConnected && !job[0].parentElement.closest("ruby"); }

  button.addEventListener("click", function () { window.pageMenu.toggle(button, offers()); });

  /* Copied words come without the syllables above them. */
  document.addEventListener("copy", function (event) {
    if (!document.querySelector(".text ruby")) return;
    root.classList.add("copying");
    var words = window.getSelection().toString();
    root.classList.remove("copying");
    if (!words) return;
    event.clipboardData.setData("text/plain", words);
    event.preventDefault();
  });

  if (kept()) add(function () { return bare(text).map(whole); });
})();
