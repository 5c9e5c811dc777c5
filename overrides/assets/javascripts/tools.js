/* The bar of reading tools and its type size, kept in this browser; shown once scripts run. */
(function () {
  "use strict";

  var bar = document.querySelector(".tools");
  if (!bar) return;
  bar.hidden = false;

  var SIZES = [["中", 1], ["大", 1.15], ["特大", 1.3], ["小", 0.9]];
  var KEY = "notice-text-size";
  var size = bar.querySelector('[data-tool="size"]');

  function stored() {
    try { return Number(localStorage.getItem(KEY)) || 0; } catch (refused) { return 0; }
  }

  function apply(choice) {
    document.documentElement.style.setProperty("--text-scale", SIZES[choice][1]);
    size.textContent = choice ? "字号 " + SIZES[choice][0] : "字号";
  }

  var choice = stored() % SIZES.length;
  apply(choice);
  size.addEventListener("click", function () {
    choice = (choice + 1) % SIZES.length;
    apply(choice);
    try { localStorage.setItem(KEY, String(choice)); } catch (refused) { /* not kept, but works */ }
  });
})();
