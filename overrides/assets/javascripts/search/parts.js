/* Finds where most of a wording stands, though not side by side: what is looked for where nothing else answers. */
(function (search) {
  "use strict";

  const { EXACT, DOCUMENT } = search;

  const FEWEST = 3; // pairs of symbols; of fewer, one pair would be enough
  const MOST = 8; // pairs that are looked for, each in a shard of an index
  const MOST_LISTS = 3; // of them that have long lists; the others select less
  const SHARE = 0.6; // of the pairs, in one paragraph: with half of them, unlike texts answer
  const GOOD = 0.8; // share from which on a paragraph goes before others
  const MANY = 8; // pairs, of which single ones stand in every text: only
  const LONG = 3; // symbols side by side are marked
  const IS_HAN = /[\u3400-\u9fff]/;

  /** Pairs of neighbouring symbols from all of a query, and how many of them a paragraph has to hold; null where it is too
   * short, or not of Han characters.
   * @type {NoticeSearch["partsOf"]} */
  function partsOf({ text }) {
    const pairs = [...new Set([...text.slice(1)].map((symbol, i) => text[i] + symbol))].filter((pair) => IS_HAN.test(pair[0]) && IS_HAN.test(pair[1]));
    if (pairs.length < FEWEST || pairs.length * 2 < text.length) return null;
    const step = Math.max(1, pairs.length / MOST);
    const chosen = pairs.filter((_, i) => Math.floor(i / step) > Math.floor((i - 1) / step));
    return { all: pairs, chosen, least: Math.ceil(chosen.length * SHARE) };
  }

  /* What a query asks of documents by its parts; see Plan in plan.js. */
  class PartsPlan {
    /** @param {NonNullable<ReturnType<typeof partsOf>>} parts */
    constructor(parts) {
      this.pairs = parts.all;
      this.chosen = parts.chosen;
      this.least = parts.least;
      /** @type {Tier[]} */
      this.tiers = [];
      this.wordTiers = [DOCUMENT, DOCUMENT + 1, DOCUMENT + 2];
      this.date = "";
    }

    /** The paragraphs of a document that hold enough, with all that they share with the query.
     * @type {SearchPlan["answer"]} */
    answer(text) {
      /** @type {Map<number, Set<string>>} */
      const held = new Map(); // the chosen pairs of each paragraph
      for (const pair of this.chosen) {
        for (const start of placesOf(pair, text.stream)) {
          const paragraph = text.paragraphAt(start);
          held.set(paragraph, (held.get(paragraph) || new Set()).add(pair));
        }
      }
      const most = Math.max(0, ...[...held.values()].map(({ size }) => size));
      if (most < this.least) return null;
      /** @param {number} place */
      const isNear = (place) => (held.get(text.paragraphAt(place)) || { size: 0 }).size >= this.least;
      const starts = this.pairs.flatMap((pair) => placesOf(pair, text.stream).filter(isNear)).sort((a, b) => a - b);
      const hits = text.hits(runs(starts, this.pairs.length > MANY ? LONG : 2).map(([start, end]) => ({ start, end, tier: EXACT })));
      if (!hits.length) return null;
      const share = most / this.chosen.length;
      const tier = DOCUMENT + (share === 1 ? 0 : share >= GOOD ? 1 : 2);
      return { kind: "text", text, tier, headed: hits.some(({ headed }) => headed), hits, lacks: [] };
    }

    /** The documents that hold enough pairs, those with the most of them first.
     * @type {SearchPlan["candidates"]} */
    async candidates(index) {
      const lists = await index.lists(this.chosen, MOST_LISTS);
      return search.heldByMost(lists, Math.max(1, this.least - (this.chosen.length - lists.length)));
    }
  }

  /** @param {string} pair @param {string} stream */
  function placesOf(pair, stream) {
    /** @type {number[]} */
    const places = [];
    for (let at = stream.indexOf(pair); at >= 0; at = stream.indexOf(pair, at + 1)) places.push(at);
    return places;
  }

  /** Pairs that follow each other as one stretch, where that is long enough.
   * @param {number[]} starts rising @param {number} shortest */
  function runs(starts, shortest) {
    /** @type {Span[]} */
    const stretches = [];
    for (const start of starts) {
      const last = stretches[stretches.length - 1];
      if (last && start < last[1]) last[1] = start + 2;
      else stretches.push([start, start + 2]);
    }
    return stretches.filter(([start, end]) => end - start >= shortest);
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ partsOf, PartsPlan }));
})(Notices.search);
