/* The theme's search field listens to keys only; a candidate of an input method picked by mouse is forwarded as one. */
(function () {
  "use strict";

  const field = document.querySelector("[data-md-component='search-query']");
  if (field) field.addEventListener("input", () => field.dispatchEvent(new KeyboardEvent("keyup")));
})();
