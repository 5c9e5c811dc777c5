/* What the theme's search dialog lacks (Material for MkDocs 9.8). */
(function () {
  "use strict";

  // It listens to keys only; a candidate of an input method that is picked by mouse is forwarded as one.
  const field = document.querySelector("[data-md-component='search-query']");
  if (field) field.addEventListener("input", () => field.dispatchEvent(new KeyboardEvent("keyup")));

  // It copies the address of the query before the last key.
  const share = document.querySelector("[data-md-component='search-share']");
  if (share) share.addEventListener("click", () => share.setAttribute("data-clipboard-text", share.href), true);
})();
