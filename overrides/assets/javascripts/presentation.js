/* 放映: for the projector, large type and one section at a time. Arrow keys turn; the section is in the address
 * (?present#sec_1), so that a talk can begin anywhere and Back ends it.
 *
 * A slide is a heading with what follows it, up to the next heading; the headings above it stand over it in small type.
 * The words themselves stay where they are in the page: nothing is copied, only the rest is hidden.
 */
(function () {
  "use strict";

  const article = /** @type {HTMLElement} */ (document.querySelector(".md-content__inner"));
  const tools = article && article.querySelector(".tools");
  const root = document.documentElement;
  if (!tools) return;

  const NAME = "present";
  const UNDER_HEAD = 100; // pixels that the head of the page covers, and a little more
  const OVERLAP = 120; // pixels of the text that stay in view when a long section moves back by a window
  const FIRST_LINE = 16; // pixels above the line with which a window goes on
  const END_OF_SECTION = 2; // pixels: scrolling that moves the window by less has come to the end

  /** @typedef {{ pieces: HTMLElement[], path: string[], id: string, isBare: boolean }} Slide */

  const slides = slidesOf(article);
  let at = -1; // the slide shown
  let covered = 0; // pixels above the bar that are covered, so that no line is cut
  if (slides.length < 2) {
    const idle = tools.querySelector('[data-tool="present"]');
    if (idle) idle.hidden = true;
    return;
  }

  // --- slides ------------------------------------------------------------------------------------

  /** The pieces of a page in reading order: those of the text of documents; of a page without one, all.
   * @param {HTMLElement} content */
  function piecesOf(content) {
    const texts = Array.from(content.querySelectorAll(".document > .text"));
    if (!texts.length) {
      return Array.from(content.querySelectorAll(":scope > *")).filter((piece) => !piece.matches(".tools, nav, script, style"));
    }
    return texts.flatMap((text) => Array.from(text.querySelectorAll(":scope > *")));
  }

  /** @param {HTMLElement} content */
  function slidesOf(content) {
    /** @type {Slide[]} */
    const all = [];
    /** @type {{ level: number, text: string }[]} */
    let path = []; // headings above
    piecesOf(content).forEach((piece) => {
      let heading = Notices.blockText.heading(piece);
      let slide = all[all.length - 1];
      if (heading && heading.matches(".text .title")) heading = null; // the title goes with what opens the document
      const opens = heading || piece.matches(".text:not(.goes-on) > :first-child");
      if (opens || !slide) {
        const level = heading ? Number(heading.tagName[1]) : 0;
        path = path.filter((outer) => outer.level < level);
        slide = { pieces: [], path: path.map((outer) => outer.text), id: "", isBare: false };
        all.push(slide);
        if (heading) path.push({ level, text: Notices.blockText.read(heading).replace(/[。．：；;:]$/, "") });
      }
      slide.pieces.push(piece);
      slide.id = slide.id || (heading || piece).id || (piece.querySelector("[id]") || piece).id;
      slide.isBare = slide.pieces.length === 1 && heading === piece;
    });
    /* A heading with nothing under it is not a slide: it stands over those that follow. */
    return all.filter((slide, number) => !slide.isBare || number === all.length - 1);
  }

  /** The number of the slide that has an id in it, or -1.
   * @param {string} id */
  function slideWith(id) {
    const target = id && document.getElementById(id);
    if (!target) return -1;
    const number = slides.findIndex((slide) => slide.pieces.some((piece) => piece === target || piece.contains(target)));
    if (number >= 0) return number;
    // A bare heading: the first slide behind it.
    return slides.findIndex((slide) =>
      (target.compareDocumentPosition(slide.pieces[0]) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  }

  // --- frame -------------------------------------------------------------------------------------

  /** @param {string} words @param {string} tip @param {() => void} action */
  function button(words, tip, action) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = words;
    element.title = tip;
    element.addEventListener("click", action);
    return element;
  }

  const pathLine = document.createElement("p");
  const title = article.querySelector("h1"); // names the page to those who hear it, on every slide
  pathLine.className = "present-path";
  pathLine.setAttribute("role", "heading");
  pathLine.setAttribute("aria-level", "1");
  const place = document.createElement("span");
  place.setAttribute("role", "status");
  const bar = document.createElement("div");
  bar.className = "present-bar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "放映");
  const backButton = button("上一节", "上一节（←）", () => { turn(-1); });
  const onButton = button("下一节", "下一节（→）", () => { turn(1); });
  bar.append(
    backButton,
    place,
    onButton,
    button("全屏", "全屏（F）", fullscreen),
    button("结束", "结束放映（Esc）", end)
  );
  const start = /** @type {HTMLElement} */ (tools.querySelector('[data-tool="present"]'));
  start.addEventListener("click", begin);

  function fullscreen() {
    const change = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
    if (change) change.catch(() => { /* the browser does not allow it: the page stays as it is */ });
  }

  /** @param {number} number */
  function show(number) {
    hide();
    at = Math.max(0, Math.min(number, slides.length - 1));
    const slide = slides[at];
    slide.pieces.forEach((piece) => {
      piece.classList.add("slide-on");
      for (let outer = piece.parentElement; outer && outer !== article; outer = outer.parentElement) outer.classList.add("slide-way");
    });
    const pageTitle = title && !slide.pieces.includes(title) ? [Notices.blockText.read(title)] : [];
    pathLine.textContent = [...pageTitle, ...slide.path].join(" › ");
    if (pathLine.textContent) article.prepend(pathLine);
    else pathLine.remove();
    article.append(bar);
    backButton.disabled = at === 0;
    onButton.disabled = at === slides.length - 1;
    root.classList.add("presenting");
    window.scrollTo(0, 0);
    keepLinesWhole();
    document.dispatchEvent(new Event("slideshown"));
  }

  /** The tops and bottoms of the lines of the slide, as they lie in the window. */
  function lines() {
    const range = document.createRange();
    return slides[at].pieces.flatMap((piece) => {
      const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
      /** @type {DOMRect[]} */
      const found = [];
      while (walker.nextNode()) {
        range.selectNodeContents(walker.currentNode);
        found.push(...Array.from(range.getClientRects()));
      }
      return found;
    });
  }

  /* A line that the bar would cut is covered as a whole, and the bar says that the section goes on. */
  function keepLinesWhole() {
    if (at < 0) return;
    const edge = bar.getBoundingClientRect().top;
    const below = lines().filter((line) => line.bottom > edge);
    const cut = below.filter((line) => line.top < edge).map((line) => line.top);
    covered = cut.length ? Math.ceil(edge - Math.min(...cut)) : 0;
    bar.style.setProperty("--covered", `${covered}px`);
    const words = `${at + 1} / ${slides.length}${below.length ? "，未完" : ""}`;
    if (place.textContent !== words) place.textContent = words;
  }

  function hide() {
    document.querySelectorAll(".slide-on, .slide-way").forEach((element) => {
      element.classList.remove("slide-on", "slide-way");
    });
    root.classList.remove("presenting");
    pathLine.remove();
    bar.remove();
    at = -1;
  }

  // --- address -----------------------------------------------------------------------------------

  /** @param {boolean} isPresenting */
  function address(isPresenting) {
    const url = new URL(location.href);
    url.searchParams.delete(NAME);
    const query = url.searchParams.toString();
    url.search = isPresenting ? (query ? `${query}&` : "") + NAME : query;
    if (isPresenting) url.hash = slides[at].id;
    return url;
  }

  function isAsked() {
    return new URLSearchParams(location.search).has(NAME);
  }

  function slideOfAddress() {
    return Math.max(0, slideWith(decodeURIComponent(location.hash.slice(1))));
  }

  /* Where reading is: the slide whose words are at the top of the window, if no place is in the address. */
  function slideInView() {
    const number = slides.findIndex((slide) => slide.pieces[slide.pieces.length - 1].getBoundingClientRect().bottom > UNDER_HEAD);
    return Math.max(0, number);
  }

  function begin() {
    show(location.hash ? slideOfAddress() : slideInView());
    history.pushState(null, "", address(true));
  }

  function end() {
    const id = slides[at].id;
    hide();
    history.replaceState(null, "", address(false));
    if (document.fullscreenElement) document.exitFullscreen();
    const target = id && document.getElementById(id);
    if (target) target.scrollIntoView();
    start.focus({ preventScroll: true });
  }

  /** @param {number} by */
  function turn(by) {
    const number = at + by;
    if (number < 0 || number >= slides.length) return;
    show(number);
    history.replaceState(null, "", address(true));
  }

  /** Space and PageDown go down a long section before they turn.
   * @param {1 | -1} by */
  function scrollOrTurn(by) {
    const before = window.scrollY;
    const onward = bar.getBoundingClientRect().top - covered - FIRST_LINE;
    window.scrollBy({ top: by > 0 ? onward : OVERLAP - window.innerHeight, behavior: "instant" });
    if (Math.abs(window.scrollY - before) < END_OF_SECTION) turn(by);
  }

  document.addEventListener("keydown", (event) => {
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest("input, select, textarea")) return;
    const isOnButton = event.target instanceof Element && event.target.closest("button, a[href]");
    /** @type {Record<string, (() => void) | null | undefined>} */
    const actions = {
      ArrowRight() { turn(1); },
      ArrowLeft() { turn(-1); },
      PageDown() { scrollOrTurn(1); },
      PageUp() { scrollOrTurn(-1); },
      " ": isOnButton ? null : () => { scrollOrTurn(event.shiftKey ? -1 : 1); },
      Home() { turn(-at); },
      End() { turn(slides.length - 1 - at); },
      f: fullscreen,
      F: fullscreen,
      Escape: end,
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }, true);

  function follow() {
    if (isAsked()) show(slideOfAddress());
    else if (at >= 0) hide();
  }

  window.addEventListener("scroll", keepLinesWhole, { passive: true });
  window.addEventListener("resize", keepLinesWhole);
  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", follow);
  follow();
})();
