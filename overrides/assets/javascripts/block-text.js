/* The text of blocks as the data has it: without permanent links, note numbers and readings.
 *
 * blockText.unit(id)   the element a reader sees as the block: paragraph, run-in paragraph, point, table
 * blockText.own(id)    the text nodes of the block itself; the points inside its paragraph are blocks of their own
 * blockText.read(node) the text below an element, as a reader would copy it
 * blockText.section(heading)  the pieces of text of a section: all up to the next heading of its rank
 * blockText.heading(piece)    the heading that opens a piece of text, or null
 * blockText.nodes(root)       the text nodes below an element that are text of the document
 * blockText.selected()        what is selected in the text, or null: its words, its places as ["BLOCK.START-END", …],
 *                             its parts as [[text node, start, end], …]
 */
(function () {
  "use strict";

  var ASIDE = ".permalink, sup[id^='fnref'], rt, rp, button";

  function textNodes(root, skip) {
    var walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, function (node) {
      var holder = node.parentElement;
      if (holder.closest(ASIDE) || holder.matches(".run-in, tr, tbody, thead, table")) return NodeFilter.FILTER_REJECT;
      var point = holder.closest(".point");
      return skip && point && point !== root ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    });
    var found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  }

  function unit(id) {
    var element = document.getElementById(id);
    return element && (element.closest(".run-in") || element);
  }

  function unitOf(id) {
    var element = document.getElementById(id);
    return element && element.matches(".point") ? element : unit(id);
  }

  function headingOf(piece) {
    return piece.matches("h1, h2, h3, h4, h5, h6") ? piece : piece.querySelector(":scope > :is(h1, h2, h3, h4, h5, h6)");
  }

  function rank(heading) {
    return Number(heading.tagName[1]);
  }

  function sectionOf(heading) {
    var pieces = [];
    for (var piece = heading.closest(".text > *"); piece; piece = piece.nextElementSibling) {
      var other = pieces.length && headingOf(piece);
      if (other && rank(other) <= rank(heading)) break;
      pieces.push(piece);
    }
    return pieces;
  }

  /* How many characters of a node are selected: [from, to], or null. */
  function part(node, range) {
    if (!range.intersectsNode(node)) return null;
    var from = node === range.startContainer ? range.startOffset : 0;
    var to = node === range.endContainer ? range.endOffset : node.length;
    return from < to ? [from, to] : null;
  }

  function selected() {
    var selection = window.getSelection();
    var range = selection.rangeCount && !selection.isCollapsed && selection.getRangeAt(0);
    if (!range) return null;
    var words = "";
    var places = [];
    var parts = [];
    var last = null;
    document.querySelectorAll(".text [id]").forEach(function (block) {
      var whole = unitOf(block.id);
      if (block.matches(ASIDE) || !range.intersectsNode(whole)) return;
      var paragraph = whole.closest("p, h1, h2, h3, h4, h5, h6, .run-in, table") || whole;
      var position = 0;
      var start = -1;
      var end = -1;
      textNodes(whole, true).forEach(function (node) {
        var found = part(node, range);
        if (found) {
          words += (last && paragraph !== last ? "\n" : "") + node.data.slice(found[0], found[1]);
          last = paragraph;
          parts.push([node, found[0], found[1]]);
          if (start < 0) start = position + found[0];
          end = position + found[1];
        }
        position += node.length;
      });
      if (start >= 0) places.push(block.id + "." + start + "-" + end);
    });
    return places.length ? { words: words, places: places, parts: parts } : null;
  }

  window.blockText = {
    section: sectionOf,
    heading: headingOf,
    selected: selected,
    nodes: function (root) { return textNodes(root, false); },
    unit: unitOf,
    own: function (id) {
      var element = unitOf(id);
      return element ? textNodes(element, true) : [];
    },
    read: function (root) {
      return textNodes(root, false).map(function (node) { return node.data; }).join("").trim();
    },
  };
})();
