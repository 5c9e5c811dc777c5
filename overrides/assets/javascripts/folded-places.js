/* A folded part opens when the address names it, or a place in it. */
(function () {
  "use strict";

  function open() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.closest("details");
    if (!folded) return;
    folded.open = true;
    /** @type {HTMLElement} */ (target).scrollIntoView();
  }

  window.addEventListener("hashchange", open);
  open();
})();
