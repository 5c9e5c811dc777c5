/* What mkdocs-material 9.8.1 writes into each page as inline scripts: where its choices are kept, and the colours.
 *
 * data-top of the script is the way from the page to the top of the site.
 */
(function () {
  "use strict";

  /* Where the browser refuses to keep anything for this site, even asking for its storage is an error, which stops the
     scripts of the theme. A storage that forgets takes its place. */
  /** @type {["localStorage", "sessionStorage"]} */ (["localStorage", "sessionStorage"]).forEach((name) => {
    try {
      window[name].getItem("");
    } catch (refused) {
      /** @type {Map<string, string>} */
      const values = new Map();
      /** @type {Pick<Storage, "getItem" | "setItem" | "removeItem">} */
      const storage = {
        getItem(key) { return values.has(key) ? /** @type {string} */ (values.get(key)) : null; },
        setItem(key, value) { values.set(key, String(value)); },
        removeItem(key) { values.delete(key); },
      };
      Object.defineProperty(window, name, { configurable: true, value: storage });
    }
  });

  document.documentElement.classList.replace("no-js", "js"); // the theme does so later; styles keep places till then
  const { dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
  window.__md_scope = new URL(/** @type {string} */ (dataset.top), location.href);
  window.__md_hash = (text) => Array.from(text).reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
  window.__md_get = (key, storage, scope) => {
    const stored = (storage || localStorage).getItem(`${(scope || window.__md_scope).pathname}.${key}`);
    return stored === null ? null : JSON.parse(stored);
  };
  window.__md_set = (key, value, storage, scope) => {
    try {
      (storage || localStorage).setItem(`${(scope || window.__md_scope).pathname}.${key}`, JSON.stringify(value));
    } catch (error) {
      /* a browser that keeps nothing */
    }
  };

  /** @type {{ color?: Record<string, string> } | null} */
  const palette = window.__md_get("__palette");
  if (!palette || !palette.color) return;
  const color = palette.color;
  if (color.media === "(prefers-color-scheme)") {
    const now = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${now})']`);
    ["media", "scheme", "primary", "accent"].forEach((name) => {
      color[name] = (input && input.getAttribute(`data-md-color-${name}`)) || "";
    });
  }
  Object.keys(color).forEach((name) => {
    document.body.setAttribute(`data-md-color-${name}`, color[name]);
  });
})();
