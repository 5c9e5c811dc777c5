/* ?at=BLOCK.START-END marks these characters of a block, for as long as the reader stays. */
(function () {
  "use strict";

  var found = /^([\w-]+)\.(\d+)-(\d+)$/.exec(new URLSearchParams(location.search).get("at") || "");
  if (!found) return;
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
    var mark = document.createElement("mark");
    words.replaceWith(mark);
    mark.append(words);
    first = first || mark;
  });
  if (!first) return;
  document.documentElement.classList.add("words-marked");
  window.addEventListener("load", function () { first.scrollIntoView({ block: "center" }); });
})();
