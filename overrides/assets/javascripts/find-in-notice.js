/* 查本件: finds Han characters, pinyin or initials in the text of a notice, marks them all and goes from one to the next.
 *
 * 三严三实, sanyansanshi and, because it is a term, syss find the same. The readings are those of the build (notices/readings/PAGE.js).
 */
(function () {
  "use strict";

  const bar = document.querySelector(".tools");
  const opener = document.querySelector('.tools [data-tool="find"]');
  if (!bar || !opener) return;
  const button = opener;
  const FEWEST_LETTERS = 2; // one letter stands for hundreds of characters

  /** A character of a block that counts: letters, digits and Han characters, in one case and width.
   * @typedef {{ sign: string, at: number, syllable: string, term: object | null }} Sign */
  /** @type {Map<string, Sign[]> | null} */
  let signs = null; // block -> what counts of its text
  /** @type {string[]} */
  let places = []; // what answers: "BLOCK.START-END"
  let current = 0;

  // --- the text ----------------------------------------------------------------------------------

  /** @param {string} text */
  function plain(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  /** @param {string} syllable */
  function letters(syllable) {
    return syllable.replace(/ü/g, "v").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  /** @param {NoticeReadings | null} readings */
  function read(readings) {
    /** @type {Map<string, Sign[]>} */
    const all = new Map();
    document.querySelectorAll(".text [id]").forEach((block) => {
      if (block.matches("sup, a")) return;
      const exceptions = (readings && readings.otherwise[block.id]) || [];
      /** @type {Sign[]} */
      const ofBlock = [];
      Notices.blockText.own(block.id).forEach(([node, start]) => {
        Array.from(node.data).forEach((character, number) => {
          const at = start + number;
          const sign = plain(character);
          if (!/[\p{L}\p{N}]/u.test(sign)) return;
          const known = readings && Object.prototype.hasOwnProperty.call(readings.mostly, character);
          const term = /** @type {Element} */ (node.parentElement).closest(".term, .term-again");
          ofBlock.push({ sign, at, term, syllable: known ? letters(readings.mostly[character]) : "" });
        });
      });
      for (let n = 0; n < exceptions.length; n += 2) {
        const sign = ofBlock.find(({ at }) => at === Number(exceptions[n]));
        if (sign) sign.syllable = letters(String(exceptions[n + 1]));
      }
      all.set(block.id, ofBlock);
    });
    markForms(all);
    return all;
  }

  /** A title holds terms that are not marked in it: they are known by the marked ones.
   * @param {Map<string, Sign[]>} all */
  function markForms(all) {
    const forms = new Set(Array.from(document.querySelectorAll(".text .term, .text .term-again"), (term) => plain(term.textContent || "")));
    all.forEach((ofBlock) => {
      const text = ofBlock.map(({ sign }) => sign[0]).join("");
      forms.forEach((form) => {
        for (let at = form ? text.indexOf(form) : -1; at >= 0; at = text.indexOf(form, at + 1)) {
          const held = ofBlock.slice(at, at + form.length);
          const term = {};
          if (held.every((sign) => !sign.term)) held.forEach((sign) => { sign.term = term; });
        }
      });
    });
  }

  /** @param {() => void} then */
  function load(then) {
    if (signs) {
      then();
      return;
    }
    /** @param {NoticeReadings | null} readings */
    const ready = (readings) => {
      signs = read(readings);
      then();
    };
    const before = window.noticeReadings;
    const script = document.createElement("script");
    script.src = new URL(location.pathname.replace(/([^/]+)\.html$/, "readings/$1.js"), location.href).href;
    window.noticeReadings = (readings) => { window.noticeReadings = before; ready(readings); };
    script.onerror = () => { ready(null); }; // characters are found all the same
    document.head.append(script);
  }

  // --- finding -----------------------------------------------------------------------------------

  /** How many signs from one on a query takes: each literally or by its syllable, those of a term by their initials too; 0
   * where it does not fit. Elsewhere four letters would be the initials of any words.
   * @param {Sign[]} text @param {number} from @param {string} query */
  function taken(text, from, query) {
    /** @type {[sign: number, letter: number][]} */
    const open = [[from, 0]];
    while (open.length) {
      const [at, done] = /** @type {[number, number]} */ (open.pop());
      if (done === query.length) return at - from;
      const sign = text[at];
      if (!sign) continue;
      const rest = query.slice(done);
      const { syllable } = sign;
      const ways = new Set();
      if (rest.startsWith(sign.sign)) ways.add(sign.sign.length);
      if (syllable) {
        if (rest[0] === syllable[0] && sign.term && sign.term === text[from].term) ways.add(1);
        if (rest.startsWith(syllable)) ways.add(syllable.length);
        else if (syllable.startsWith(rest)) ways.add(rest.length); // still being typed
      }
      ways.forEach((length) => { open.push([at + 1, done + length]); });
    }
    return 0;
  }

  /** @param {string} typed @returns {string[]} */
  function found(typed) {
    const query = plain(typed).replace(/[^\p{L}\p{N}]/gu, "");
    if (!query || (/^[a-z]+$/.test(query) && query.length < FEWEST_LETTERS)) return [];
    /** @type {string[]} */
    const all = [];
    (signs || new Map()).forEach((text, block) => {
      for (let at = 0; at < text.length; at += 1) {
        const length = taken(text, at, query);
        if (!length) continue;
        all.push(`${block}.${text[at].at}-${text[at + length - 1].at + 1}`);
        at += length - 1;
      }
    });
    return all;
  }

  // --- the field ---------------------------------------------------------------------------------

  const form = document.createElement("form");
  const field = document.createElement("input");
  const count = document.createElement("span");
  form.className = "find-in-notice";
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "查本件");
  form.hidden = true;
  field.type = "search";
  field.setAttribute("aria-label", "查本件：汉字、拼音或首字母");
  field.placeholder = "汉字、拼音或首字母";
  field.autocomplete = "off";
  count.setAttribute("role", "status");

  /** @param {string} sign @param {string} name @param {() => void} action */
  function stepButton(sign, name, action) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = sign;
    element.setAttribute("aria-label", name);
    element.addEventListener("click", action);
    return element;
  }

  form.append(
    field, count,
    stepButton("↑", "上一处", () => { go(-1); }),
    stepButton("↓", "下一处", () => { go(1); }),
    stepButton("关闭", "关闭查找", () => { toggle(false); })
  );
  bar.append(form);

  function show() {
    document.querySelectorAll("mark.is-current").forEach((mark) => { mark.classList.remove("is-current"); });
    count.textContent = field.value ? (places.length ? `${current + 1} / ${places.length} 处` : "没有找到") : "";
    if (!places.length) return;
    Notices.markedWords.mark(places[current]).forEach((mark) => {
      mark.classList.add("is-current");
    });
    const mark = document.querySelector("mark.is-current");
    if (mark) mark.scrollIntoView({ block: "center" });
  }

  function search() {
    load(() => {
      places = found(field.value);
      current = 0;
      Notices.markedWords.show(places);
      show();
    });
  }

  /** @param {number} step */
  function go(step) {
    if (!places.length) return;
    current = (current + step + places.length) % places.length;
    show();
  }

  /** @param {boolean} isOpen */
  function toggle(isOpen) {
    form.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) {
      field.focus();
      field.select();
      if (field.value) search();
    } else {
      Notices.markedWords.show([]);
      button.focus({ preventScroll: true });
    }
  }

  field.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(1);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    toggle(false);
  });
  button.addEventListener("click", () => { toggle(form.hidden); });
})();
