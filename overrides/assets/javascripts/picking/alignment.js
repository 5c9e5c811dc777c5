/* Pairs the paragraphs of two texts by the characters that they share, and finds what differs in a pair. Pure functions. */
(function () {
  "use strict";

  const GRAM = 3; // characters that are compared together
  const LIKE = 0.4; // share of common grams from which paragraphs are a pair: below it more is marked than is not
  const LONG_RUN = 16; // characters that unlike paragraphs must share to be pointed out: more than the longest names have
  const MOST_CELLS = 4e6; // of the table that differences are computed in: about 2000 by 2000 characters

  /** A character as it is compared: half and full width, capital and small letters are alike.
   * @param {string} character */
  const plain = (character) => character.normalize("NFKC").toLowerCase();
  /** @param {string} character */
  const counts = (character) => /[\p{L}\p{N}]/u.test(character);

  /** What is compared of a text, a sign for each character that counts, with the places of these characters.
   * @param {string} text */
  function signsOf(text) {
    /** @type {string[]} */
    const signs = [];
    /** @type {number[]} */
    const places = [];
    for (let at = 0; at < text.length; at++) {
      const sign = plain(text[at]);
      if (!counts(sign)) continue;
      signs.push(sign);
      places.push(at);
    }
    return { line: signs.map((sign) => sign[0]).join(""), places };
  }

  /** @param {string} line @param {number} length */
  function gramsOf(line, length) {
    return new Set(Array.from({ length: Math.max(line.length - length + 1, 0) }, (_, at) => line.slice(at, at + length)));
  }

  /** The pairs of paragraphs, [base, own], each paragraph in one at most: the most alike first, then the nearest.
   * @param {string[]} base @param {string[]} own @returns {[number, number][]} */
  function pairs(base, own) {
    const sizes = base.map((line) => gramsOf(line, GRAM));
    /** @type {Map<string, number[]>} */
    const holders = new Map();
    base.forEach((line, number) => {
      for (const gram of sizes[number].size ? sizes[number] : [line]) {
        const list = holders.get(gram);
        if (list) list.push(number);
        else holders.set(gram, [number]);
      }
    });
    /** @type {{ base: number, own: number, share: number, way: number }[]} */
    const proposed = [];
    own.forEach((line, number) => {
      const grams = gramsOf(line, GRAM);
      /** @type {Map<number, number>} */
      const common = new Map();
      for (const gram of grams.size ? grams : [line]) {
        for (const holder of holders.get(gram) || []) common.set(holder, (common.get(holder) || 0) + 1);
      }
      common.forEach((count, holder) => {
        const share = line === base[holder] ? 1 : 2 * count / (grams.size + sizes[holder].size);
        const way = Math.abs(number / own.length - holder / base.length);
        if (line && share >= LIKE) proposed.push({ base: holder, own: number, share, way });
      });
    });
    proposed.sort((a, b) => b.share - a.share || a.way - b.way || a.own - b.own);
    const taken = { base: new Set(), own: new Set() };
    return proposed.flatMap((pair) => {
      if (taken.base.has(pair.base) || taken.own.has(pair.own)) return [];
      taken.base.add(pair.base);
      taken.own.add(pair.own);
      return /** @type {[number, number][]} */ ([[pair.base, pair.own]]);
    }).sort((a, b) => a[1] - b[1]);
  }

  /** The largest set of pairs that stand in one order in both texts; the others have moved.
   * @param {[number, number][]} all */
  function inOrder(all) {
    const length = all.map(() => 1);
    const before = all.map(() => -1);
    all.forEach(([base], at) => {
      for (let i = 0; i < at; i++) {
        if (all[i][0] < base && length[i] + 1 > length[at]) [length[at], before[at]] = [length[i] + 1, i];
      }
    });
    const kept = new Set();
    for (let at = length.indexOf(Math.max(...length)); at >= 0; at = before[at]) kept.add(all[at]);
    return kept;
  }

  /** The rows in which two texts stand beside each other: a pair, or what has none of either text between two pairs.
   * @type {NoticePicking["rows"]} */
  function rows(base, own) {
    const lines = { base: base.map((text) => signsOf(text).line), own: own.map((text) => signsOf(text).line) };
    const all = pairs(lines.base, lines.own);
    const kept = inOrder(all);
    const partner = new Map(all.map((pair) => [pair[1], pair]));
    const moved = new Set(all.filter((pair) => !kept.has(pair)).map(([number]) => number));
    /** @type {PickedRow[]} */
    const found = [];
    let next = 0; // paragraph of the base
    /** @type {number[]} */
    let waiting = [];
    /** @param {number} end */
    const flush = (end) => {
      const between = Array.from({ length: Math.max(end - next, 0) }, (_, i) => next + i).filter((number) => !moved.has(number));
      if (between.length || waiting.length) found.push({ kind: "apart", base: between, own: waiting });
      next = Math.max(next, end);
      waiting = [];
    };
    own.forEach((text, number) => {
      const pair = partner.get(number);
      if (!pair) {
        waiting.push(number);
        return;
      }
      const following = all.find((other) => other[1] >= number && kept.has(other));
      flush(following ? following[0] : base.length);
      const isSame = lines.base[pair[0]] === lines.own[number];
      const kind = isSame ? (base[pair[0]] === text ? "verbatim" : "punctuation-only") : "altered";
      found.push({ kind, base: [pair[0]], own: [number], moved: !kept.has(pair) });
      if (kept.has(pair)) next = pair[0] + 1;
    });
    flush(base.length);
    return found;
  }

  /** How two texts differ: the parts of each, by what stands at the same place of the other.
   * @type {NoticePicking["differences"]} */
  function differences(base, own) {
    const a = Array.from(base, plain);
    const b = Array.from(own, plain);
    let head = 0;
    while (head < a.length && head < b.length && a[head] === b[head]) head++;
    let tail = 0;
    while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
    /** @type {[number, number, boolean][]} */
    const steps = [[head, head, true], ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)), [tail, tail, true]];
    const characters = { base: Array.from(base), own: Array.from(own) };
    /** @type {{ base: PickedPart[], own: PickedPart[] }} */
    const parts = { base: [], own: [] };
    let [i, j] = [0, 0];
    smooth(steps, a, b).forEach(([left, right, isSame]) => {
      const words = { base: characters.base.slice(i, i + left).join(""), own: characters.own.slice(j, j + right).join("") };
      const isMark = !counts(plain(words.base + words.own));
      const kind = isSame ? "same" : isMark ? "mark" : left && right ? "changed" : "only";
      if (left) parts.base.push([words.base, kind]);
      if (right) parts.own.push([words.own, kind]);
      i += left;
      j += right;
    });
    return parts;
  }

  /** Steps through two runs of characters: how many of each, and whether they are the same.
   * @param {string[]} a @param {string[]} b @returns {[number, number, boolean][]} */
  function middle(a, b) {
    if (!a.length || !b.length || a.length * b.length > MOST_CELLS) return [[a.length, b.length, false]];
    const width = b.length + 1;
    const table = new Uint16Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i--) {
      for (let j = b.length - 1; j >= 0; j--) {
        const at = i * width + j;
        table[at] = a[i] === b[j] ? table[at + width + 1] + 1 : Math.max(table[at + width], table[at + 1]);
      }
    }
    /** @type {[number, number, boolean][]} */
    const steps = [];
    let [i, j] = [0, 0];
    while (i < a.length || j < b.length) {
      const at = i * width + j;
      if (i < a.length && j < b.length && a[i] === b[j]) {
        steps.push([1, 1, true]);
        i++;
        j++;
      } else if (j >= b.length || (i < a.length && table[at + width] >= table[at + 1])) {
        steps.push([1, 0, false]);
        i++;
      } else {
        steps.push([0, 1, false]);
        j++;
      }
    }
    return steps;
  }

  /** Joins like steps; one character that stays between two differing words belongs to them, so that words stay whole.
   * @param {[number, number, boolean][]} steps @param {string[]} a @param {string[]} b */
  function smooth(steps, a, b) {
    let [i, j] = [0, 0];
    /** @type {[number, number, boolean][]} */
    const joined = [];
    steps.forEach(([left, right, isSame]) => {
      if (!left && !right) return;
      const isWord = counts(a.slice(i, i + left).concat(b.slice(j, j + right)).join(""));
      i += left;
      j += right;
      const last = joined[joined.length - 1];
      if (last && last[2] === isSame) {
        last[0] += left;
        last[1] += right;
        return;
      }
      const [island, before] = [last, joined[joined.length - 2]];
      if (before && island[2] && island[0] === 1 && !isSame && isWord && joined.length > 2) {
        joined.pop();
        before[0] += island[0] + left;
        before[1] += island[1] + right;
      } else {
        joined.push([left, right, isSame]);
      }
    });
    return joined;
  }

  /** Finds long runs of characters of a text in other texts: [start, end, number of the other], in order, apart.
   * @type {NoticePicking["elsewhere"]} */
  function elsewhere(others) {
    const lines = others.map((text) => signsOf(text).line);
    /** @type {Map<string, [number, number]>} */
    const places = new Map();
    lines.forEach((line, number) => {
      for (let at = 0; at + LONG_RUN <= line.length; at++) {
        const gram = line.slice(at, at + LONG_RUN);
        if (!places.has(gram)) places.set(gram, [number, at]);
      }
    });
    return (text) => {
      const { line, places: characters } = signsOf(text);
      /** @type {[number, number, number][]} */
      const found = [];
      for (let at = 0; at + LONG_RUN <= line.length; at++) {
        const place = places.get(line.slice(at, at + LONG_RUN));
        if (!place) continue;
        let end = LONG_RUN;
        while (at + end < line.length && line[at + end] === lines[place[0]][place[1] + end]) end++;
        found.push([characters[at], characters[at + end - 1] + 1, place[0]]);
        at += end - 1;
      }
      return found;
    };
  }

  Notices.picking = { ...Notices.picking, rows, differences, elsewhere };
})();
