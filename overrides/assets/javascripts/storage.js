/* Where the browser refuses to keep anything for this site, even asking for its storage is an error, which stops the
 * scripts of the theme. A storage that forgets takes its place.
 */
["localStorage", "sessionStorage"].forEach(function (name) {
  "use strict";
  try {
    window[name].getItem("");
  } catch (refused) {
    var kept = new Map();
    Object.defineProperty(window, name, {
      configurable: true,
      value: {
        getItem: function (key) { return kept.has(key) ? kept.get(key) : null; },
        setItem: function (key, value) { kept.set(key, String(value)); },
        removeItem: function (key) { kept.delete(key); },
      },
    });
  }
});
