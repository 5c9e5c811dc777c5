/* Finds the documents of a large corpus that can hold a query which is read as sounds, such as sifeng or 四feng.

   Each syllable stands for many symbols. So it is looked up which pairs of symbols can stand for two neighbours of the
   query, and then walked from pair to pair as far as the lists of documents go. */
(function (search) {
  "use strict";

  const { UNFINISHED, LESSER, FUZZY, listsOf, union, intersection } = search;

  /** A step from one edge of a query to the next, with the pairs of symbols that it can stand for.
   * @typedef {Edge & { from: number, depth: number }} PlacedEdge
   * @typedef {{ edge: PlacedEdge, next: PlacedEdge, pairs: Set<string> }} Link
   * @typedef {Link & { records: PairRecord[] }} LinkRecords */

  const DEEPEST = 5; // symbols of a query that choose candidates; the text decides about the others

  class Spoken {
    /** @param {PairIndex} index @param {Query} query @param {Tier} tier */
    constructor(index, query, tier) {
      this.index = index;
      this.lexicon = index.lexicon;
      this.query = query;
      this.tier = tier;
    }

    /** @returns {Promise<Candidates>} */
    async candidates() {
      const { query, tier } = this;
      const edges = this.usefulEdges();
      const steps = edges.flatMap((edge) => edges.filter((next) => next.from === edge.to).map((next) => ({ edge, next })));
      /** @param {PlacedEdge} edge */
      const isLast = (edge) =>
        edge.depth >= DEEPEST - 1 || edge.to === query.length || (tier >= UNFINISHED && Boolean(query.rest[edge.to]));
      return this.walk(await this.links(steps, isLast), isLast);
    }

    /** The edges of the query that lie on a way from its beginning to its end, with where they begin and how deep. */
    usefulEdges() {
      const { query, tier } = this;
      /** @type {boolean[]} */
      const good = Array(query.length + 1).fill(false);
      good[query.length] = true;
      /** @param {Edge} edge @param {number} from */
      const usable = (edge, from) => {
        if (!good[edge.to]) return false;
        if (edge.syllable !== undefined) return tier === FUZZY || this.lexicon.syllables.has(edge.syllable);
        return this.maybeLiteral(from);
      };
      for (let from = query.length - 1; from >= 0; from--) {
        good[from] = (tier >= UNFINISHED && from > 0 && Boolean(query.rest[from])) ||
          query.edges[from].some((edge) => usable(edge, from));
      }
      /** @type {PlacedEdge[]} */
      const edges = [];
      let places = new Set([0]);
      /** @type {Set<string>} */
      const seen = new Set();
      for (let depth = 0; depth < DEEPEST && places.size; depth++) {
        /** @type {Set<number>} */
        const next = new Set();
        for (const from of places) {
          if (from >= query.length) continue;
          for (const edge of query.edges[from]) {
            if (!usable(edge, from)) continue;
            const key = `${from} ${edge.to} ${edge.syllable || ""} ${edge.tone || 0}`;
            if (!seen.has(key)) edges.push({ ...edge, from, depth });
            seen.add(key);
            next.add(edge.to);
          }
        }
        places = next;
      }
      return edges;
    }

    /** Whether the symbol at a place can stand for itself. Letters are almost always pinyin: beside another letter one
     * stands for itself only if a text has the two side by side, or if Latin letters begin or end with it there.
     * @param {number} at */
    maybeLiteral(at) {
      const [before, here, after] = [at - 1, at, at + 1].map((place) => this.query.tokens[place]);
      if (!here.letter) return true;
      const { letters, starts, ends } = this.index.manifest;
      return (
        (!before || letters.includes(before.symbol + here.symbol) || starts.includes(here.symbol)) &&
        (!after || letters.includes(here.symbol + after.symbol) || ends.includes(here.symbol))
      );
    }

    /** For each step from one edge to the next, the pairs of symbols that it can stand for, with their places.
     * @param {{ edge: PlacedEdge, next: PlacedEdge }[]} steps @param {(edge: PlacedEdge) => boolean} isLast
     * @returns {Promise<LinkRecords[]>} */
    async links(steps, isLast) {
      const { tier } = this;
      const numbers = steps.map(({ edge, next }) => this.index.shardNumber(this.sound(edge), this.sound(next)));
      const shards = await this.index.open(numbers);
      const others = tier >= LESSER ? await this.index.shards.open("other", numbers) : [];
      const links = steps.map(({ edge, next }, i) => {
        const [first, second] = [this.sound(edge), this.sound(next)];
        const pairs = [...shards[i].pairs(first, second, tier), ...(others[i] ? others[i].pairs(first, second, tier) : [])];
        const fitting = pairs.filter((pair) => this.stands(pair[0], edge) && this.stands(pair[1], next));
        return { edge, next, pairs: new Set(fitting) };
      });
      prune(links, isLast);
      const records = await this.index.records([...new Set(links.flatMap(({ pairs }) => [...pairs]))]);
      return links.map((link) => ({
        ...link,
        records: [...link.pairs].map((pair) => /** @type {PairRecord} */ (records.get(pair))),
      }));
    }

    /** @param {Edge} edge */
    sound(edge) {
      return edge.syllable === undefined ? this.lexicon.plain(edge.symbol) : edge.syllable;
    }

    /** Whether a symbol of the right sound can stand for an edge.
     * @param {string} symbol @param {Edge} edge */
    stands(symbol, edge) {
      if (edge.symbol !== undefined) return symbol === edge.symbol;
      return !edge.tone || this.tier >= LESSER || this.lexicon.hasTone(symbol, edge.syllable, edge.tone);
    }

    /** All ways from a first edge to a last: where the symbols stand one behind the other.
     * @param {LinkRecords[]} links @param {(edge: PlacedEdge) => boolean} isLast @returns {Candidates} */
    walk(links, isLast) {
      /** @type {Map<string, { windows: number[], heads: number[] }>} */
      const states = new Map(); // edge and symbol it stands for -> windows, documents with it in a heading
      /** @type {number[][]} */
      const all = [];
      /** @type {number[][]} */
      const heads = [];
      for (const { edge, next, records } of links) {
        for (const record of records) {
          const { all: here, heads: headed } = listsOf(record);
          const before = edge.from === 0 ? null : states.get(stateKey(edge, record.key[0]));
          if (edge.from > 0 && !before) continue;
          const state = before
            ? { windows: this.index.following(before.windows, here, 1), heads: intersection(before.heads, headed) }
            : { windows: here, heads: headed };
          if (!state.windows.length) continue;
          const key = stateKey(next, record.key[1]);
          const other = states.get(key);
          const joined = other
            ? { windows: union([other.windows, state.windows]), heads: union([other.heads, state.heads]) }
            : state;
          states.set(key, joined);
          if (isLast(next)) {
            all.push(this.index.documents(state.windows));
            heads.push(state.heads);
          }
        }
      }
      return { heads: union(heads), all: union(all) };
    }
  }

  /** @param {PlacedEdge} edge @param {string} symbol */
  function stateKey(edge, symbol) {
    return `${edge.from} ${edge.to} ${edge.syllable || ""} ${edge.tone || 0} ${symbol}`;
  }

  /** Puts links in the order of the query and leaves out pairs that no others can stand before or behind.
   * @param {Link[]} links @param {(edge: PlacedEdge) => boolean} isLast */
  function prune(links, isLast) {
    links.sort((a, b) => a.edge.from - b.edge.from);
    /** @type {Map<string, Set<string>>} */
    const before = new Map();
    for (const link of links) {
      if (link.edge.from > 0) keep(link, 0, before.get(stateKey(link.edge, "")));
      note(before, stateKey(link.next, ""), link.pairs, 1);
    }
    /** @type {Map<string, Set<string>>} */
    const behind = new Map();
    for (const link of [...links].reverse()) {
      if (!isLast(link.next)) keep(link, 1, behind.get(stateKey(link.next, "")));
      note(behind, stateKey(link.edge, ""), link.pairs, 0);
    }
  }

  /** Keeps the pairs of a link whose first (0) or second (1) symbol is one of these.
   * @param {Link} link @param {0 | 1} at @param {Set<string> | undefined} symbols */
  function keep(link, at, symbols) {
    link.pairs = new Set([...link.pairs].filter((pair) => symbols && symbols.has(pair[at])));
  }

  /** Notes the first (0) or second (1) symbols of pairs under a key.
   * @param {Map<string, Set<string>>} symbolsOf @param {string} key @param {Set<string>} pairs @param {0 | 1} at */
  function note(symbolsOf, key, pairs, at) {
    const symbols = symbolsOf.get(key) || new Set();
    for (const pair of pairs) symbols.add(pair[at]);
    symbolsOf.set(key, symbols);
  }

  /** @type {NoticeSearch["spoken"]} */
  function spoken(index, query, tier) {
    return new Spoken(index, query, tier).candidates();
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ spoken }));
})(Notices.search);
