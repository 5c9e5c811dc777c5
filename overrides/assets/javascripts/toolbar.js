/* The bar of reading tools, shown once scripts run: its type size, kept in this browser, and its tools that are loaded when
 * they are asked for (data-load="NAME").
 *
 * Notices.toolbar.load(NAME, then)  loads NAME.js of this folder once, with its style sheet, and goes on when it has run
 */
(function () {
  "use strict";

  const HERE = document.currentScript.src;
  const STYLED = ["presentation", "shortcuts-help"]; // those with a style sheet of the same name
  const coming = {}; // name -> what to do when it has run; null once it has

  function load(name, then) {
    if (coming[name] === null) return then();
    if (coming[name]) return coming[name].push(then);
    coming[name] = [then];
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
        const waiting = coming[name];
        coming[name] = null;
        waiting.forEach((next) => { next(); });
      };
      script.onerror = () => { delete coming[name]; };
      document.head.append(script);
    }
  }

  Notices.toolbar = { load };

  const bar = document.querySelector(".tools");
  if (!bar) return;
  bar.hidden = false;

  bar.querySelectorAll("[data-load]").forEach((button) => {
    const name = button.dataset.load;
    function first(event) {
      button.removeEventListener("click", first);
      event.stopPropagation();
      load(name, () => { if (!button.hidden) button.click(); });
    }
    button.addEventListener("mousedown", (event) => { event.preventDefault(); }); // keeps the selection
    button.addEventListener("click", first);
  });

  const SIZES = [["中", 1], ["大", 1.15], ["特大", 1.3], ["小", 0.9]];
  const KEY = "notice-text-size";
  const size = bar.querySelector('[data-tool="size"]');

  function stored(key) {
    try { return localStorage.getItem(key); } catch (refused) { return null; }
  }

  function apply(choice) {
    document.documentElement.style.setProperty("--text-scale", SIZES[choice][1]);
    size.textContent = choice ? `字号 ${SIZES[choice][0]}` : "字号";
  }

  let choice = (Number(stored(KEY)) || 0) % SIZES.length;
  apply(choice);
  size.addEventListener("click", () => {
    choice = (choice + 1) % SIZES.length;
    apply(choice);
    try { localStorage.setItem(KEY, String(choice)); } catch (refused) { /* not kept, but works */ }
  });

  const pinyin = bar.querySelector('[data-tool="pinyin"]');
  if (pinyin && stored("notice-pinyin") === "on") load("pinyin", () => {});
  const present = bar.querySelector('[data-tool="present"]');
  if (present) present.hidden = !document.querySelector(".document > .text :is(h2, h3, h4, h5, h6)");
  if (present && present.dataset.load && new URLSearchParams(location.search).has("present")) load("presentation", () => {});
})();
