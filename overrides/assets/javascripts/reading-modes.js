/* The ways to read a notice: 洁净 (the text alone), 学习 (with terms and notes), 校勘 (beside the lines as received).
 *
 * A way that was chosen is in the address (?view=clean, ?view=study, ?view=source), and Back goes back. 洁净 and 学习 are
 * kept in this browser for the pages whose address says nothing.
 *
 * Notices.readingModes.shown()    the way shown: "clean", "study" or "source"
 * Notices.readingModes.show(mode) shows another one without a step of the history
 */
(function () {
  "use strict";

  const KEY = "notice-mode";
  const MODES = ["clean", "study", "source"];
  const root = document.documentElement;
  const buttons = Array.from(document.querySelectorAll(".tools [data-mode]"));
  if (!buttons.length) return;

  function kept() {
    try { return localStorage.getItem(KEY) === "clean" ? "clean" : "study"; } catch (refused) { return "study"; }
  }

  function shown() {
    const asked = new URLSearchParams(location.search).get("view") || "";
    return MODES.includes(asked) ? asked : kept();
  }

  /** @param {boolean} keepsPlace */
  function apply(keepsPlace) {
    const mode = shown();
    const change = () => {
      root.classList.toggle("view-clean", mode === "clean");
      buttons.forEach((button) => { button.setAttribute("aria-pressed", String(button.dataset.mode === mode)); });
    };
    if (Notices.sourceView) Notices.sourceView.show(mode === "source", keepsPlace, change);
    else change();
    window.dispatchEvent(new Event("resize")); // the notes in the margin look for their lines again
  }

  /** @param {string} mode */
  function address(mode) {
    const url = new URL(location.href);
    url.searchParams.set("view", mode);
    url.hash = "";
    return url;
  }

  buttons.forEach((button) => {
    const mode = button.dataset.mode || "study";
    if (mode === "source" && !Notices.sourceView) button.hidden = true;
    button.addEventListener("click", () => {
      if (mode === shown()) return;
      try { if (mode !== "source") localStorage.setItem(KEY, mode); } catch (refused) { /* not kept, but works */ }
      history.pushState(null, "", address(mode));
      apply(true);
    });
  });
  window.addEventListener("popstate", () => { apply(true); });

  Notices.readingModes = {
    shown,
    show(mode) {
      const url = address(mode);
      url.hash = location.hash;
      history.replaceState(null, "", url);
      apply(false);
    },
  };
  apply(false);
})();
