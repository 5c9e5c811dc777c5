/* Where reading stopped: kept in this browser for each document, and offered, never jumped to, on the next visit. */
(function () {
  "use strict";

  const KEY = "notice-places";
  const MOST = 50; // documents whose place is kept, the latest ones
  const BELOW = 1.5; // windows of text above a place worth going back to
  const tools = document.querySelector(".tools");
  const texts = document.querySelectorAll(".document > .text");
  if (!tools || !texts.length) return;
  const file = location.pathname;

  let moved = false; // whether the reader has scrolled

  function kept() {
    try { return JSON.parse(localStorage.getItem(KEY)) || []; } catch (refused) { return []; }
  }

  /* [[file, id], …], the latest at the end; without an id the document is forgotten. */
  function keep(id) {
    const places = kept().filter((place) => place[0] !== file);
    if (id) places.push([file, id]);
    try { localStorage.setItem(KEY, JSON.stringify(places.slice(-MOST))); } catch (refused) { /* not kept */ }
  }

  function blocks() {
    return Array.from(document.querySelectorAll(".document > .text > [id], .document > .text > .run-in > [id]"));
  }

  function note() {
    const end = texts[texts.length - 1].getBoundingClientRect().bottom;
    if (end < innerHeight || scrollY < BELOW * innerHeight) {
      if (moved) keep(null);
      return;
    }
    const first = blocks().find((block) => block.getBoundingClientRect().bottom > 90);
    if (first) keep(first.id);
  }

  let timer = 0;
  document.addEventListener("scroll", () => {
    if (document.querySelector(".presenting, .view-source")) return;
    moved = true;
    clearTimeout(timer);
    timer = setTimeout(note, 400);
  }, { passive: true });

  const place = kept().find((other) => other[0] === file);
  const block = place && !location.hash && !location.search && document.getElementById(place[1]);
  if (!block) return;

  const offer = document.createElement("p");
  const link = document.createElement("a");
  offer.className = "resume";
  link.href = `#${block.id}`;
  const words = Notices.blockText.read(Notices.blockText.unit(block.id));
  const shown = words.length > 18 ? `${words.slice(0, 18)}…` : words;
  link.textContent = `继续阅读：${shown}`;
  link.addEventListener("click", () => { offer.remove(); });
  offer.append(link);
  tools.after(offer);
})();
