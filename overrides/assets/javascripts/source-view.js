/* The switch 原貌: the text as read or as received. The state is in the address (?view=source), Back goes back.
 *
 * The lines come from notices/lines/PAGE.js, a classic script that calls sourceLines([[number, text], …]) and is loaded
 * when they are asked for.
 */
(function () {
  "use strict";

  const button = document.querySelector('.tools [data-tool="source"]');
  const source = document.querySelector("details.source-text");
  if (!button || !source) {
    if (button) button.hidden = true;
    return;
  }
  const root = document.documentElement;
  const UNDER_HEAD = 90; // pixels that the head of the page covers, and a little more
  const DEEP = 400; // pixels above the window: the reader has left the head of the page and stands in the text
  /** @type {(() => void)[] | null} */
  let waiting = []; // what to do when the lines have come; null once they are there

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
    const list = document.createElement("ol");
    let last = 0;
    lines.forEach((line) => {
      const item = document.createElement("li");
      if (line[0] !== last) item.id = `L${line[0]}`;
      if (line[0] !== last + 1) item.value = line[0];
      item.textContent = line[1];
      list.append(item);
      last = line[0];
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

  function shown() {
    return new URLSearchParams(location.search).get("view") === "source";
  }

  /** The source lines of a piece of text: data-lines="12" or "12-14".
   * @param {HTMLElement} piece */
  function linesOf(piece) {
    const [first, last] = (piece.dataset.lines || "").split("-").map(Number);
    return { first, last: last || first };
  }

  function pieces() {
    return Array.from(document.querySelectorAll(".text [data-lines]"));
  }

  /** Whether an element is the first of its kind below the page's head, or further down.
   * @param {Element} element */
  function isBelowHead(element) {
    return element.getBoundingClientRect().bottom > UNDER_HEAD;
  }

  /** The first source line of the first piece of text in view; 0 where there is none. */
  function lineOfPieceInView() {
    const piece = pieces().find(isBelowHead);
    return piece ? linesOf(piece).first : 0;
  }

  /** The number of the first source line in view; 0 where there is none. */
  const lineInView = () => {
    const line = Array.from(source.querySelectorAll("li")).find(isBelowHead);
    return line ? Number(line.id.slice(1)) : 0;
  };

  /** @param {number} line */
  function pieceOf(line) {
    return pieces().find((piece) => {
      const { first, last } = linesOf(piece);
      return first <= line && line <= last;
    });
  }

  /** @param {boolean} keepsPlace */
  const show = (keepsPlace) => {
    const on = shown();
    const wasOn = root.classList.contains("view-source");
    const lineToShow = keepsPlace && !wasOn ? lineOfPieceInView() : 0;
    const lineToRead = keepsPlace && wasOn ? lineInView() : 0;
    const isDeep = window.scrollY > DEEP;
    root.classList.toggle("view-source", on);
    button.setAttribute("aria-pressed", String(on));
    source.open = on;
    /** @param {Element | null | undefined} goal */
    function go(goal) {
      if (goal && on !== wasOn && isDeep) goal.scrollIntoView();
    }
    if (!on) go(lineToRead ? pieceOf(lineToRead) : null);
    else load(() => { go(lineToShow ? document.getElementById(`L${lineToShow}`) : null); });
  };

  button.addEventListener("click", () => {
    const address = new URL(location.href);
    if (shown()) address.searchParams.delete("view");
    else address.searchParams.set("view", "source");
    address.hash = "";
    history.pushState(null, "", address);
    show(true);
  });
  window.addEventListener("popstate", () => { show(true); });
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!shown() || !target || !target.closest(".text, .notes, .document.inner")) return;
    const address = new URL(location.href);
    address.searchParams.delete("view");
    history.replaceState(null, "", address);
    show(false);
    target.scrollIntoView();
  });
  show(false);
})();
