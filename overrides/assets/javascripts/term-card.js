/* The card of a linked term: by mouse over it, by keyboard on it, by a tap. Without this script it is a plain link.
 *
 * What a card shows comes from glossary/cards/ID.js, a classic script that calls termCard(ID, {…}) and is loaded
 * when the card is asked for: the same over http and from the disk. Texts go in as text, never as HTML.
 */
(function () {
  "use strict";

  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const TOP = new URL("../../", src); // the top of the site
  const OPEN_AFTER = 250; // ms with the mouse on a term
  const CLOSE_AFTER = 300; // ms, long enough to move the mouse into the card
  const EDGE = 8; // pixels between the card and an edge of the window
  const GAP = 6; // pixels between the card and its term
  const LINKS = "a.term[href]";

  /** @type {Map<string, TermCard>} */
  const cards = new Map();
  /** @type {Map<string, ((card: TermCard) => void)[]>} */
  const waiting = new Map(); // id -> what to do when its card has come

  // A global function, because a page from file:// can load data only as a classic script, which calls it.
  window.termCard = (id, card) => {
    cards.set(id, card);
    (waiting.get(id) || []).forEach((then) => { then(card); });
    waiting.delete(id);
  };

  /** @param {HTMLAnchorElement} link */
  function idOf(link) {
    const match = /\/glossary\/([a-z0-9-]+)\.html$/.exec(new URL(link.href).pathname);
    return link.dataset.term || (match && match[1]);
  }

  /** @param {string} id @param {(card: TermCard) => void} then */
  function load(id, then) {
    const card = cards.get(id);
    const others = waiting.get(id);
    if (card) then(card);
    else if (others) others.push(then);
    else {
      waiting.set(id, [then]);
      const script = document.createElement("script");
      script.src = new URL(`glossary/cards/${id}.js`, TOP).href;
      script.onload = () => { script.remove(); };
      script.onerror = () => { waiting.delete(id); script.remove(); }; // the link stays a link
      document.head.append(script);
    }
  }

  // --- the card itself ---------------------------------------------------------------------------

  const box = document.createElement("aside");
  box.className = "term-card";
  box.id = "term-card";
  box.hidden = true;
  document.body.append(box);
  /** @type {HTMLAnchorElement | null} */
  let opener = null; // the term whose card is open
  /** @type {HTMLAnchorElement | null} */
  let wanted = null; // the term whose card was asked for last

  /** @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name @param {string} [className] @param {string} [text] */
  function element(name, className, text) {
    const node = document.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  /** @param {string} url @param {string} text */
  function linkTo(url, text) {
    const link = element("a", "", text);
    link.href = new URL(url, TOP).href;
    return link;
  }

  /** @param {CardSource} quotation */
  function sourceLine({ source, at }) {
    const line = element("p", "source");
    line.append("——", linkTo(at, source));
    return line;
  }

  /** @param {TermCard} card */
  function fill(card) {
    const head = element("p", "head");
    head.append(element("strong", "", card.term), " ", element("span", "pinyin", card.pinyin));
    box.replaceChildren(head);
    if (card.quote) box.append(element("blockquote", "", card.quote.text), sourceLine(card.quote));
    if (card.parts) {
      const list = element("ol");
      card.parts.forEach((part) => { list.append(element("li", "", part)); });
      box.append(list);
      if (card.more) box.append(element("p", "hint", `另有 ${card.more} 项`));
      const { parts_from: partsFrom } = card;
      if (partsFrom && (!card.quote || card.quote.source !== partsFrom.source)) box.append(sourceLine(partsFrom));
    }
    if (card.unexplained) box.append(element("p", "missing", card.unexplained));
    const foot = element("p", "foot");
    foot.append(element("span", "", `${card.kind} · ${card.met}`), linkTo(card.url, "查看词条"));
    box.append(foot);
    box.setAttribute("aria-label", card.term);
  }

  /** Below the term, or above it where there is more room. On a narrow screen, by style, at the foot of the screen,
   * or at its head when the term is in the lower half: the card never covers its term.
   * @param {HTMLAnchorElement} link @param {number} x where the pointer is: a term may stand in two rows */
  function place(link, x) {
    const rows = Array.from(link.getClientRects());
    const row = rows.find((rect) => x >= rect.left && x <= rect.right) || rows[0];
    const below = innerHeight - row.bottom;
    box.classList.toggle("at-head", row.top > below);
    box.style.setProperty("--room", `${Math.max(row.top, below) - EDGE}px`);
    const isAbove = below < box.offsetHeight + 2 * GAP && row.top > below;
    const left = Math.min(row.left, document.documentElement.clientWidth - box.offsetWidth - EDGE);
    box.style.left = `${Math.max(EDGE, left) + scrollX}px`;
    box.style.top = `${(isAbove ? row.top - box.offsetHeight - GAP : row.bottom + GAP) + scrollY}px`;
  }

  /** @param {HTMLAnchorElement} link @param {number} x */
  function open(link, x) {
    const id = idOf(link);
    if (!id || link === opener) return;
    wanted = link;
    load(id, (card) => {
      if (wanted !== link) return;
      close();
      opener = link;
      fill(card);
      box.hidden = false;
      place(link, x);
      link.setAttribute("aria-describedby", box.id);
    });
  }

  function close() {
    wanted = null;
    if (!opener) return;
    opener.removeAttribute("aria-describedby");
    opener = null;
    box.hidden = true;
  }

  let timer = 0;

  /** @param {() => void} action @param {number} delay */
  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  /** @param {EventTarget | null} target */
  function termAt(target) {
    return target instanceof Element ? target.closest(LINKS) : null;
  }

  /** @param {EventTarget | null} target */
  function isInCard(target) {
    return target instanceof Node && box.contains(target);
  }

  // --- mouse -------------------------------------------------------------------------------------

  /* On a slide the mouse rests anywhere, and the words move under it: only a tap or the keyboard opens a card. */
  const isPresenting = () => document.documentElement.classList.contains("presenting");

  document.addEventListener("slideshown", () => {
    clearTimeout(timer);
    close();
  });

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || isPresenting()) return;
    const link = termAt(event.target);
    if (link) later(() => { open(link, event.clientX); }, OPEN_AFTER);
    else if (isInCard(event.target)) clearTimeout(timer);
    else if (opener && !isInCard(document.activeElement) && document.activeElement !== opener) later(close, CLOSE_AFTER);
    else if (!opener) clearTimeout(timer);
  });

  // --- keyboard ----------------------------------------------------------------------------------

  let returning = false; // the focus goes back to a term whose card was closed

  /** @param {HTMLAnchorElement} link */
  function giveBack(link) {
    returning = true;
    link.focus();
    returning = false;
  }

  document.addEventListener("focusin", (event) => {
    const link = termAt(event.target);
    if (returning) return;
    if (link && link.matches(":focus-visible")) {
      clearTimeout(timer);
      open(link, link.getClientRects()[0].left);
    } else if (opener && event.target !== opener && !isInCard(event.target)) close();
  });

  document.addEventListener("keydown", (event) => {
    if (!opener) return;
    const inside = isInCard(document.activeElement);
    const links = box.querySelectorAll("a");
    const last = links[links.length - 1];
    if (event.key === "Escape") {
      const link = opener;
      event.stopPropagation();
      close();
      if (inside) giveBack(link);
    } else if (event.key === "ArrowDown" && document.activeElement === opener) {
      event.preventDefault();
      links[0].focus();
    } else if (event.key === "Tab" && inside && document.activeElement === (event.shiftKey ? links[0] : last)) {
      event.preventDefault(); // the card stands at the end of the page: lead back to where it was opened
      giveBack(opener);
    }
  }, true);

  // --- touch: the first tap opens the card, a second one on the term follows the link ---------------

  let pointer = "";
  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (opener && !isInCard(event.target) && termAt(event.target) !== opener) close();
  }, true);

  document.addEventListener("click", (event) => {
    const link = termAt(event.target);
    if (!link || link === opener || pointer === "mouse" || pointer === "" || !link.closest(".text")) return;
    if (event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link, event.clientX);
  });
})();
