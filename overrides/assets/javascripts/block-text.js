/* The text of blocks as the data has it: without permanent links, note numbers and readings.
 *
 * Notices.blockText.unit(id)   the element a reader sees as the block: paragraph, run-in paragraph, point, table
 * Notices.blockText.own(id)    the text nodes of the block itself, each with its place there, counted in characters;
 *                             the points inside its paragraph are blocks of their own
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

  /** The text nodes below an element that are text of the document; without those of its points where `skipsPoints`.
   * @param {Element} root @param {boolean} skipsPoints */
  function textNodes(root, skipsPoints) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) => {
      const holder = /** @type {Element} */ (node.parentElement); // root at least
      if (holder.closest(ASIDE) || holder.matches(".run-in, .source-table, .md-typeset__table, tr, tbody, thead, table")) return NodeFilter.FILTER_REJECT;
      const point = holder.closest(".point");
      return skipsPoints && point && point !== root ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    });
    /** @type {Text[]} */
    const nodes = [];
    while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
    return nodes;
  }

  /** Text nodes with their places in the text of their block, which has a character where a cell or its line ends.
   * @param {Element} root @param {Text[]} nodes @returns {[Text, number][]} */
  function placed(root, nodes) {
    /** @type {(HTMLTableCellElement | HTMLBRElement)[]} */
    const ends = Array.from(root.querySelectorAll(".source-table :is(th, td), .source-table br"));
    const isHeadless = ends.every((end) => !end.matches("th") || !end.textContent);
    const cells = ends.filter((end) => !(isHeadless && end.matches("th")));
    let position = 0;
    let passed = 0; // ends of cells and lines before the node
    return nodes.map((node) => {
      while (passed < cells.length && isBefore(cells[passed], node)) passed += 1;
      const start = position + Math.max(passed - 1, 0);
      position += characters(node.data);
      return [node, start];
    });
  }

  /** Whether an element begins before a node.
   * @param {Node} element @param {Node} node */
  function isBefore(element, node) {
    return Boolean(element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
  }

  /** @param {string} id */
  function unit(id) {
    const element = document.getElementById(id);
    return element && (element.closest(".run-in") || element);
  }

  /** @param {string} id */
  function unitOf(id) {
    const element = document.getElementById(id);
    return element && element.matches(".point") ? element : unit(id);
  }

  /** @type {NoticeScripts["blockText"]["heading"]} */
  function headingOf(piece) {
    const isHeading = piece instanceof HTMLElement && piece.matches("h1, h2, h3, h4, h5, h6");
    return isHeading ? piece : piece.querySelector(":scope > :is(h1, h2, h3, h4, h5, h6)");
  }

  /** @param {Element} heading */
  function rank(heading) {
    return Number(heading.tagName[1]);
  }

  /** @type {NoticeScripts["blockText"]["section"]} */
  function sectionOf(heading) {
    /** @type {HTMLElement[]} */
    const pieces = [];
    for (let piece = heading.closest(".text > *"); piece; piece = /** @type {HTMLElement | null} */ (piece.nextElementSibling)) {
      const other = pieces.length && headingOf(piece);
      if (other && rank(other) <= rank(heading)) break;
      pieces.push(piece);
    }
    return pieces;
  }

  /** Places in blocks count characters, as the data do; the DOM counts UTF-16 units, of which 𠮷 has two.
   * @param {string} text */
  function characters(text) {
    return Array.from(text).length;
  }

  /** @param {string} text @param {number} count */
  function unitsOf(text, count) {
    return Array.from(text).slice(0, count).join("").length;
  }

  /** Which UTF-16 units of a node are selected: [from, to], or null.
   * @param {Text} node @param {Range} range */
  function part(node, range) {
    if (!range.intersectsNode(node)) return null;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    return from < to ? [from, to] : null;
  }

  function selected() {
    const selection = window.getSelection();
    const range = selection && selection.rangeCount && !selection.isCollapsed && selection.getRangeAt(0);
    if (!range) return null;
    let words = "";
    /** @type {string[]} */
    const places = [];
    /** @type {TextPart[]} */
    const parts = [];
    /** @type {Element | null} */
    let last = null;
    document.querySelectorAll(".text [id]").forEach((block) => {
      const whole = unitOf(block.id);
      if (!whole || block.matches(ASIDE) || !range.intersectsNode(whole)) return;
      const paragraph = whole.closest("p, h1, h2, h3, h4, h5, h6, .run-in, table") || whole;
      let start = -1;
      let end = -1;
      placed(whole, textNodes(whole, true)).forEach(([node, position]) => {
        const units = part(node, range);
        if (units) {
          const [from, to] = units;
          words += (last && paragraph !== last ? "\n" : "") + node.data.slice(from, to);
          last = paragraph;
          parts.push([node, from, to]);
          if (start < 0) start = position + characters(node.data.slice(0, from));
          end = position + characters(node.data.slice(0, to));
        }
      });
      if (start >= 0) places.push(`${block.id}.${start}-${end}`);
    });
    return places.length ? { words, places, parts } : null;
  }

  // What the scripts offer each other: each adds its own part.
  window.Notices = window.Notices || /** @type {NoticeScripts} */ ({});
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
      return element ? placed(element, textNodes(element, true)) : [];
    },
    read(root) {
      return textNodes(root, false).map((node) => node.data).join("").trim();
    },
  };
})();
