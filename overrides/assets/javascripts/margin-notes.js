/* Lifts the footnotes into the right margin, each beside the line it belongs to, where the window is wide enough. */
(function () {
  "use strict";

  const page = document.querySelector(".md-content__inner:has(.document)");
  const list = page && page.querySelector(".footnote > ol");
  if (!list) return;
  const wide = window.matchMedia("screen and (min-width: 76.25em)");
  const GAP = 8; // pixels between two notes

  /* Beside the line of its mark, or below the note before it. */
  const place = () => {
    page.classList.toggle("has-margin-notes", wide.matches);
    let free = 0;
    const top = page.getBoundingClientRect().top;
    list.querySelectorAll(":scope > li").forEach((note) => {
      note.style.top = "";
      const mark = document.getElementById(note.id.replace(/^fn:/, "fnref:"));
      if (!wide.matches || !mark || !mark.offsetParent) return;
      const wanted = mark.getBoundingClientRect().top - top;
      free = Math.max(free, wanted);
      note.style.top = `${free}px`;
      free += note.offsetHeight + GAP;
    });
  };

  wide.addEventListener("change", place);
  new ResizeObserver(place).observe(page);
  place();
})();
