/* Finds the documents of a large corpus that can answer a query, in shards that are loaded on demand.

   What the shards hold: scripts/notice_site/search_index/postings.py. A candidate may be wrong, none is missing. */
(function (search) {
  "use strict";

  const { UNFINISHED, listsOf, union, intersection } = search;

  /** @typedef {{ number: number, at: number, record: PairRecord }} PlacedRecord where in which part of a wording a pair is */

  const START = "^"; // as in postings.py
  const MOST_PAIRS = 5; // of a wording, each in a shard of some 1.5 kB; the text decides about the others
  const MOST_LISTS = 2; // of its pairs, with long lists of up to 7 kB; where shorter ones leave few documents, none
  const FEW = 3; // documents, which the text decides about as cheaply as another list
  const SHORT = 6; // symbols, of which no pair is left out
  const FEWEST_PAIRS = 2; // without those of digits
  const MOST_BETWEEN = 3; // windows that a wording can reach over
  /** @type {Candidates} */
  const NONE = { heads: [], all: [] };

  class Index {
    /** @param {IndexManifest} manifest @param {Lexicon} lexicon @param {Load} load */
    constructor(manifest, lexicon, load) {
      this.manifest = manifest;
      this.lexicon = lexicon;
      this.load = load;
      this.shards = new search.Shards(lexicon, load);
      /** @type {SearchParts["days"] | null} */
      this.days = null;
    }

    /** The numbers of the documents that can hold a query with this exactness, ascending: `all` of them, and in `heads`
     * those that can have it in the title or a heading.
     * @param {Query} query @param {Tier} tier @returns {Promise<Candidates>} */
    async candidates(query, tier) {
      const { heads, all } = query.isLiteral ? await this.literally(query) : await this.read(query, tier);
      const titles = tier === UNFINISHED ? await this.titles(query) : [];
      return { heads: union([heads, titles]), all: union([all, titles]) };
    }

    /** The documents with a reading that an editor proposes, which can hold a query.
     * @type {SearchIndex["proposed"]} */
    proposed(query) {
      const pairs = query.isLiteral ? [...query.text.slice(0, -1)].map((symbol, i) => symbol + query.text[i + 1]) : [""];
      return this.manifest.proposed
        .filter(([, readings]) => readings.some((reading) => pairs.some((pair) => reading.includes(pair))))
        .map(([number]) => number);
    }

    /** @param {Query} query @returns {Promise<Candidates>} */
    async literally(query) {
      if (query.length === 1) return this.single(query.text);
      return this.sequence([query.text], query.joints);
    }

    /** The documents that can hold some wordings one close behind the other, as the parts of 冀群组发〔2014〕34号 do. `joints`
     * are the places in the first of them where words meet.
     * @type {SearchIndex["sequence"]} */
    async sequence(parts, joints = []) {
      const places = parts.filter((part) => part.length > 1)
        .flatMap((part, number) => placesOfPairs(part, number ? [] : joints).map((at) => ({ number, at, pair: part.substr(at, 2) })));
      const shards = await this.open(places.map(({ pair }) => this.home(pair)));
      /** @type {PlacedRecord[]} */
      const placed = [];
      for (const [i, { number, at, pair }] of places.entries()) {
        const record = shards[i].records.get(pair);
        if (!record) return NONE;
        placed.push({ number, at, record });
      }
      const short = placed.filter(({ record }) => record.list === null);
      const few = short.length ? this.chain(short) : null;
      if (few && (few.all.length <= FEW || short.length === placed.length)) return few;
      const long = placed.filter(({ record }) => record.list !== null)
        .sort((a, b) => Number(a.record.list) - Number(b.record.list)).slice(0, Math.max(1, MOST_LISTS - short.length));
      await this.shards.fill(long.map(({ record }) => record));
      return this.chain(placed.filter((one) => short.includes(one) || long.includes(one)));
    }

    /** The documents that can hold these pairs, each one close behind the other.
     * @param {PlacedRecord[]} placed @returns {Candidates} */
    chain(placed) {
      /** @type {number[]} */
      let windows = [];
      /** @type {number[]} */
      let heads = [];
      placed.forEach(({ number, at, record }, i) => {
        const here = listsOf(record);
        const before = placed[i - 1];
        const reach = before && before.number === number ? Math.min(at - before.at, MOST_BETWEEN) : 1;
        windows = before ? this.following(windows, here.all, reach) : here.all;
        heads = before ? intersection(heads, here.heads) : here.heads;
      });
      return { heads, all: this.documents(windows) };
    }

    /** The documents of each of some pairs, as far as their lists are short; of the long lists so many, the shortest.
     * @type {SearchIndex["lists"]} */
    async lists(pairs, most) {
      const shards = await this.open(pairs.map((pair) => this.home(pair)));
      const records = pairs.map((pair, i) => shards[i].records.get(pair));
      const long = records.flatMap((record) => (record && record.list !== null ? [record] : []))
        .sort((a, b) => Number(a.list) - Number(b.list));
      await this.shards.fill(long.slice(0, most));
      const left = long.slice(most);
      return records.filter((record) => !record || !left.includes(record))
        .map((record) => (record ? this.documents(listsOf(record).all) : []));
    }

    /** The documents that name one of these dates.
     * @type {SearchIndex["dates"]} */
    async dates(names) {
      const shards = await this.open(names.map((name) => this.shardNumber(name, "")));
      const records = shards.flatMap(({ records: lines }, i) => lines.get(`@${names[i]}`) || []);
      await this.shards.fill(records);
      const lists = records.map(listsOf);
      return { heads: union(lists.map(({ heads }) => heads)), all: union(lists.map(({ all }) => all)) };
    }

    /** Whether each of some pairs stands somewhere.
     * @type {SearchIndex["holds"]} */
    async holds(pairs) {
      const shards = await this.open(pairs.map((pair) => this.home(pair)));
      return pairs.map((pair, i) => shards[i].records.has(pair));
    }

    /** The numbers of the documents whose date begins so: documents are numbered by date, the newest first.
     * @type {SearchIndex["dated"]} */
    async dated(beginning) {
      if (!this.days) [this.days] = await this.load(["days"]);
      /** @type {number[]} */
      const numbers = [];
      let number = 0;
      for (const [date, count] of this.days) {
        for (const last = number + count; number < last; number++) if (date.startsWith(beginning)) numbers.push(number);
      }
      return numbers;
    }

    /** A single symbol is not listed by title and heading, so any of its documents may have it there.
     * @param {string} symbol @returns {Promise<Candidates>} */
    async single(symbol) {
      const [shard] = await this.open([this.shardNumber(this.lexicon.plain(symbol), "")]);
      const record = shard.records.get(symbol);
      if (record) await this.shards.fill([record]);
      const isCommon = !record && this.manifest.common.includes(symbol);
      const all = record ? listsOf(record).all : isCommon ? [...Array(this.manifest.documents).keys()] : [];
      return { heads: all, all };
    }

    /** A single Latin letter may stand for itself too.
     * @param {Query} query @param {Tier} tier @returns {Promise<Candidates>} */
    async read(query, tier) {
      const candidates = await search.spoken(this, query, tier);
      if (query.length > 1) return candidates;
      const single = await this.single(query.text);
      return { heads: union([candidates.heads, single.heads]), all: union([candidates.all, single.all]) };
    }

    /** The windows of `after` that lie in or at most `reach` behind one of `before`, in the same document.
     * @param {number[]} before @param {number[]} after @param {number} reach */
    following(before, after, reach) {
      /** @type {number[]} */
      const following = [];
      const { windows } = this.manifest;
      let at = 0;
      for (const window of after) {
        const earliest = Math.max(window - reach, window - (window % windows));
        while (at < before.length && before[at] < earliest) at++;
        if (at < before.length && before[at] <= window) following.push(window);
      }
      return following;
    }

    /** The documents of some windows, each once.
     * @param {number[]} windows */
    documents(windows) {
      /** @type {number[]} */
      const numbers = [];
      for (const window of windows) {
        const number = Math.floor(window / this.manifest.windows);
        if (numbers[numbers.length - 1] !== number) numbers.push(number);
      }
      return numbers;
    }

    /** Documents whose titles can have these initials.
     * @param {Query} query */
    async titles(query) {
      /** @type {number[][]} */
      const lists = [];
      for (const letters of search.initialLetters(query)) {
        // Two letters count at the beginning of a title only; see Plan.titleInitials.
        const chain = letters.length === 2 ? START + letters : letters;
        const pairs = [...chain.slice(0, -1)].map((letter, i) => letter + chain[i + 1]);
        if (pairs.length < 2) continue;
        const numbers = pairs.map((pair) => search.shardOf(pair[0], pair[1], this.manifest.initials));
        const shards = await this.shards.open("initials", numbers);
        const numbersOfPairs = pairs.map((pair, i) => {
          const record = shards[i].records.get(pair);
          return record ? listsOf(record).all : [];
        });
        lists.push(numbersOfPairs.reduce(intersection));
      }
      return union(lists);
    }

    /** The number of the shard in which a pair has its line.
     * @param {string} pair */
    home(pair) {
      return this.shardNumber(this.lexicon.plain(pair[0]), this.lexicon.plain(pair[1]));
    }

    /** @param {string} first @param {string} second */
    shardNumber(first, second) {
      return search.shardOf(first, second, this.manifest.shards);
    }

    /** The records of pairs, with their numbers.
     * @param {string[]} pairs */
    async records(pairs) {
      const shards = await this.open(pairs.map((pair) => this.home(pair)));
      const records = pairs.map((pair, i) => /** @type {PairRecord} */ (shards[i].records.get(pair)));
      await this.shards.fill(records);
      return new Map(pairs.map((pair, i) => [pair, records[i]]));
    }

    /** @param {number[]} numbers */
    open(numbers) {
      return this.shards.open("index", numbers);
    }
  }

  /** Where the pairs of a wording begin by which an index is asked. Two digits stand in almost every document, and their
   * lists are the longest; so they are left out where others remain. Where words meet, a pair is rare: it goes first.
   * @param {string} text @param {number[]} joints */
  function placesOfPairs(text, joints) {
    const all = [...Array(text.length - 1).keys()];
    const words = text.length > SHORT ? all.filter((at) => !/[0-9]{2}/.test(text.substr(at, 2))) : all;
    const places = words.length < FEWEST_PAIRS ? all : words;
    const step = Math.max(1, Math.ceil((places.length - 1) / (MOST_PAIRS - 1)));
    const spread = places.filter((_, i) => i % step === 0 || i === places.length - 1);
    const met = joints.filter((at) => places.includes(at)).slice(0, MOST_PAIRS - 1);
    return [...new Set([...met, ...spread])].slice(0, Math.max(MOST_PAIRS, spread.length)).sort((a, b) => a - b);
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ Index }));
})(Notices.search);
