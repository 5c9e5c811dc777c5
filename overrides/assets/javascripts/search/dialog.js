/* What the theme's search dialog lacks (Material for MkDocs 9.8). */
(function () {
  "use strict";

  // It listens to keys only; a candidate of an input method that is picked by mouse is forwarded as one.
  const field = document.querySelector("[data-md-component='search-query']");
  if (field) field.addEventListener("input", () => field.dispatchEvent(new KeyboardEvent("keyup")));

  // It marks what a result is with navigation landmarks, one a result, all without a name.
  const list = document.querySelector(".md-search-result__list");
  if (list) {
    new MutationObserver(() => {
      list.querySelectorAll("nav.md-tags:not([role])").forEach((tags) => tags.setAttribute("role", "presentation"));
    }).observe(list, { childList: true, subtree: true });
  }

  // It copies the address of the query before the last key.
  const share = document.querySelector("a[data-md-component='search-share']");
  if (share) share.addEventListener("click", () => share.setAttribute("data-clipboard-text", share.href), true);
})();
