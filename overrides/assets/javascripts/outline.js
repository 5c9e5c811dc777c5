/* The outline: marks the section that one is in, and the button 目录 that shows it as a menu. */
(function () {
  "use strict";

  const UNDER_HEAD = 8; // pixels below the place where the window shows a heading that was followed
  const links = Array.from(document.querySelectorAll(".md-sidebar--secondary .md-nav__link[href*='#']"));

  /** @param {HTMLElement} link */
  function target(link) {
    return link instanceof HTMLAnchorElement ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
  }

  const goals = links.map((link) => ({ link, goal: target(link) }));

  /* A followed heading stands at its scroll margin; the section is the last one that begins there or above. */
  function mark() {
    /** @type {HTMLElement | null} */
    let here = null;
    goals.forEach((each) => {
      if (!each.goal || !each.goal.getClientRects().length) return;
      const margin = parseFloat(getComputedStyle(each.goal).scrollMarginTop) || 0;
      if (each.goal.getBoundingClientRect().top <= margin + UNDER_HEAD) here = each.link;
    });
    goals.forEach(({ link }) => {
      if (link === here) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }

  if (links.length) {
    let waits = 0;
    document.addEventListener("scroll", () => {
      cancelAnimationFrame(waits);
      waits = requestAnimationFrame(mark);
    }, { passive: true });
    mark();
  }

  const button = document.querySelector('.tools [data-tool="outline"]');
  if (!button) return;
  const headings = Array.from(document.querySelectorAll("details.outline .toc a"));
  button.hidden = !headings.length;
  button.addEventListener("click", () => {
    Notices.popupMenu.toggle(button, headings.map((link) => {
      const isInner = Boolean(link.closest("ul ul ul"));
      return [(link.textContent || "").trim(), () => { location.hash = link.hash; }, isInner];
    }));
  });
})();
