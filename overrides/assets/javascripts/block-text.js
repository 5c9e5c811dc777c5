/* The text of blocks as the data has it: without permanent links, note numbers and readings.
 *
 * Notices.blockText.unit(id)   the element a reader sees as the block: paragraph, run-in paragraph, point, table
 * Notices.blockText.own(id)    the text nodes of the block itself; the points inside its paragraph are blocks of their own
 * Notices.blockText.read(node) the text below an element, as a reader would copy it
 * Notices.blockText.section(heading)  the pieces of text of a section: all up to the next heading of its rank
 * Notices.blockText.heading(piece)    the heading that opens a piece of text, or null
 * Notices.blockText.nodes(root)       the text nodes below an element that are text of the document
 * Notices.blockText.selected()        what is selected in the text, or null: its words, its places as ["BLOCK.START-END", …],
 *                             its parts as [[text node, start, end], …]
 * Notices.blockText.characters(text)     the number of characters of a text
 * Notices.blockText.unitsOf(text, count) how many UTF-16 units its first characters take
 */
(function () {
  "use strict";

  const ASIDE = ".permalink, sup[id^='fnref'], rt, rp, button";

  function textNodes(root, skip) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) => {
      const holder = node.parentElement;
      if (holder.closest(ASIDE) || holder.matches(".run-in, tr, tbody, thead, table")) return NodeFilter.FILTER_REJECT;
      const point = holder.closest(".point");
      return skip && point && point !== root ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    });
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  }

  function unit(id) {
    const element = document.getElementById(id);
    return element && (element.closest(".run-in") || element);
  }

  function unitOf(id) {
    const element = document.getElementById(id);
    return element && element.matches(".point") ? element : unit(id);
  }

  function headingOf(piece) {
    return piece.matches("h1, h2, h3, h4, h5, h6") ? piece : piece.querySelector(":scope > :is(h1, h2, h3, h4, h5, h6)");
  }

  function rank(heading) {
    return Number(heading.tagName[1]);
  }

  function sectionOf(heading) {
    const pieces = [];
    for (let piece = heading.closest(".text > *"); piece; piece = piece.nextElementSibling) {
      const other = pieces.length && headingOf(piece);
      if (other && rank(other) <= rank(heading)) break;
      pieces.push(piece);
    }
    return pieces;
  }

  /* Places in blocks count characters, as the data do; the DOM counts UTF-16 units, of which 𠮷 has two. */
  function characters(text) {
    return Array.from(text).length;
  }

  function unitsOf(text, count) {
    return Array.from(text).slice(0, count).join("").length;
  }

  /* Which UTF-16 units of a node are selected: [from, to], or null. */
  function part(node, range) {
    if (!range.intersectsNode(node)) return null;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    return from < to ? [from, to] : null;
  }

  function selected() {
    const selection = window.getSelection();
    const range = selection.rangeCount && !selection.isCollapsed && selection.getRangeAt(0);
    if (!range) return null;
    let words = "";
    const places = [];
    const parts = [];
    let last = null;
    document.querySelectorAll(".text [id]").forEach((block) => {
      const whole = unitOf(block.id);
      if (block.matches(ASIDE) || !range.intersectsNode(whole)) return;
      const paragraph = whole.closest("p, h1, h2, h3, h4, h5, h6, .run-in, table") || whole;
      let position = 0;
      let start = -1;
      let end = -1;
      textNodes(whole, true).forEach((node) => {
        const found = part(node, range);
        if (found) {
          words += (last && paragraph !== last ? "\n" : "") + node.data.slice(found[0], found[1]);
          last = paragraph;
          parts.push([node, found[0], found[1]]);
          if (start < 0) start = position + characters(node.data.slice(0, found[0]));
          end = position + characters(node.data.slice(0, found[1]));
        }
        position += characters(node.data);
      });
      if (start >= 0) places.push(`${block.id}.${start}-${end}`);
    });
    return places.length ? { words, places, parts } : null;
  }

  window.Notices = window.Notices || {}; // what the scripts of a page offer each other
  Notices.blockText = {
    section: sectionOf,
    heading: headingOf,
    selected,
    characters,
    unitsOf,
    nodes(root) { return textNodes(root, false); },
    unit: unitOf,
    own(id) {
      const element = unitOf(id);
      return element ? textNodes(element, true) : [];
    },
    read(root) {
      return textNodes(root, false).map((node) => node.data).join("").trim();
    },
  };
})();
