/* A folded part opens when the address names it, a place in it, or the heading above it; where many groups are folded,
 * one button opens and closes all. */
(function () {
  "use strict";

  const FEW = 3; // groups that are opened one by one

  function open() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const below = target && target.nextElementSibling;
    const folded = target && (target.closest("details") || (below && below.matches("details") ? /** @type {HTMLDetailsElement} */ (below) : null));
    if (!folded) return;
    folded.open = true;
    /** @type {HTMLElement} */ (target).scrollIntoView();
  }

  const groups = Array.from(document.querySelectorAll("details.group"));
  if (groups.length > FEW) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "unfold-all";
    button.textContent = "全部展开";
    button.addEventListener("click", () => {
      const isOpen = groups.every((group) => group.open);
      groups.forEach((group) => { group.open = !isOpen; });
      button.textContent = isOpen ? "全部展开" : "全部折叠";
    });
    const above = groups[0].previousElementSibling;
    (above && above.matches("h2") ? above : groups[0]).before(button);
  }

  window.addEventListener("hashchange", open);
  open();
})();
