/* Where reading stopped: kept in this browser for each document, and offered, never jumped to, on the next visit. */
(function () {
  "use strict";

  var KEY = "notice-places";
  var MOST = 50; // documents whose place is kept, the latest ones
  var BELOW = 1.5; // windows of text above a place worth going back to
  var tools = document.querySelector(".tools");
  var texts = document.querySelectorAll(".document > .text");
  if (!tools || !texts.length) return;
  var file = location.pathname;

  function kept() {
    try { return JSON.parse(localStorage.getItem(KEY)) || []; } catch (refused) { return []; }
  }

  /* [[file, id], …], the latest at the end; without an id the document is forgotten. */
  function keep(id) {
    var places = kept().filter(function (place) { return place[0] !== file; });
    if (id) places.push([file, id]);
    try { localStorage.setItem(KEY, JSON.stringify(places.slice(-MOST))); } catch (refused) { /* not kept */ }
  }

  function blocks() {
    return Array.from(document.querySelectorAll(".document > .text > [id], .document > .text > .run-in > [id]"));
  }

  function note() {
    var end = texts[texts.length - 1].getBoundingClientRect().bottom;
    if (end < innerHeight || scrollY < BELOW * innerHeight) {
      if (moved) keep(null);
      return;
    }
    var first = blocks().find(function (block) { return block.getBoundingClientRect().bottom > 90; });
    if (first) keep(first.id);
  }

  var moved = false;
  var timer = 0;
  document.addEventListener("scroll", function () {
    if (document.querySelector(".presenting, .view-source")) return;
    moved = true;
    clearTimeout(timer);
    timer = setTimeout(note, 400);
  }, { passive: true });

  var place = kept().find(function (other) { return other[0] === file; });
  var block = place && !location.hash && !location.search && document.getElementById(place[1]);
  if (!block) return;

  var offer = document.createElement("p");
  var link = document.createElement("a");
  offer.className = "resume";
  link.href = "#" + block.id;
  var words = window.blockText.read(window.blockText.unit(block.id));
  link.textContent = "继续阅读：" + (words.length > 18 ? words.slice(0, 18) + "…" : words);
  link.addEventListener("click", function () { offer.remove(); });
  offer.append(link);
  tools.after(offer);
})();
