/* 校勘: each paragraph beside its lines in the source as received. What was left out of the text stands in its place.
 *
 * The lines come from notices/lines/PAGE.js, a classic script that calls sourceLines([[number, text], …]) and is loaded
 * when they are asked for.
 *
 * Notices.sourceView.show(isOn, keepsPlace, change)  shows the lines, or the text without them; `change` is what else
 *                                                    changes with it, while the reader keeps the place
 */
(function () {
  "use strict";

  const folded = document.querySelector("details.source-text");
  if (!folded || !document.querySelector(".tools")) return;
  const source = folded;
  const root = document.documentElement;
  const UNDER_HEAD = 110; // pixels that the head of the page covers, and a little more
  const DEEP = 400; // pixels above the window: the reader has left the head of the page and stands in the text
  /** @type {(() => void)[] | null} */
  let waiting = []; // what to do when the lines have come; null once they are there
  const list = document.createElement("ol");

  /** @param {() => void} then */
  function load(then) {
    if (!waiting) {
      then();
      return;
    }
    waiting.push(then);
    if (waiting.length > 1) return;
    const script = document.createElement("script");
    script.src = new URL(location.pathname.replace(/([^/]+)\.html$/, "lines/$1.js"), location.href).href;
    script.onerror = () => { waiting = []; script.remove(); }; // the link to the file stays
    // A global function, because a page from file:// can load data only as a classic script, which calls it.
    window.sourceLines = fill;
    document.head.append(script);
  }

  /** The first line of each number bears its id; numbers that are left out are left out.
   * @param {[number: number, text: string][]} lines */
  const fill = (lines) => {
    let last = 0;
    lines.forEach(([number, text]) => {
      const item = document.createElement("li");
      if (number !== last) item.id = `L${number}`;
      item.value = number;
      item.textContent = text;
      list.append(item);
      last = number;
    });
    source.append(list);
    const ready = waiting || [];
    waiting = null;
    ready.forEach((then) => { then(); });
    if (/^#L\d+$/.test(location.hash)) location.replace(location.hash); // now there is a line to mark
  };

  source.addEventListener("toggle", () => {
    if (source.open && waiting) load(() => {});
  });

  // --- lines beside their paragraphs -------------------------------------------------------------

  /** The pieces of text that come from lines of the source, each with the first and the last of them. */
  function pieces() {
    return Array.from(document.querySelectorAll(".text [data-lines]")).map((element) => {
      const [first, last] = (element.dataset.lines || "").split("-").map(Number);
      return { element, piece: element.closest(".text > *, .masthead-block > *") || element, first, last: last || first };
    });
  }

  function gather() {
    document.querySelectorAll(".received > li").forEach((line) => { list.append(line); });
    document.querySelectorAll(".received").forEach((received) => { received.remove(); });
  }

  /** Puts lines behind a piece of text; `isLeftOut` says that they are not in it.
   * @param {Element} piece @param {HTMLLIElement[]} lines @param {boolean} isLeftOut */
  function place(piece, lines, isLeftOut) {
    if (!lines.length) return;
    const received = document.createElement("ol");
    received.className = isLeftOut ? "received left-out" : "received";
    received.setAttribute("aria-label", isLeftOut ? "来源文本，未收入正文" : "来源文本");
    received.append(...lines);
    if (isLeftOut) piece.before(received);
    else piece.after(received);
  }

  /** Each line goes beside the first piece that comes from it; lines of no piece stand before the piece that follows. */
  function distribute() {
    const lines = Array.from(list.querySelectorAll("li"));
    let at = 0;
    pieces().forEach(({ piece, first, last }) => {
      const before = at;
      while (at < lines.length && lines[at].value < first) at += 1;
      place(piece, lines.slice(before, at), true);
      const start = at;
      while (at < lines.length && lines[at].value <= last) at += 1;
      place(piece, lines.slice(start, at), false);
    });
  }

  /** Whether an element is below the page's head, or further down.
   * @param {Element} element */
  function isBelowHead(element) {
    return element.getBoundingClientRect().bottom > UNDER_HEAD;
  }

  /** @param {number} line */
  function pieceOf(line) {
    return pieces().find(({ first, last }) => first <= line && line <= last);
  }

  /** @param {boolean} isOn @param {boolean} keepsPlace @param {() => void} change */
  function show(isOn, keepsPlace, change) {
    const isDeep = keepsPlace && window.scrollY > DEEP;
    const read = isDeep ? pieces().find(({ piece }) => isBelowHead(piece)) : null;
    /* The paragraph that was read stays at its height in the window. */
    const turn = () => {
      const height = read ? read.piece.getBoundingClientRect().top : 0;
      change();
      root.classList.toggle("view-source", isOn);
      gather();
      if (isOn) distribute();
      if (read) window.scrollBy(0, read.piece.getBoundingClientRect().top - height);
    };
    if (!isOn) turn();
    else load(turn);
  }

  window.addEventListener("hashchange", () => {
    const line = /^#L(\d+)$/.exec(location.hash);
    if (!line || root.classList.contains("view-source")) return;
    if (pieceOf(Number(line[1]))) Notices.readingModes.show("source");
  });

  Notices.sourceView = { show };
})();
