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

  /** Whether a key goes into a field.
   * @param {KeyboardEvent} event */
  function isTyping(event) {
    const at = event.composedPath()[0];
    return at instanceof HTMLElement && (at.matches("input:not([type='checkbox'], [type='radio']), select, textarea") || at.isContentEditable);
  }

  // --- the buttons of the header -----------------------------------------------------------------

  /** The box that the theme checks while its menu or its search is open.
   * @param {string} id */
  function toggleOf(id) {
    const toggle = document.getElementById(id);
    return toggle instanceof HTMLInputElement ? toggle : null;
  }

  [["__drawer", "栏目"], ["__search", "检索"]].forEach(([id, name]) => {
    const toggle = toggleOf(id);
    const label = document.querySelector(`.md-header__inner > label[for='${id}']`);
    if (!toggle || !label) return;
    const button = document.createElement("span"); // a label may not be a button itself
    button.setAttribute("role", "button");
    button.setAttribute("aria-label", name);
    button.tabIndex = 0;
    button.append(...label.childNodes);
    label.append(button);

    const show = () => { button.setAttribute("aria-expanded", String(toggle.checked)); };

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

  const drawer = toggleOf("__drawer");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer || !drawer.checked) return;
    drawer.click();
    const drawerButton = document.querySelector(".md-header__inner > label[for='__drawer'] > [role]");
    if (drawerButton) drawerButton.focus();
  });

  // --- help --------------------------------------------------------------------------------------

  /* What the theme opens search with; in a narrow window it would focus a field that is not there yet. */
  const SEARCH_KEYS = ["/", "f", "s"];
  const search = toggleOf("__search");
  const query = document.querySelector(".md-search__input");

  function isSearchFolded() { return query && search && !search.checked && getComputedStyle(query).visibility === "hidden"; }

  /** @type {HTMLDialogElement | null} */
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
    if (event.key.length !== 1 || event.key === " " || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const ownField = document.getElementById("search-field"); // of the page 检索, which its scripts make
    if (off) event.stopImmediatePropagation();
    else if (event.key === "?" || event.key === "？") {
      event.preventDefault();
      help();
    } else if (ownField && SEARCH_KEYS.includes(event.key)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      ownField.focus();
    } else if (search && SEARCH_KEYS.includes(event.key) && isSearchFolded()) {
      event.preventDefault();
      search.click();
    }
  }, true);

  document.querySelectorAll('.keys-button, .tools [data-tool="keys"]').forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", help);
  });

  // --- motion ------------------------------------------------------------------------------------

  /* The theme scrolls its outline smoothly by script, which style sheets cannot forbid. */
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    const scroll = /** @type {(options?: number | ScrollToOptions, y?: number) => void} */ (Element.prototype.scrollTo);
    /** @this {Element} @param {number | ScrollToOptions} [options] @param {[y?: number]} others */
    Element.prototype.scrollTo = function (options, ...others) {
      const isSmooth = typeof options === "object" && options.behavior === "smooth";
      return scroll.call(this, isSmooth ? { top: options.top, left: options.left } : options, ...others);
    };
  }
})();
