/* 注音: pinyin over the characters of the whole text, of one section, or of what is selected.
 *
 * The readings are those of the build: notices/readings/PAGE.js, a classic script that calls noticeReadings({…}) and is
 * loaded when pinyin is asked for. That of the whole text is kept in this browser.
 *
 * Notices.pinyin.parts([[text node, start, end], …]), pinyin.place(BLOCK)  put pinyin over these
 */
(function () {
  "use strict";

  const KEY = "notice-pinyin";
  const button = document.querySelector('.tools [data-tool="pinyin"]');
  if (!button) return;
  const root = document.documentElement;
  const text = Array.from(document.querySelectorAll(".text"));
  if (!text.some((part) => part.textContent.trim())) {
    button.hidden = true;
    return;
  }
  let readings = null;
  let places = new WeakMap(); // text node -> its block and its place there, counted in characters

  function load(then) {
    if (readings) return then();
    const script = document.createElement("script");
    script.src = new URL(location.pathname.replace(/([^/]+)\.html$/, "readings/$1.js"), location.href).href;
    window.noticeReadings = (found) => { readings = found; };
    script.onload = () => { if (readings) then(); };
    script.onerror = () => { Notices.popupMenu.say("没有本页的读音"); };
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
    text.forEach((part) => {
      part.querySelectorAll("[id]").forEach((block) => {
        if (!readings.otherwise[block.id]) return;
        let place = 0;
        Notices.blockText.own(block.id).forEach((node) => {
          places.set(node, [block.id, place]);
          place += Array.from(node.data).length;
        });
      });
    });
  }

  /* How the characters of a node are read: one syllable each, "" for what has none. */
  function spoken(node, characters) {
    const place = places.get(node);
    const said = characters.map((character) => Object.hasOwn(readings.mostly, character) ? readings.mostly[character] : "");
    const otherwise = place ? readings.otherwise[place[0]] : [];
    for (let n = 0; n < otherwise.length; n += 2) {
      const at = otherwise[n] - place[1];
      if (at >= 0 && at < said.length) said[at] = otherwise[n + 1];
    }
    return said;
  }

  // --- on and off --------------------------------------------------------------------------------

  /* Characters with their syllables, the others as they are; only those from `from` to `to` (UTF-16 units). */
  function annotate(node, from, to) {
    const characters = Array.from(node.data);
    const said = spoken(node, characters);
    const made = document.createDocumentFragment();
    let plain = "";
    let at = 0;
    characters.forEach((character, number) => {
      const inside = at >= from && at < to && said[number];
      at += character.length;
      if (!inside) {
        plain += character;
        return;
      }
      const ruby = document.createElement("ruby");
      const syllable = document.createElement("rt");
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
    return elements.flatMap((element) => Notices.blockText.nodes(element)).filter((node) => !node.parentElement.closest("ruby"));
  }

  function add(jobs) { // [[node, from, to], …]
    load(() => {
      locate();
      jobs().forEach((job) => { annotate(...job); });
      show();
    });
  }

  function whole(node) { return [node, 0, node.length]; }

  function clear() {
    document.querySelectorAll(".text ruby").forEach((ruby) => {
      const parent = ruby.parentNode;
      ruby.querySelectorAll("rt").forEach((syllable) => { syllable.remove(); });
      ruby.replaceWith(...ruby.childNodes);
      parent.normalize();
    });
    show();
  }

  function show() {
    const on = document.querySelector(".text ruby") !== null;
    button.classList.toggle("is-on", on);
    root.classList.toggle("has-pinyin", on);
  }

  // --- what is offered ---------------------------------------------------------------------------

  function named(heading) {
    const words = Notices.blockText.read(heading).replace(/[。．：；;:]$/, "");
    return words.length > 24 ? `${words.slice(0, 24)}…` : words;
  }

  function pieces(elements) {
    return () => { add(() => bare(elements).map(whole)); };
  }

  function offers() {
    const selected = Notices.blockText.selected();
    const found = selected ? [["选中的文字", () => { Notices.pinyin.parts(selected.parts); }]] : [];
    found.push(["全文", () => {
      keep(true);
      pieces(text)();
    }]);
    if (document.querySelector(".text ruby")) {
      found.push(["去掉注音", () => {
        keep(false);
        clear();
      }]);
    }
    document.querySelectorAll(".text :is(h2, h3).section").forEach((heading) => {
      found.push([named(heading), pieces(Notices.blockText.section(heading)), true]);
    });
    return found;
  }

  Notices.pinyin = {
    parts(parts) { add(() => parts.filter(isBare)); },
    place(id) { // a heading stands for its section
      const block = document.getElementById(id);
      pieces(block.matches(".section") ? Notices.blockText.section(block) : [Notices.blockText.unit(id)])();
    },
  };

  function isBare(job) { return job[0].isConnected && !job[0].parentElement.closest("ruby"); }

  button.addEventListener("click", () => { Notices.popupMenu.toggle(button, offers()); });

  /* Copied words come without the syllables above them. */
  document.addEventListener("copy", (event) => {
    if (!document.querySelector(".text ruby")) return;
    root.classList.add("copying");
    const words = window.getSelection().toString();
    root.classList.remove("copying");
    if (!words) return;
    event.clipboardData.setData("text/plain", words);
    event.preventDefault();
  });

  if (kept()) add(() => bare(text).map(whole));
})();
