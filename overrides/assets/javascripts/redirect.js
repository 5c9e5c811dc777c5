/* Follows a redirect: a.moved-page is where this whole page is now, a.moved with an id where that place of it is.
 *
 * The reader's ?query and #fragment go along; ?at=BLOCK.START-END follows its block.
 */
(function () {
  "use strict";

  function follow() {
    const place = location.hash.slice(1);
    const element = place ? document.getElementById(place) : null;
    const moved = element instanceof HTMLAnchorElement && element.matches("a.moved") ? element : null;
    const link = moved || document.querySelector("a.moved-page");
    if (!link) return;
    const goal = new URL(link.href);
    const goalBlock = goal.hash.slice(1);
    const block = moved ? goalBlock : place || goalBlock;
    goal.search = location.search.replace(`at=${place}.`, `at=${block}.`);
    goal.hash = block;
    location.replace(goal.href);
  }

  follow();
  window.addEventListener("hashchange", follow);
})();
