/* Where reading stopped: kept in this browser for each document, and offered, never jumped to, on the next visit. */
(function () {
  "use strict";

  const KEY = "notice-places";
  const MOST = 50; // documents whose place is kept, the latest ones
  const BELOW = 1.5; // windows of text above a place worth going back to
  const UNDER_HEAD = 90; // pixels that the head of the page covers, and a little more
  const AT_REST = 400; // ms without scrolling: the reader stays
  const WORDS_LENGTH = 18; // characters that tell a paragraph from others; one line on a phone
  const tools = document.querySelector(".tools");
  const texts = document.querySelectorAll(".document > .text");
  if (!tools || !texts.length) return;
  const file = location.pathname;

  let moved = false; // whether the reader has scrolled

  /** The places that are kept, the latest at the end.
   * @returns {[file: string, block: string][]} */
  function kept() {
    try { return JSON.parse(localStorage.getItem(KEY) || "[]"); } catch (refused) { return []; }
  }

  /** Keeps a block as the place of this document; null forgets the document.
   * @param {string | null} id */
  function keep(id) {
    const places = kept().filter((other) => other[0] !== file);
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
    const first = blocks().find((block) => block.getBoundingClientRect().bottom > UNDER_HEAD);
    if (first) keep(first.id);
  }

  let timer = 0;
  document.addEventListener("scroll", () => {
    if (document.querySelector(".presenting, .view-source")) return;
    moved = true;
    clearTimeout(timer);
    timer = setTimeout(note, AT_REST);
  }, { passive: true });

  const place = kept().find((other) => other[0] === file);
  const block = place && !location.hash && !location.search && Notices.blockText.unit(place[1]);
  if (!place || !block) return;

  const offer = document.createElement("p");
  const link = document.createElement("a");
  offer.className = "resume";
  link.href = `#${place[1]}`;
  const words = Notices.blockText.read(block);
  const shown = words.length > WORDS_LENGTH ? `${words.slice(0, WORDS_LENGTH)}…` : words;
  link.textContent = `继续阅读：${shown}`;
  link.addEventListener("click", () => { offer.remove(); });
  offer.append(link);
  tools.after(offer);
})();
