/* A query goes in, the documents of a large corpus that can answer it come out, from shards loaded on demand.

   What the shards hold: scripts/notice_site/search_index/postings.py. A candidate may be wrong, none is missing. */
(function (search) {
  "use strict";

  const { UNFINISHED, LESSER, FUZZY } = search;

  const START = "^"; // as in postings.py
  const DEEPEST = 5; // symbols of a query that choose candidates; the text decides about the others
  const MOST_PAIRS = 4; // of a literal query

  /* FNV-1a over the accents of two plain syllables, as shard_of in postings.py. */
  function shardOf(first, second, shards) {
    let found = 0x811c9dc5;
    for (const character of `${search.accent(first)} ${search.accent(second)}`.split("")) {
      const code = character.charCodeAt(0);
      for (const byte of [code & 255, code >> 8]) found = Math.imul(found ^ byte, 0x01000193) >>> 0;
    }
    return found % shards;
  }

  /* The lines of one shard. */
  class Shard {
    constructor(text, lexicon) {
      this.records = new Map(); // of each pair that has its line here: {pair, windows, heads}, coded
      this.singles = new Map();
      this.bySound = new Map(); // "liu wen" -> the pairs that are read so
      this.byAccent = new Map(); // "niu wen" -> the same for all that is confused with it
      for (const line of text ? text.split("\n") : []) {
        if (line[0] === "#") {
          const [first, second, pairs] = line.slice(1).split(" ");
          for (let at = 0; at < pairs.length; at += 2) this.note(first, second, pairs.slice(at, at + 2));
        } else if (line[1] === " ") {
          this.singles.set(line[0], line.slice(2));
        } else {
          const [windows, heads] = line.slice(2).split(" ");
          const pair = line.slice(0, 2);
          this.records.set(pair, { pair, windows, heads });
          this.note(lexicon.plain(line[0]), lexicon.plain(line[1]), pair);
        }
      }
    }

    note(first, second, pair) {
      add(this.bySound, `${first} ${second}`, pair);
      add(this.byAccent, `${search.accent(first)} ${search.accent(second)}`, pair);
    }

    /* The pairs with these sounds, or in a fuzzy search with any that are confused with them. */
    pairs(first, second, tier) {
      const found = tier < FUZZY ? this.bySound.get(`${first} ${second}`)
        : this.byAccent.get(`${search.accent(first)} ${search.accent(second)}`);
      return found || [];
    }
  }

  function add(lists, key, value) {
    if (!lists.has(key)) lists.set(key, []);
    lists.get(key).push(value);
  }

  class Index {
    /* `load(keys)` promises the data of parts of the search data, in order. */
    constructor(manifest, lexicon, load) {
      this.manifest = manifest;
      this.lexicon = lexicon;
      this.load = load;
      this.shards = new Map();
    }

    /* The numbers of the documents that can hold a query with this exactness, ascending: `all` of them, and in `heads`
       those that can have it in the title or a heading. */
    async candidates(query, tier) {
      const found = query.isLiteral ? await this.literally(query) : await this.read(query, tier);
      const titles = tier === UNFINISHED ? await this.titles(query) : [];
      return { heads: union([found.heads, titles]), all: union([found.all, titles]) };
    }

    async literally(query) {
      if (query.length === 1) return this.single(query.text);
      const step = Math.max(2, Math.ceil((query.length - 2) / (MOST_PAIRS - 1)));
      const places = [];
      for (let at = 0; at < query.length - 2; at += step) places.push(at);
      places.push(query.length - 2);
      const pairs = places.map((at) => query.text.substr(at, 2));
      const shards = await this.open(pairs.map((pair) => this.home(pair)));
      let windows = null;
      let heads = null;
      for (const [i, pair] of pairs.entries()) {
        const record = shards[i].records.get(pair);
        if (!record) return { heads: [], all: [] };
        const here = search.ascending(record.windows);
        windows = windows ? this.following(windows, here, Math.min(places[i] - places[i - 1], 3)) : here;
        const headed = record.heads ? search.ascending(record.heads) : [];
        heads = heads ? intersection(heads, headed) : headed;
      }
      return { heads, all: this.documents(windows) };
    }

    async single(symbol) {
      const [shard] = await this.open([this.shardNumber(this.lexicon.plain(symbol), "")]);
      const list = shard.singles.get(symbol);
      if (list !== undefined) return this.anywhere(search.ascending(list));
      return this.anywhere(this.manifest.common.includes(symbol) ? [...Array(this.manifest.documents).keys()] : []);
    }

    /* A single symbol is not listed by title and heading, so any of its documents may have it there. */
    anywhere(all) {
      return { heads: all, all };
    }

    async read(query, tier) {
      const edges = this.usefulEdges(query, tier);
      const steps = edges.flatMap((edge) => edges.filter((next) => next.from === edge.to).map((next) => [edge, next]));
      const isLast = (edge) =>
        edge.depth >= DEEPEST - 1 || edge.to === query.length || (tier >= UNFINISHED && Boolean(query.rest[edge.to]));
      const found = this.walk(await this.links(steps, tier, isLast), isLast);
      if (query.length > 1) return found;
      const single = await this.single(query.text); // a Latin letter
      return { heads: union([found.heads, single.heads]), all: union([found.all, single.all]) };
    }

    /* The edges of a query that lie on a way from its beginning to its end, with where they begin and how deep. */
    usefulEdges(query, tier) {
      const good = Array(query.length + 1).fill(false);
      good[query.length] = true;
      const usable = (edge, from) => {
        if (!good[edge.to]) return false;
        if (edge.syllable !== undefined) return tier === FUZZY || this.lexicon.syllables.has(edge.syllable);
        return this.maybeLiteral(query, from);
      };
      for (let from = query.length - 1; from >= 0; from--) {
        good[from] = (tier >= UNFINISHED && from > 0 && Boolean(query.rest[from])) ||
          query.edges[from].some((edge) => usable(edge, from));
      }
      const found = [];
      let places = new Set([0]);
      const seen = new Set();
      for (let depth = 0; depth < DEEPEST && places.size; depth++) {
        const next = new Set();
        for (const from of places) {
          if (from >= query.length) continue;
          for (const edge of query.edges[from]) {
            if (!usable(edge, from)) continue;
            const key = `${from} ${edge.to} ${edge.syllable || ""} ${edge.tone || 0}`;
            if (!seen.has(key)) found.push({ ...edge, from, depth });
            seen.add(key);
            next.add(edge.to);
          }
        }
        places = next;
      }
      return found;
    }

    /* Whether the symbol at a place can stand for itself. Letters are almost always pinyin: beside another letter one
       stands for itself only if a text has the two side by side, or if Latin letters begin or end with it there. */
    maybeLiteral(query, at) {
      const [before, here, after] = [query.tokens[at - 1], query.tokens[at], query.tokens[at + 1]];
      if (!here.letter) return true;
      const { letters, starts, ends } = this.manifest;
      return (
        (!before || letters.includes(before.symbol + here.symbol) || starts.includes(here.symbol)) &&
        (!after || letters.includes(here.symbol + after.symbol) || ends.includes(here.symbol))
      );
    }

    /* For each step from one edge to the next, the pairs of symbols that it can stand for, with their places. */
    async links(steps, tier, isLast) {
      const numbers = steps.map(([edge, next]) => this.shardNumber(this.sound(edge), this.sound(next)));
      const shards = await this.open(numbers);
      const others = tier >= LESSER ? await this.openAll("other", numbers) : [];
      const found = steps.map(([edge, next], i) => {
        const sounds = [this.sound(edge), this.sound(next), tier];
        const pairs = [...shards[i].pairs(...sounds), ...(others[i] ? others[i].pairs(...sounds) : [])];
        const fitting = pairs.filter((pair) => this.stands(pair[0], edge, tier) && this.stands(pair[1], next, tier));
        return { edge, next, pairs: new Set(fitting) };
      });
      prune(found, isLast);
      const pairs = new Set(found.flatMap((link) => [...link.pairs]));
      const records = await this.records([...pairs]);
      return found.map((link) => ({ ...link, records: [...link.pairs].map((pair) => records.get(pair)) }));
    }

    sound(edge) {
      return edge.syllable === undefined ? this.lexicon.plain(edge.symbol) : edge.syllable;
    }

    /* Whether a symbol of the right sound can stand for an edge. */
    stands(symbol, { symbol: literal, syllable, tone }, tier) {
      if (literal !== undefined) return symbol === literal;
      return !tone || tier >= LESSER || this.lexicon.hasTone(symbol, syllable, tone);
    }

    /* All ways from a first edge to a last: where the symbols stand one behind the other. */
    walk(links, isLast) {
      const states = new Map(); // edge and symbol it stands for -> windows, documents with it in a heading
      const all = [];
      const heads = [];
      for (const { edge, next, records } of links) {
        for (const record of records) {
          const here = search.ascending(record.windows);
          const headed = record.heads ? search.ascending(record.heads) : [];
          const before = edge.from === 0 ? null : states.get(stateKey(edge, record.pair[0]));
          if (edge.from > 0 && !before) continue;
          const state = before
            ? { windows: this.following(before.windows, here, 1), heads: intersection(before.heads, headed) }
            : { windows: here, heads: headed };
          if (!state.windows.length) continue;
          const key = stateKey(next, record.pair[1]);
          const known = states.get(key);
          const joined = known
            ? { windows: union([known.windows, state.windows]), heads: union([known.heads, state.heads]) }
            : state;
          states.set(key, joined);
          if (isLast(next)) {
            all.push(this.documents(state.windows));
            heads.push(state.heads);
          }
        }
      }
      return { heads: union(heads), all: union(all) };
    }

    /* The windows of `after` that lie in or at most `reach` behind one of `before`, in the same document. */
    following(before, after, reach) {
      const found = [];
      const { windows } = this.manifest;
      let at = 0;
      for (const window of after) {
        const earliest = Math.max(window - reach, window - (window % windows));
        while (at < before.length && before[at] < earliest) at++;
        if (at < before.length && before[at] <= window) found.push(window);
      }
      return found;
    }

    documents(windows) {
      const found = [];
      for (const window of windows) {
        const number = Math.floor(window / this.manifest.windows);
        if (found[found.length - 1] !== number) found.push(number);
      }
      return found;
    }

    /* Documents whose titles can have these initials. */
    async titles(query) {
      const ways = search.initialLetters(query);
      const found = [];
      for (const letters of ways) {
        // Two letters count at the beginning of a title only; see Plan.titleInitials.
        const chain = letters.length === 2 ? START + letters : letters;
        const pairs = [...chain.slice(0, -1)].map((letter, i) => letter + chain[i + 1]);
        if (pairs.length < 2) continue;
        const numbers = pairs.map((pair) => shardOf(pair[0], pair[1], this.manifest.initials));
        const shards = await this.openAll("initials", numbers);
        const lists = pairs.map((pair, i) => shards[i].records.get(pair));
        if (lists.every(Boolean)) found.push(lists.map((list) => search.ascending(list.windows)).reduce(intersection));
      }
      return union(found);
    }

    home(pair) {
      return this.shardNumber(this.lexicon.plain(pair[0]), this.lexicon.plain(pair[1]));
    }

    shardNumber(first, second) {
      return shardOf(first, second, this.manifest.shards);
    }

    async records(pairs) {
      const shards = await this.open(pairs.map((pair) => this.home(pair)));
      return new Map(pairs.map((pair, i) => [pair, shards[i].records.get(pair)]));
    }

    open(numbers) {
      return this.openAll("index", numbers);
    }

    async openAll(folder, numbers) {
      const keys = numbers.map((number) => `${folder}/${number}`);
      const missing = [...new Set(keys)].filter((key) => !this.shards.has(key));
      if (missing.length) {
        const data = await this.load(missing);
        missing.forEach((key, i) => this.shards.set(key, new Shard(data[i], this.lexicon)));
      }
      return keys.map((key) => this.shards.get(key));
    }
  }

  function stateKey(edge, symbol) {
    return `${edge.from} ${edge.to} ${edge.syllable || ""} ${edge.tone || 0} ${symbol}`;
  }

  /* Puts links in the order of the query and leaves out pairs that no others can stand before or behind. */
  function prune(links, isLast) {
    links.sort((a, b) => a.edge.from - b.edge.from);
    const before = new Map();
    for (const link of links) {
      if (link.edge.from > 0) keep(link, 0, before.get(stateKey(link.edge, "")));
      note(before, stateKey(link.next, ""), link.pairs, 1);
    }
    const behind = new Map();
    for (const link of [...links].reverse()) {
      if (!isLast(link.next)) keep(link, 1, behind.get(stateKey(link.next, "")));
      note(behind, stateKey(link.edge, ""), link.pairs, 0);
    }
  }

  function keep(link, at, symbols) {
    link.pairs = new Set([...link.pairs].filter((pair) => symbols && symbols.has(pair[at])));
  }

  function note(found, key, pairs, at) {
    if (!found.has(key)) found.set(key, new Set());
    for (const pair of pairs) found.get(key).add(pair[at]);
  }

  function union(lists) {
    const some = lists.filter((list) => list.length);
    if (some.length < 2) return some[0] || [];
    const numbers = Uint32Array.from(some.flat()).sort();
    return Array.from(numbers.filter((number, i) => i === 0 || number !== numbers[i - 1]));
  }

  function intersection(a, b) {
    const found = [];
    let at = 0;
    for (const number of a) {
      while (at < b.length && b[at] < number) at++;
      if (b[at] === number) found.push(number);
    }
    return found;
  }

  Object.assign(search, { Index, shardOf });
})((self.NoticeSearch = self.NoticeSearch || {}));
