/* Lifts the footnotes into the right margin, each beside the line it belongs to, where the window is wide enough. */
(function () {
  "use strict";

  var page = document.querySelector(".md-content__inner:has(.document)");
  var list = page && page.querySelector(".footnote > ol");
  if (!list) return;
  var wide = window.matchMedia("screen and (min-width: 76.25em)");
  var GAP = 8; // pixels between two notes

  function place() {
    page.classList.toggle("has-margin-notes", wide.matches);
    var free = 0;
    var top = page.getBoundingClientRect().top;
    Array.from(list.children).forEach(function (note) {
      note.style.top = "";
      var mark = document.getElementById(note.id.replace(/^fn:/, "fnref:"));
      if (!wide.matches || !mark || !mark.offsetParent) return;
      var wanted = mark.getBoundingClientRect().top - top;
      free = Math.max(free, wanted);
      note.style.top = free + "px";
      free += note.offsetHeight + GAP;
    });
  }

  wide.addEventListener("change", place);
  new ResizeObserver(place).observe(page);
  place();
})();
