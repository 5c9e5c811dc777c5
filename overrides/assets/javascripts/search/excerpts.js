/* Cuts the words to show out of a passage, in pieces that are marked where they answer. */
(function (search) {
  "use strict";

  const SENTENCE = /[。！？；，、：,;:!?]/;

  const FRAGMENT = 6; // units: less than that is no part of a sentence worth beginning with, or worth leaving out

  /** Pieces of a text. Shows `before` units ahead of the first range and `length` in all, begins behind a mark of
   * punctuation where one is near, and says with … that something is left out.
   * @type {NoticeSearch["excerpt"]} */
  function excerpt(text, ranges, { before = 18, length = 90 } = {}) {
    const [first] = ranges;
    let start = Math.max(0, first[0] - before);
    for (let at = first[0] - 1; at >= start; at--) {
      if (SENTENCE.test(text[at]) && first[0] - at > FRAGMENT) {
        start = at + 1;
        break;
      }
    }
    if (first[0] <= before + FRAGMENT) start = 0;
    const end = whole(text, Math.min(text.length, Math.max(start + length, first[1])));
    start = whole(text, start);
    const pieces = start > 0 ? [{ text: "…", marked: false }] : [];
    pieces.push(...marked(text, ranges, start, end));
    if (end < text.length) pieces.push({ text: "…", marked: false });
    return pieces;
  }

  /** All of a text from `start` to `end`, in pieces.
   * @type {NoticeSearch["marked"]} */
  function marked(text, ranges, start = 0, end = text.length) {
    /** @type {Piece[]} */
    const pieces = [];
    /** @param {number} from @param {number} to @param {boolean} isMarked */
    const add = (from, to, isMarked) => {
      if (from < to) pieces.push({ text: text.slice(from, to), marked: isMarked });
    };
    let at = start;
    for (const [from, to] of ranges) {
      if (from >= end) break;
      add(at, Math.min(from, end), false);
      add(Math.max(from, at), Math.min(to, end), true);
      at = Math.max(at, Math.min(to, end));
    }
    add(at, end, false);
    return pieces;
  }

  /** The wording of a term that answers; a variant is another wording than the term itself.
   * @type {NoticeSearch["termWording"]} */
  function termWording({ term, form, start, end }) {
    const places = form.folding.places(form.text);
    /** @type {Span} */
    const range = [places[start][0], places[end - 1][1]];
    return { pieces: marked(form.text, [range]), isVariant: form.text !== term.term };
  }

  /** A place that does not part the two halves of a character.
   * @param {string} text @param {number} at */
  function whole(text, at) {
    return /[\udc00-\udfff]/.test(text[at] || "") ? at + 1 : at;
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ excerpt, marked, termWording }));
})(Notices.search);
