/* The switch 词语全部标出: every place of a term is a link, not only the first in each section; kept in this browser. */
(function () {
  "use strict";

  const TOP = new URL("../../", document.currentScript.src); // the top of the site
  const KEY = "notice-all-terms";
  const tools = document.querySelector(".tools");
  if (!tools || !document.querySelector(".text .term-again")) return;

  function stored() {
    try { return localStorage.getItem(KEY) === "on"; } catch (refused) { return false; }
  }

  function store(on) {
    try { localStorage.setItem(KEY, on ? "on" : "off"); } catch (refused) { /* not kept, but works */ }
  }

  /* Puts the words into another element; the words themselves stay the same nodes. */
  function changed(from, name) {
    const made = document.createElement(name);
    made.className = name === "a" ? "term term-again" : "term-again";
    made.dataset.term = from.dataset.term;
    if (name === "a") made.href = new URL(`glossary/${from.dataset.term}.html`, TOP).href;
    made.append(...from.childNodes);
    from.replaceWith(made);
  }

  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "词语全部标出";
  button.dataset.tool = "terms";

  function show(on) {
    button.setAttribute("aria-pressed", String(on));
    document.querySelectorAll(".text .term-again").forEach((found) => { changed(found, on ? "a" : "span"); });
  }

  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    store(on);
    show(on);
  });
  tools.prepend(button);
  show(stored());
})();
