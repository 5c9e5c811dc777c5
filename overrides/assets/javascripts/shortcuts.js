/* The keys of the site: the help on `?`, the switch that turns keys of one character off, and the buttons of the
 * header, which the theme makes for the mouse alone.
 */
(function () {
  "use strict";

  const KEY = "notice-no-keys";

  function kept() {
    try { return localStorage.getItem(KEY) === "off"; } catch (refused) { return false; }
  }

  let off = kept();

  function typing(event) {
    const at = event.composedPath()[0];
    return at instanceof Element && (at.matches("input:not([type='checkbox'], [type='radio']), select, textarea") || at.isContentEditable);
  }

  // --- the buttons of the header -----------------------------------------------------------------

  const NAMES = { __drawer: "栏目", __search: "检索" };

  Object.keys(NAMES).forEach((id) => {
    const toggle = document.getElementById(id);
    const label = document.querySelector(`.md-header__inner > label[for='${id}']`);
    if (!toggle || !label) return;
    const button = document.createElement("span"); // a label may not be a button itself
    button.setAttribute("role", "button");
    button.setAttribute("aria-label", NAMES[id]);
    button.tabIndex = 0;
    button.append(...label.childNodes);
    label.append(button);

    function show() { button.setAttribute("aria-expanded", String(toggle.checked)); }

    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      toggle.click();
      const first = toggle.checked && id === "__drawer" && document.querySelector(".md-sidebar--primary .md-nav__link");
      if (first) first.focus();
    });
    toggle.addEventListener("change", show);
    show();
  });

  const drawer = document.getElementById("__drawer");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer || !drawer.checked) return;
    drawer.click();
    const button = document.querySelector(".md-header__inner > label[for='__drawer'] > [role]");
    if (button) button.focus();
  });

  // --- help --------------------------------------------------------------------------------------

  /* What the theme opens search with; in a narrow window it would focus a field that is not there yet. */
  const SEARCH_KEYS = ["/", "f", "s"];
  const search = document.getElementById("__search");
  const query = document.querySelector(".md-search__input");

  function isSearchFolded() { return search && query && !search.checked && getComputedStyle(query).visibility === "hidden"; }

  let dialog = null;

  function help() {
    Notices.toolbar.load("shortcuts-help", () => {
      dialog = dialog || Notices.shortcutsHelp(!off, (on) => {
        off = !on;
        try { localStorage.setItem(KEY, off ? "off" : "on"); } catch (refused) { /* not kept, but works */ }
      });
      if (!dialog.open) dialog.showModal();
    });
  }

  /* Before the theme, which listens to the window as well. */
  window.addEventListener("keydown", (event) => {
    if (dialog && dialog.open) {
      event.stopPropagation();
      return;
    }
    if (event.key.length !== 1 || event.key === " " || event.ctrlKey || event.metaKey || event.altKey || typing(event)) return;
    if (off) event.stopImmediatePropagation();
    else if (event.key === "?" || event.key === "？") {
      event.preventDefault();
      help();
    } else if (SEARCH_KEYS.indexOf(event.key) >= 0 && isSearchFolded()) {
      event.preventDefault();
      search.click();
    }
  }, true);

  const button = document.querySelector(".keys-button");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", help);
  }

  // --- motion ------------------------------------------------------------------------------------

  /* The theme scrolls its outline smoothly by script, which style sheets cannot forbid. */
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    const scroll = Element.prototype.scrollTo;
    Element.prototype.scrollTo = function (options, ...others) {
      const isSmooth = options && options.behavior === "smooth";
      return scroll.call(this, isSmooth ? { top: options.top, left: options.left } : options, ...others);
    };
  }
})();
