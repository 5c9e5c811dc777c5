/* The switch 显示段号: numbers the paragraphs of each document, headings that a text runs on from among them. */
(function () {
  "use strict";

  const KEY = "notice-numbers";
  const button = document.querySelector('.tools [data-tool="numbers"]');
  if (!button) return;
  const root = document.documentElement;

  function kept() {
    try { return localStorage.getItem(KEY) === "on"; } catch (refused) { return false; }
  }

  /* A document that goes on below one inside it is counted on. */
  function number() {
    const counts = new Map();
    document.querySelectorAll(".document > .text").forEach((text) => {
      const name = text.dataset.citation;
      text.querySelectorAll(":scope > :is(p.paragraph, p.item, p.points, .run-in)").forEach((paragraph) => {
        counts.set(name, (counts.get(name) || 0) + 1);
        paragraph.dataset.number = String(counts.get(name));
      });
    });
  }

  /** @param {boolean} on */
  const show = (on) => {
    button.setAttribute("aria-pressed", String(on));
    root.classList.toggle("has-numbers", on);
  };

  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    try { localStorage.setItem(KEY, on ? "on" : "off"); } catch (refused) { /* not kept, but works */ }
    show(on);
  });
  number();
  button.hidden = !document.querySelector("[data-number]");
  show(kept());
})();
