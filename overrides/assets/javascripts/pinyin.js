/* 注音: pinyin over the characters of the whole text, of one section, or of what is selected.
 *
 * The readings are those of the build: notices/readings/PAGE.js, a classic script that calls noticeReadings({…}) and is
 * loaded when pinyin is asked for. That of the whole text is kept in this browser.
 *
 * Notices.pinyin.parts([[text node, start, end], …])  puts pinyin over these
 * Notices.pinyin.whole(isOn)                           puts it over the whole text, or takes it away
 * Notices.pinyin.place(BLOCK)                         puts it over a block, or over the section of a heading
 */
(function () {
  "use strict";

  const KEY = "notice-pinyin";
  const button = document.querySelector('.tools [data-tool="pinyin"]');
  if (!button) return;
  const root = document.documentElement;
  const texts = Array.from(document.querySelectorAll(".text"));
  if (!texts.some((text) => (text.textContent || "").trim())) {
    button.hidden = true;
    return;
  }
  const HEADING_LENGTH = 24; // characters of a heading in the menu, about one line on a phone
  /** @type {NoticeReadings | null} */
  let pageReadings = null; // of this page, once they are loaded

  /** @param {(readings: NoticeReadings) => void} then */
  function load(then) {
    if (pageReadings) {
      then(pageReadings);
      return;
    }
    const script = document.createElement("script");
    script.src = new URL(location.pathname.replace(/([^/]+)\.html$/, "readings/$1.js"), location.href).href;
    // A global function, because a page from file:// can load data only as a classic script, which calls it.
    window.noticeReadings = (readings) => { pageReadings = readings; };
    script.onload = () => { if (pageReadings) then(pageReadings); };
    script.onerror = () => { Notices.popupMenu.say("读音数据未能载入"); };
    document.head.append(script);
  }

  function kept() {
    try { return localStorage.getItem(KEY) === "on"; } catch (refused) { return false; }
  }

  /** @param {boolean} on */
  function keep(on) {
    try { localStorage.setItem(KEY, on ? "on" : "off"); } catch (refused) { /* not kept, but works */ }
  }

  // --- readings of places ------------------------------------------------------------------------

  /** Maps each text node of the blocks that have rare readings to its block and its place there, counted in characters.
   * @param {NoticeReadings} readings */
  function locate(readings) {
    /** @type {WeakMap<Text, { block: string, start: number }>} */
    const places = new WeakMap();
    texts.forEach((text) => {
      text.querySelectorAll("[id]").forEach((block) => {
        if (!readings.otherwise[block.id]) return;
        Notices.blockText.own(block.id).forEach(([node, start]) => {
          places.set(node, { block: block.id, start });
        });
      });
    });
    return places;
  }

  /** How characters are read: one syllable each, "" for what has none.
   * @param {string[]} characters @param {NoticeReadings} readings @param {{ block: string, start: number }} [place] */
  function syllablesOf(characters, { mostly, otherwise }, place) {
    const syllables = characters.map((character) =>
      (Object.prototype.hasOwnProperty.call(mostly, character) ? mostly[character] : ""));
    if (!place) return syllables;
    const exceptions = otherwise[place.block];
    for (let n = 0; n < exceptions.length; n += 2) {
      const at = Number(exceptions[n]) - place.start;
      if (at >= 0 && at < syllables.length) syllables[at] = String(exceptions[n + 1]);
    }
    return syllables;
  }

  // --- on and off --------------------------------------------------------------------------------

  /** Puts syllables over the characters of a part of a text node.
   * @param {TextPart} part @param {(characters: string[]) => string[]} syllablesFor */
  function annotate([node, from, to], syllablesFor) {
    const characters = Array.from(node.data);
    const syllables = syllablesFor(characters);
    const annotated = document.createDocumentFragment();
    let plain = "";
    let at = 0;
    characters.forEach((character, number) => {
      const inside = at >= from && at < to && syllables[number];
      at += character.length;
      if (!inside) {
        plain += character;
        return;
      }
      const ruby = document.createElement("ruby");
      const syllable = document.createElement("rt");
      syllable.textContent = syllables[number];
      syllable.setAttribute("aria-hidden", "true"); // who hears the text hears the character
      ruby.append(character, syllable);
      annotated.append(plain, ruby);
      plain = "";
    });
    annotated.append(plain);
    annotated.normalize();
    node.replaceWith(annotated);
  }

  /** Whether a text node has no pinyin yet.
   * @param {Text} node */
  function isBare(node) {
    return node.parentElement !== null && !node.parentElement.closest("ruby");
  }

  /** The text nodes below some elements that have no pinyin yet, each as a whole.
   * @param {Element[]} elements @returns {TextPart[]} */
  function bareParts(elements) {
    const nodes = elements.flatMap((element) => Notices.blockText.nodes(element)).filter(isBare);
    return nodes.map((node) => [node, 0, node.length]);
  }

  /** Puts pinyin over parts of the text; which these are is asked once the readings are loaded.
   * @param {() => TextPart[]} partsToAnnotate */
  function add(partsToAnnotate) {
    load((readings) => {
      const places = locate(readings);
      partsToAnnotate().forEach((part) => {
        annotate(part, (characters) => syllablesOf(characters, readings, places.get(part[0])));
      });
      show();
    });
  }

  function clear() {
    document.querySelectorAll(".text ruby").forEach((ruby) => {
      const parent = /** @type {Element} */ (ruby.parentNode);
      ruby.querySelectorAll("rt").forEach((syllable) => { syllable.remove(); });
      ruby.replaceWith(...ruby.childNodes);
      parent.normalize();
    });
    show();
  }

  const show = () => {
    const on = document.querySelector(".text ruby") !== null;
    button.classList.toggle("is-on", on);
    root.classList.toggle("has-pinyin", on);
  };

  // --- what is offered ---------------------------------------------------------------------------

  /** @param {Element} heading */
  function shortened(heading) {
    const words = Notices.blockText.read(heading).replace(/[。．：；;:]$/, "");
    return words.length > HEADING_LENGTH ? `${words.slice(0, HEADING_LENGTH)}…` : words;
  }

  /** @param {Element[]} elements */
  function addBelow(elements) {
    add(() => bareParts(elements));
  }

  function offers() {
    const selected = Notices.blockText.selected();
    /** @type {Offer[]} */
    const list = selected ? [["选中的文字", () => { Notices.pinyin.parts(selected.parts); }]] : [];
    list.push(["全文", () => {
      keep(true);
      addBelow(texts);
    }]);
    if (document.querySelector(".text ruby")) {
      list.push(["取消注音", () => {
        keep(false);
        clear();
      }]);
    }
    document.querySelectorAll(".text :is(h2, h3).section").forEach((heading) => {
      list.push([shortened(heading), () => { addBelow(Notices.blockText.section(heading)); }, true]);
    });
    return list;
  }

  Notices.pinyin = {
    whole(isOn) {
      if (isOn) addBelow(texts);
      else clear();
    },
    parts(parts) { add(() => parts.filter(([node]) => node.isConnected && isBare(node))); },
    place(id) { // a heading stands for its section
      const block = document.getElementById(id);
      const unit = Notices.blockText.unit(id);
      if (block && block.matches(".section")) addBelow(Notices.blockText.section(block));
      else if (unit) addBelow([unit]);
    },
  };

  button.addEventListener("click", () => { Notices.popupMenu.toggle(button, offers()); });

  /* Copied words come without the syllables above them. */
  document.addEventListener("copy", (event) => {
    if (!document.querySelector(".text ruby")) return;
    root.classList.add("copying");
    const words = String(window.getSelection() || "");
    root.classList.remove("copying");
    if (!words || !event.clipboardData) return;
    event.clipboardData.setData("text/plain", words);
    event.preventDefault();
  });

  if (kept()) addBelow(texts);
})();
