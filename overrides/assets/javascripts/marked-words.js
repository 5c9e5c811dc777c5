/* ?at=BLOCK.START-END marks these characters of a block, for as long as the reader stays; several can be given. */
(function () {
  "use strict";

  var first = null;

  function mark(block, start, end) {
    var position = 0;
    window.blockText.own(block).forEach(function (node) {
      var from = Math.max(start - position, 0);
      var to = Math.min(end - position, node.length);
      position += node.length;
      if (from >= to) return;
      var words = from ? node.splitText(from) : node;
      if (to - from < words.length) words.splitText(to - from);
      var mark = document.createElement("mark");
      words.replaceWith(mark);
      mark.append(words);
      first = first || mark;
    });
  }

  new URLSearchParams(location.search).getAll("at").forEach(function (at) {
    var found = /^([\w-]+)\.(\d+)-(\d+)$/.exec(at);
    if (found) mark(found[1], Number(found[2]), Number(found[3]));
  });
  if (!first) return;
  document.documentElement.classList.add("words-marked");
  window.addEventListener("load", function () { first.scrollIntoView({ block: "center" }); });
})();
