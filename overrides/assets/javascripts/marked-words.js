/* ?at=BLOCK.START-END marks these characters of a block, for as long as the reader stays; several at=… mark several.
 *
 * markedWords.show(["BLOCK.START-END", …]) marks these instead of those marked before, and brings the first into view.
 */
(function () {
  "use strict";

  var PLACE = /^([\w-]+)\.(\d+)-(\d+)$/;
  var CLASS = "marked-words";

  /* Marks one place; the first of the elements that mark it, or null. */
  function mark(place) {
    var found = PLACE.exec(place);
    if (!found) return null;
    var start = Number(found[2]);
    var end = Number(found[3]);
    var position = 0;
    var first = null;
    window.blockText.own(found[1]).forEach(function (node) {
      var from = Math.max(start - position, 0);
      var to = Math.min(end - position, node.length);
      position += node.length;
      if (from >= to) return;
      var words = from ? node.splitText(from) : node;
      if (to - from < words.length) words.splitText(to - from);
      var made = document.createElement("mark");
      made.className = CLASS;
      words.replaceWith(made);
      made.append(words);
      first = first || made;
    });
    return first;
  }

  function clear() {
    document.querySelectorAll("mark." + CLASS).forEach(function (made) {
      var parent = made.parentNode;
      made.replaceWith.apply(made, made.childNodes);
      parent.normalize();
    });
  }

  function show(places) {
    clear();
    var first = places.map(mark).filter(Boolean)[0];
    document.documentElement.classList.toggle("words-marked", Boolean(first));
    if (first) first.scrollIntoView({ block: "center" });
  }

  window.markedWords = { show: show };

  var places = new URLSearchParams(location.search).getAll("at");
  if (!places.length) return;
  show(places);
  window.addEventListener("load", function () { show(places); }); // once more, when all is where it stays
})();
