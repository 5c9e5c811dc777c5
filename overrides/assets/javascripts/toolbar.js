/* The bar of reading tools, shown once scripts run: its type size, kept in this browser, and its tools that are loaded when
 * they are asked for (data-load="NAME").
 *
 * Notices.toolbar.load(NAME, then)  loads NAME.js of this folder once, with its style sheet, and goes on when it has run
 */
(function () {
  "use strict";

  const { src: HERE } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const STYLED = ["presentation", "print-studio", "shortcuts-help"]; // those with a style sheet of the same name
  /** @type {Set<string>} */
  const loaded = new Set(); // names of scripts that have run
  /** @type {Map<string, (() => void)[]>} */
  const waiting = new Map(); // name -> what to do when it has run

  /** @param {string} name @param {() => void} then */
  function load(name, then) {
    const others = waiting.get(name);
    if (loaded.has(name)) {
      then();
      return;
    }
    if (others) {
      others.push(then);
      return;
    }
    const actions = [then];
    waiting.set(name, actions);
    if (STYLED.includes(name)) {
      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = new URL(`../stylesheets/${name}.css`, HERE).href;
      sheet.onload = sheet.onerror = run;
      document.head.append(sheet);
    } else run();

    function run() {
      const script = document.createElement("script");
      script.src = new URL(`${name}.js`, HERE).href;
      script.onload = () => {
        loaded.add(name);
        waiting.delete(name);
        actions.forEach((action) => { action(); });
      };
      script.onerror = () => { waiting.delete(name); };
      document.head.append(script);
    }
  }

  Notices.toolbar = { load };

  const bar = document.querySelector(".tools");
  if (!bar) return;
  bar.hidden = false;

  bar.querySelectorAll("[data-load]").forEach((button) => {
    const name = button.dataset.load || "";
    /** @param {Event} event */
    function first(event) {
      button.removeEventListener("click", first);
      event.stopPropagation();
      load(name, () => { if (!button.hidden) button.click(); });
    }
    button.addEventListener("mousedown", (event) => { event.preventDefault(); }); // keeps the selection
    button.addEventListener("click", first);
  });

  // --- parts that a button of the bar unfolds ----------------------------------------------------

  const openers = Array.from(bar.querySelectorAll("[data-panel]"));

  /** @param {HTMLElement} opener */
  function panelOf(opener) { return /** @type {HTMLElement} */ (document.getElementById(opener.dataset.panel || "")); }

  /** @param {HTMLElement} opener @param {boolean} isOpen */
  function unfold(opener, isOpen) {
    panelOf(opener).hidden = !isOpen;
    opener.setAttribute("aria-expanded", String(isOpen));
  }

  openers.forEach((opener) => {
    const panel = panelOf(opener);
    opener.addEventListener("mousedown", (event) => { event.preventDefault(); }); // keeps the selection
    opener.addEventListener("click", () => { unfold(opener, panel.hidden); });
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      unfold(opener, false);
      opener.focus({ preventScroll: true });
    });
  });
  document.addEventListener("click", ({ target }) => {
    openers.forEach((opener) => {
      const group = /** @type {HTMLElement} */ (opener.parentElement);
      if (target instanceof Node && !group.contains(target)) unfold(opener, false);
    });
  });

  // --- size of type ------------------------------------------------------------------------------

  /** @type {[name: string, scale: number][]} */
  const SIZES = [["中", 1], ["大", 1.15], ["特大", 1.3], ["小", 0.9]];
  const KEY = "notice-text-size";
  const sizeButton = /** @type {HTMLElement} */ (bar.querySelector('[data-tool="size"]'));

  /** @param {string} key */
  function stored(key) {
    try { return localStorage.getItem(key); } catch (refused) { return null; }
  }

  /** @param {number} number */
  function apply(number) {
    const [name, scale] = SIZES[number];
    document.documentElement.style.setProperty("--text-scale", String(scale));
    sizeButton.textContent = `字号：${name}`;
  }

  let size = (Number(stored(KEY)) || 0) % SIZES.length;
  apply(size);
  sizeButton.addEventListener("click", () => {
    size = (size + 1) % SIZES.length;
    apply(size);
    try { localStorage.setItem(KEY, String(size)); } catch (refused) { /* not kept, but works */ }
  });

  const pinyin = bar.querySelector('[data-tool="pinyin"]');
  if (pinyin && stored("notice-pinyin") === "on") load("pinyin", () => {});
  const present = bar.querySelector('[data-tool="present"]');
  if (present) present.hidden = !document.querySelector(".document > .text :is(h2, h3, h4, h5, h6)");
  if (present && present.dataset.load && new URLSearchParams(location.search).has("present")) load("presentation", () => {});
})();
