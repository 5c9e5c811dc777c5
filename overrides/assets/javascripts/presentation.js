/* 放映: for the projector, large type and one section at a time. Arrow keys turn; the section is in the address
 * (?present#sec_1), so that a talk can begin anywhere and Back ends it.
 *
 * A slide is a heading with what follows it, up to the next heading; the headings above it stand over it in small type.
 * The words themselves stay where they are in the page: nothing is copied, only the rest is hidden.
 */
(function () {
  "use strict";

  const article = document.querySelector(".md-content__inner");
  const tools = article && article.querySelector(".tools");
  const root = document.documentElement;
  if (!tools) return;

  const NAME = "present";
  const slides = slidesOf(article);
  let at = -1; // the slide shown
  if (slides.length < 2) {
    const idle = tools.querySelector('[data-tool="present"]');
    if (idle) idle.hidden = true;
    return;
  }

  // --- slides ------------------------------------------------------------------------------------

  /* The pieces of a page in reading order: those of the text of documents; of a page without one, all. */
  function piecesOf(page) {
    const texts = page.querySelectorAll(".document > .text");
    const pieces = [];
    if (!texts.length) {
      return Array.from(page.children).filter((piece) => !piece.matches(".tools, nav, script, style"));
    }
    texts.forEach((text) => {
      Array.from(text.children).forEach((piece) => { pieces.push(piece); });
    });
    return pieces;
  }

  function slidesOf(page) {
    const found = [];
    let path = []; // headings above: [{level, text}]
    piecesOf(page).forEach((piece) => {
      let heading = Notices.blockText.heading(piece);
      let slide = found[found.length - 1];
      if (heading && heading.matches(".text .title")) heading = null; // the title goes with what opens the document
      const opens = heading || (piece.matches(":first-child") && piece.parentElement.matches(".text:not(.goes-on)"));
      if (opens || !slide) {
        const level = heading ? Number(heading.tagName[1]) : 0;
        path = path.filter((above) => above.level < level);
        slide = { pieces: [], path: path.map((above) => above.text), id: "" };
        found.push(slide);
        if (heading) path.push({ level, text: Notices.blockText.read(heading).replace(/[。．：；;:]$/, "") });
      }
      slide.pieces.push(piece);
      slide.id = slide.id || (heading || piece).id || ((piece.querySelector("[id]") || {}).id || "");
      slide.isBare = slide.pieces.length === 1 && heading === piece;
    });
    /* A heading with nothing under it is not a slide: it stands over those that follow. */
    return found.filter((slide, number) => !slide.isBare || number === found.length - 1);
  }

  function slideWith(id) {
    const target = id && document.getElementById(id);
    if (!target) return -1;
    const number = slides.findIndex((slide) => slide.pieces.some((piece) => piece === target || piece.contains(target)));
    if (number >= 0) return number;
    return slides.findIndex((slide) =>  // a bare heading: the first slide behind it
       target.compareDocumentPosition(slide.pieces[0]) & Node.DOCUMENT_POSITION_FOLLOWING
    );
  }

  // --- frame -------------------------------------------------------------------------------------

  function button(name, text, title, action) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.title = title;
    made.dataset.present = name;
    made.addEventListener("click", action);
    return made;
  }

  const above = document.createElement("p");
  const title = article.querySelector("h1"); // names the page to those who hear it, on every slide
  above.className = "present-path";
  above.setAttribute("role", "heading");
  above.setAttribute("aria-level", "1");
  const place = document.createElement("span");
  place.setAttribute("role", "status");
  const bar = document.createElement("div");
  bar.className = "present-bar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "放映");
  bar.append(
    button("back", "上一节", "上一节（←）", () => { turn(-1); }),
    place,
    button("on", "下一节", "下一节（→）", () => { turn(1); }),
    button("full", "全屏", "全屏（F）", fullscreen),
    button("end", "结束", "结束放映（Esc）", end)
  );
  const start = tools.querySelector('[data-tool="present"]');
  start.addEventListener("click", begin);

  function fullscreen() {
    const change = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
    if (change) change.catch(() => { /* the browser does not allow it: the page stays as it is */ });
  }

  function show(number) {
    hide();
    at = Math.max(0, Math.min(number, slides.length - 1));
    const slide = slides[at];
    slide.pieces.forEach((piece) => {
      piece.classList.add("slide-on");
      for (let up = piece.parentElement; up !== article; up = up.parentElement) up.classList.add("slide-way");
    });
    const named = title && !slide.pieces.includes(title);
    above.textContent = (named ? [Notices.blockText.read(title)] : []).concat(slide.path).join(" › ");
    if (above.textContent) article.prepend(above);
    else above.remove();
    article.append(bar);
    place.textContent = `${at + 1} / ${slides.length}`;
    bar.querySelector('[data-present="back"]').disabled = at === 0;
    bar.querySelector('[data-present="on"]').disabled = at === slides.length - 1;
    root.classList.add("presenting");
    window.scrollTo(0, 0);
  }

  function hide() {
    document.querySelectorAll(".slide-on, .slide-way").forEach((element) => {
      element.classList.remove("slide-on", "slide-way");
    });
    root.classList.remove("presenting");
    above.remove();
    bar.remove();
    at = -1;
  }

  // --- address -----------------------------------------------------------------------------------

  function address(isPresenting) {
    const url = new URL(location.href);
    url.searchParams.delete(NAME);
    const query = url.searchParams.toString();
    url.search = isPresenting ? (query ? `${query}&` : "") + NAME : query;
    if (isPresenting) url.hash = slides[at].id;
    return url;
  }

  function asked() {
    return new URLSearchParams(location.search).has(NAME);
  }

  function wanted() {
    return Math.max(0, slideWith(decodeURIComponent(location.hash.slice(1))));
  }

  /* Where reading is: the slide whose words are at the top of the window, if no place is in the address. */
  function inView() {
    const number = slides.findIndex((slide) => slide.pieces[slide.pieces.length - 1].getBoundingClientRect().bottom > 100);
    return Math.max(0, number);
  }

  function begin() {
    show(location.hash ? wanted() : inView());
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

  function turn(by) {
    const number = at + by;
    if (number < 0 || number >= slides.length) return;
    show(number);
    history.replaceState(null, "", address(true));
  }

  /* Space and PageDown go down a long section before they turn. */
  function page(by) {
    const before = window.scrollY;
    window.scrollBy({ top: by * (window.innerHeight - 120), behavior: "instant" });
    if (Math.abs(window.scrollY - before) < 2) turn(by);
  }

  document.addEventListener("keydown", (event) => {
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest("input, select, textarea")) return;
    const onButton = event.target instanceof Element && event.target.closest("button, a[href]");
    const action = {
      ArrowRight() { turn(1); },
      ArrowLeft() { turn(-1); },
      PageDown() { page(1); },
      PageUp() { page(-1); },
      " ": onButton ? null : () => { page(event.shiftKey ? -1 : 1); },
      Home() { turn(-at); },
      End() { turn(slides.length - 1 - at); },
      f: fullscreen,
      F: fullscreen,
      Escape: end,
    }[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }, true);

  function follow() {
    if (asked()) show(wanted());
    else if (at >= 0) hide();
  }

  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", follow);
  follow();
})();
