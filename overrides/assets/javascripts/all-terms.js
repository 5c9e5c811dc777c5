/* The switch 标出全部词语: every place of a term is a link, not only the first in each section; kept in this browser. */
(function () {
  "use strict";

  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const TOP = new URL("../../", src); // the top of the site
  const KEY = "notice-all-terms";
  const panel = document.getElementById("tools-marks") || document.querySelector(".tools"); // one file has no parts
  if (!panel || !document.querySelector(".text .term-again")) return;

  function stored() {
    try { return localStorage.getItem(KEY) === "on"; } catch (refused) { return false; }
  }

  /** @param {boolean} on */
  function store(on) {
    try { localStorage.setItem(KEY, on ? "on" : "off"); } catch (refused) { /* not kept, but works */ }
  }

  /** Puts the words of a term into a link or a plain element; the words themselves stay the same nodes.
   * @param {HTMLElement} term @param {boolean} isLink */
  function replaceElement(term, isLink) {
    const replacement = document.createElement(isLink ? "a" : "span");
    replacement.className = isLink ? "term term-again" : "term-again";
    replacement.dataset.term = term.dataset.term;
    if (replacement instanceof HTMLAnchorElement) replacement.href = new URL(`glossary/${term.dataset.term}.html`, TOP).href;
    replacement.append(...term.childNodes);
    term.replaceWith(replacement);
  }

  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "标出全部词语";
  button.dataset.tool = "terms";

  /** @param {boolean} on */
  function show(on) {
    button.setAttribute("aria-pressed", String(on));
    document.querySelectorAll(".text .term-again").forEach((term) => { replaceElement(term, on); });
  }

  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    store(on);
    show(on);
  });
  panel.prepend(button);
  show(stored());
})();
