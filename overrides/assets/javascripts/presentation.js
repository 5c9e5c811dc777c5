/* 放映: for the projector, large type and one section at a time. Arrow keys turn; the section is in the address
 * (?present#sec_1), so that a talk can begin anywhere and Back ends it.
 *
 * A slide is a heading with what follows it, up to the next heading; the headings above it stand over it in small type.
 * The words themselves stay where they are in the page: nothing is copied, only the rest is hidden.
 */
(function () {
  "use strict";

  var article = document.querySelector(".md-content__inner");
  var tools = article && article.querySelector(".tools");
  var root = document.documentElement;
  if (!tools) return;

  var NAME = "present";
  var slides = slidesOf(article);
  var at = -1; // the slide shown
  if (slides.length < 2) {
    var idle = tools.querySelector('[data-tool="present"]');
    if (idle) idle.hidden = true;
    return;
  }

  // --- slides ------------------------------------------------------------------------------------

  /* The pieces of a page in reading order: those of the text of documents; of a page without one, all. */
  function piecesOf(page) {
    var texts = page.querySelectorAll(".document > .text");
    var pieces = [];
    if (!texts.length) {
      return Array.from(page.children).filter(function (piece) { return !piece.matches(".tools, nav, script, style"); });
    }
    texts.forEach(function (text) {
      Array.from(text.children).forEach(function (piece) { pieces.push(piece); });
    });
    return pieces;
  }

  function slidesOf(page) {
    var found = [];
    var path = []; // headings above: [{level, text}]
    piecesOf(page).forEach(function (piece) {
      var heading = window.blockText.heading(piece);
      var slide = found[found.length - 1];
      if (heading && heading.matches(".text .title")) heading = null; // the title goes with what opens the document
      var opens = heading || (piece.matches(":first-child") && piece.parentElement.matches(".text:not(.goes-on)"));
      if (opens || !slide) {
        var level = heading ? Number(heading.tagName[1]) : 0;
        path = path.filter(function (above) { return above.level < level; });
        slide = { pieces: [], path: path.map(function (above) { return above.text; }), id: "" };
        found.push(slide);
        if (heading) path.push({ level: level, text: window.blockText.read(heading).replace(/[。．：；;:]$/, "") });
      }
      slide.pieces.push(piece);
      slide.id = slide.id || (heading || piece).id || ((piece.querySelector("[id]") || {}).id || "");
      slide.isBare = slide.pieces.length === 1 && heading === piece;
    });
    /* A heading with nothing under it is not a slide: it stands over those that follow. */
    return found.filter(function (slide, number) { return !slide.isBare || number === found.length - 1; });
  }

  function slideWith(id) {
    var target = id && document.getElementById(id);
    if (!target) return -1;
    var number = slides.findIndex(function (slide) {
      return slide.pieces.some(function (piece) { return piece === target || piece.contains(target); });
    });
    if (number >= 0) return number;
    return slides.findIndex(function (slide) { // a bare heading: the first slide behind it
      return target.compareDocumentPosition(slide.pieces[0]) & Node.DOCUMENT_POSITION_FOLLOWING;
    });
  }

  // --- frame -------------------------------------------------------------------------------------

  function button(name, text, title, action) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.title = title;
    made.dataset.present = name;
    made.addEventListener("click", action);
    return made;
  }

  var above = document.createElement("p");
  var title = article.querySelector("h1"); // names the page to those who hear it, on every slide
  above.className = "present-path";
  above.setAttribute("role", "heading");
  above.setAttribute("aria-level", "1");
  var place = document.createElement("span");
  place.setAttribute("role", "status");
  var bar = document.createElement("div");
  bar.className = "present-bar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "放映");
  bar.append(
    button("back", "上一节", "上一节（←）", function () { turn(-1); }),
    place,
    button("on", "下一节", "下一节（→）", function () { turn(1); }),
    button("full", "全屏", "全屏（F）", fullscreen),
    button("end", "结束", "结束放映（Esc）", end)
  );
  var start = tools.querySelector('[data-tool="present"]');
  start.addEventListener("click", begin);

  function fullscreen() {
    var change = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
    if (change) change.catch(function () { /* the browser does not allow it: the page stays as it is */ });
  }

  function show(number) {
    hide();
    at = Math.max(0, Math.min(number, slides.length - 1));
    var slide = slides[at];
    slide.pieces.forEach(function (piece) {
      piece.classList.add("slide-on");
      for (var up = piece.parentElement; up !== article; up = up.parentElement) up.classList.add("slide-way");
    });
    var named = title && !slide.pieces.includes(title);
    above.textContent = (named ? [window.blockText.read(title)] : []).concat(slide.path).join(" › ");
    if (above.textContent) article.prepend(above);
    else above.remove();
    article.append(bar);
    place.textContent = at + 1 + " / " + slides.length;
    bar.querySelector('[data-present="back"]').disabled = at === 0;
    bar.querySelector('[data-present="on"]').disabled = at === slides.length - 1;
    root.classList.add("presenting");
    window.scrollTo(0, 0);
  }

  function hide() {
    document.querySelectorAll(".slide-on, .slide-way").forEach(function (element) {
      element.classList.remove("slide-on", "slide-way");
    });
    root.classList.remove("presenting");
    above.remove();
    bar.remove();
    at = -1;
  }

  // --- address -----------------------------------------------------------------------------------

  function address(isPresenting) {
    var url = new URL(location.href);
    url.searchParams.delete(NAME);
    var query = url.searchParams.toString();
    url.search = isPresenting ? (query ? query + "&" : "") + NAME : query;
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
    var number = slides.findIndex(function (slide) {
      return slide.pieces[slide.pieces.length - 1].getBoundingClientRect().bottom > 100;
    });
    return Math.max(0, number);
  }

  function begin() {
    show(location.hash ? wanted() : inView());
    history.pushState(null, "", address(true));
  }

  function end() {
    var id = slides[at].id;
    hide();
    history.replaceState(null, "", address(false));
    if (document.fullscreenElement) document.exitFullscreen();
    var target = id && document.getElementById(id);
    if (target) target.scrollIntoView();
    start.focus({ preventScroll: true });
  }

  function turn(by) {
    var number = at + by;
    if (number < 0 || number >= slides.length) return;
    show(number);
    history.replaceState(null, "", address(true));
  }

  /* Space and PageDown go down a long section before they turn. */
  function page(by) {
    var before = window.scrollY;
    window.scrollBy({ top: by * (window.innerHeight - 120), behavior: "instant" });
    if (Math.abs(window.scrollY - before) < 2) turn(by);
  }

  document.addEventListener("keydown", function (event) {
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest("input, select, textarea")) return;
    var onButton = event.target instanceof Element && event.target.closest("button, a[href]");
    var action = {
      ArrowRight: function () { turn(1); },
      ArrowLeft: function () { turn(-1); },
      PageDown: function () { page(1); },
      PageUp: function () { page(-1); },
      " ": onButton ? null : function () { page(event.shiftKey ? -1 : 1); },
      Home: function () { turn(-at); },
      End: function () { turn(slides.length - 1 - at); },
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
