/* The text of blocks as the data has it: without permanent links, note numbers and readings.
 *
 * blockText.unit(id)   the element a reader sees as the block: paragraph, run-in paragraph, point, table
 * blockText.own(id)    the text nodes of the block itself; the points inside its paragraph are blocks of their own
 * blockText.read(node) the text below an element, as a reader would copy it
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

  window.blockText = {
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
