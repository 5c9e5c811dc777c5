/* Ascending numbers: as letters, written by scripts/notice_site/search_index/coding.py, and several lists of them together. */
(function (search) {
  "use strict";

  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const VALUES = new Uint8Array(128);
  for (let value = 0; value < 64; value++) VALUES[LETTERS.charCodeAt(value)] = value;

  /** "Bpn" -> [3, 4, 9]: the first letter gives the bits of the lower part of each gap (Rice's code); behind the last
   * letter there are ones without end.
   * @type {NoticeSearch["ascending"]} */
  function ascending(code) {
    const low = VALUES[code.charCodeAt(0)];
    const bits = (code.length - 1) * 6;
    /** @type {number[]} */
    const numbers = [];
    let at = 0;
    let number = -1;
    const bit = () => {
      const value = at < bits ? (VALUES[code.charCodeAt(1 + ((at / 6) | 0))] >> (5 - (at % 6))) & 1 : 1;
      at++;
      return value;
    };
    for (;;) {
      let gap = 0;
      while (bit()) {
        if (at >= bits) return numbers;
        gap++;
      }
      for (let i = 0; i < low; i++) gap = gap * 2 + bit();
      number += gap + 1;
      numbers.push(number);
    }
  }

  /** The numbers that any of some lists holds.
   * @type {NoticeSearch["union"]} */
  function union(lists) {
    const filled = lists.filter((list) => list.length);
    if (filled.length < 2) return filled[0] || [];
    const numbers = Uint32Array.from(filled.flat()).sort();
    return Array.from(numbers.filter((number, i) => i === 0 || number !== numbers[i - 1]));
  }

  /** The numbers that both lists hold.
   * @type {NoticeSearch["intersection"]} */
  function intersection(a, b) {
    /** @type {number[]} */
    const common = [];
    let at = 0;
    for (const number of a) {
      while (at < b.length && b[at] < number) at++;
      if (b[at] === number) common.push(number);
    }
    return common;
  }

  /** The numbers that so many of some lists hold, those of most lists first.
   * @type {NoticeSearch["heldByMost"]} */
  function heldByMost(lists, least) {
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (const number of lists.flat()) counts.set(number, (counts.get(number) || 0) + 1);
    const all = [...counts].filter(([, count]) => count >= least)
      .sort(([a, countA], [b, countB]) => countB - countA || a - b).map(([number]) => number);
    return { heads: all, all };
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ ascending, union, intersection, heldByMost }));
})(Notices.search);
