/* The card of a linked term: by mouse over it, by keyboard on it, by a tap. Without this script it is a plain link.
 *
 * What a card shows comes from glossary/cards/ID.js, a classic script that calls termCard(ID, {…}) and is loaded
 * when the card is asked for: the same over http and from the disk. Texts go in as text, never as HTML.
 */
(function () {
  "use strict";

  const TOP = new URL("../../", document.currentScript.src); // the top of the site
  const OPEN_AFTER = 250; // ms with the mouse on a term
  const CLOSE_AFTER = 300; // ms, long enough to move the mouse into the card
  const LINKS = "a.term[href]";

  const cards = {};
  const waiting = {}; // id -> what to do when its card has come

  window.termCard = (id, card) => {
    cards[id] = card;
    (waiting[id] || []).forEach((then) => { then(card); });
    delete waiting[id];
  };

  function idOf(link) {
    const found = /\/glossary\/([a-z0-9-]+)\.html$/.exec(new URL(link.href).pathname);
    return link.dataset.term || (found && found[1]);
  }

  function load(id, then) {
    if (cards[id]) then(cards[id]);
    else if (waiting[id]) waiting[id].push(then);
    else {
      waiting[id] = [then];
      const script = document.createElement("script");
      script.src = new URL(`glossary/cards/${id}.js`, TOP).href;
      script.onload = () => { script.remove(); };
      script.onerror = () => { delete waiting[id]; script.remove(); }; // the link stays a link
      document.head.append(script);
    }
  }

  // --- the card itself ---------------------------------------------------------------------------

  const box = document.createElement("aside");
  box.className = "term-card";
  box.id = "term-card";
  box.hidden = true;
  document.body.append(box);
  let opener = null;
  let wanted = null; // the term whose card was asked for last

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function linkTo(url, text) {
    const made = element("a", "", text);
    made.href = new URL(url, TOP).href;
    return made;
  }

  function source(place) {
    const made = element("p", "source");
    made.append("——", linkTo(place.at, place.source));
    return made;
  }

  function fill(card) {
    const head = element("p", "head");
    head.append(element("strong", "", card.term), " ", element("span", "pinyin", card.pinyin));
    box.replaceChildren(head);
    if (card.quote) box.append(element("blockquote", "", card.quote.text), source(card.quote));
    if (card.parts) {
      const list = element("ol");
      card.parts.forEach((part) => { list.append(element("li", "", part)); });
      box.append(list);
      if (card.more) box.append(element("p", "hint", `另有 ${card.more} 项`));
      if (!card.quote || card.quote.source !== card.parts_from.source) box.append(source(card.parts_from));
    }
    if (card.unexplained) box.append(element("p", "missing", card.unexplained));
    const foot = element("p", "foot");
    foot.append(element("span", "", `${card.kind} · ${card.met}`), linkTo(card.url, "看词条"));
    box.append(foot);
    box.setAttribute("aria-label", card.term);
  }

  /* Below the term, or above it where there is more room. On a narrow screen, by style, at the foot of the screen,
     or at its head when the term is in the lower half: the card never covers its term. */
  function place(link, x) {
    const rows = Array.from(link.getClientRects());
    const row = rows.find((rect) => x >= rect.left && x <= rect.right) || rows[0];
    const below = innerHeight - row.bottom;
    box.classList.toggle("at-head", row.top > below);
    box.style.setProperty("--room", `${Math.max(row.top, below) - 8}px`);
    const above = below < box.offsetHeight + 12 && row.top > below;
    const left = Math.min(row.left, document.documentElement.clientWidth - box.offsetWidth - 8);
    box.style.left = `${Math.max(8, left) + scrollX}px`;
    box.style.top = `${(above ? row.top - box.offsetHeight - 6 : row.bottom + 6) + scrollY}px`;
  }

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

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  function termAt(node) {
    return node instanceof Element ? node.closest(LINKS) : null;
  }

  // --- mouse -------------------------------------------------------------------------------------

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = termAt(event.target);
    if (link) later(() => { open(link, event.clientX); }, OPEN_AFTER);
    else if (box.contains(event.target)) clearTimeout(timer);
    else if (opener && !box.contains(document.activeElement) && document.activeElement !== opener) later(close, CLOSE_AFTER);
    else if (!opener) clearTimeout(timer);
  });

  // --- keyboard ----------------------------------------------------------------------------------

  let returning = false; // the focus goes back to a term whose card was closed

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
    } else if (opener && event.target !== opener && !box.contains(event.target)) close();
  });

  document.addEventListener("keydown", (event) => {
    if (!opener) return;
    const inside = box.contains(document.activeElement);
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
    if (opener && !box.contains(event.target) && termAt(event.target) !== opener) close();
  }, true);

  document.addEventListener("click", (event) => {
    const link = termAt(event.target);
    if (!link || link === opener || pointer === "mouse" || pointer === "" || !link.closest(".text")) return;
    if (event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link, event.clientX);
  });
})();
