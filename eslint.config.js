// Rules for the scripts of the site: classic scripts of one dialect, ES2018, so that they run from file:// without a build.
"use strict";

const js = require("@eslint/js");

const IN_A_PAGE = [
  "addEventListener", "Blob", "cancelAnimationFrame", "clearTimeout", "CSS", "document", "Element", "Event", "getComputedStyle", "history", "HTMLAnchorElement",
  "HTMLElement", "HTMLInputElement", "innerHeight", "KeyboardEvent", "localStorage", "location", "matchMedia", "MessageChannel", "MutationObserver", "navigator", "Node", "NodeFilter",
  "requestAnimationFrame", "ResizeObserver", "scrollX", "scrollY", "self", "setTimeout", "URL", "URLSearchParams", "window",
];
const IN_A_WORKER = ["importScripts", "postMessage"];
// worker.js and dialog-results.js are two files of one worker, which share their top level.
const OF_THE_WORKER = { HERE: "readonly", ROOT: "readonly", RESULT: "readonly", latest: "writable", answer: "readonly" };

const readonly = (names) => Object.fromEntries(names.map((name) => [name, "readonly"]));

module.exports = [
  { ignores: ["**/vendor/", "docs/", "tests/cases/", "site/", "dist/", ".cache/", ".venv/", "**/node_modules/"] },
  js.configs.recommended,
  {
    files: ["eslint.config.js"],
    languageOptions: { sourceType: "commonjs" },
  },
  {
    files: ["overrides/assets/javascripts/**/*.js"],
    languageOptions: {
      ecmaVersion: 2018,
      sourceType: "script",
      globals: readonly([...IN_A_PAGE, ...IN_A_WORKER, "Notices"]),
    },
    rules: {
      "arrow-body-style": "error",
      "strict": ["error", "safe"],
      "eqeqeq": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-arrow-callback": "error",
      "prefer-const": "error",
      "prefer-rest-params": "error",
      "prefer-spread": "error",
      "prefer-template": "error",
      "no-implicit-globals": "error",
      "no-shadow": "error",
      "no-unused-vars": ["error", { caughtErrors: "none" }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-misleading-character-class": "off", // symbols.js lists ranges of code units, combining ones among them
    },
  },
  {
    files: ["overrides/assets/javascripts/search/{worker,dialog-results}.js"],
    languageOptions: { globals: OF_THE_WORKER },
    rules: {
      "strict": ["error", "global"],
      "no-implicit-globals": "off",
      "no-redeclare": ["error", { builtinGlobals: false }],
      "no-unused-vars": ["error", { vars: "local", caughtErrors: "none" }],
    },
  },
];
