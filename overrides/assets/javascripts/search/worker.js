/* Search behind the theme's own dialog: speaks the messages of Material for MkDocs 9.8.

   0 SETUP comes in and is of no interest; 1 READY goes out at once; 2 QUERY comes in with a bare string; 3 RESULT goes
   out with {items}, groups of {location, title, text, score, terms}. Titles and texts are HTML. The first item of a
   group sets the score from which the others are folded away; the item without # is the document; Enter opens the item
   with the highest score. How to answer (dialog-results.js) and the data are loaded on
   the first query. */
"use strict";

const HERE = typeof document === "object"
  ? /** @type {HTMLScriptElement} */ (document.currentScript).src
  : self.location.href;
const ROOT = new URL("../../../", HERE).href;

const [READY, QUERY, RESULT] = [1, 2, 3];

/** @type {Promise<void> | null} */
let answering = null; // the promise that dialog-results.js is loaded
let latest = 0;

addEventListener("message", ({ data: message }) => {
  if (!message || typeof message !== "object") return;
  if (message.type === 0) postMessage({ type: READY });
  if (message.type === QUERY) answerLoaded(String(message.data), ++latest);
});
postMessage({ type: READY });

/** @param {string} typed @param {number} number */
async function answerLoaded(typed, number) {
  if (!typed.trim()) return postMessage({ type: RESULT, data: { items: [], isWhole: true } });
  // In a page that stands in for a worker, importScripts is a promise.
  answering = answering || (async () => importScripts(new URL("dialog-results.js", HERE).href))();
  try {
    await answering;
  } catch (error) {
    answering = null; // the next query tries again
    return undefined;
  }
  return answer(typed, number);
}
