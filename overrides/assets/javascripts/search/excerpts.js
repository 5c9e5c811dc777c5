/* A passage and the ranges that answer go in; the words to show come out, in pieces that are marked or not. */
(function (search) {
  "use strict";

  const SENTENCE = /[。！？；，、：,;:!?]/;

  /* Pieces of a text: [{text, marked}]. Shows `before` units ahead of the first range and `length` in all, begins
     behind a mark of punctuation where one is near, and says with … that something is left out. */
  function excerpt(text, ranges, { before = 18, length = 90 } = {}) {
    const [first] = ranges;
    let start = Math.max(0, first[0] - before);
    for (let at = first[0] - 1; at >= start; at--) {
      if (SENTENCE.test(text[at]) && first[0] - at > 6) {
        start = at + 1;
        break;
      }
    }
    if (first[0] <= before + 6) start = 0;
    const end = whole(text, Math.min(text.length, Math.max(start + length, first[1])));
    start = whole(text, start);
    const pieces = start > 0 ? [{ text: "…", marked: false }] : [];
    pieces.push(...marked(text, ranges, start, end));
    if (end < text.length) pieces.push({ text: "…", marked: false });
    return pieces;
  }

  /* All of a text from `start` to `end`, in pieces. */
  function marked(text, ranges, start = 0, end = text.length) {
    const pieces = [];
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

  /* The wording of a term that answers: {pieces, isVariant}. */
  function termWording({ term, form, start, end }) {
    const places = form.folding.places(form.text);
    const range = [places[start][0], places[end - 1][1]];
    return { pieces: marked(form.text, [range]), isVariant: form.text !== term.term };
  }

  /* A place that does not part the two halves of a character. */
  function whole(text, at) {
    return /[\udc00-\udfff]/.test(text[at] || "") ? at + 1 : at;
  }

  Object.assign(search, { excerpt, marked, termWording });
})((self.NoticeSearch = self.NoticeSearch || {}));
