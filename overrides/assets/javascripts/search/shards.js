/* The shards of the index of a large corpus, each loaded when it is asked for.

   What they hold: scripts/notice_site/search_index/postings.py. */
(function (search) {
  "use strict";

  const { FUZZY } = search;

  /** FNV-1a over the accents of two plain syllables, as shard_of in postings.py.
   * @type {NoticeSearch["shardOf"]} */
  function shardOf(first, second, shards) {
    let hash = 0x811c9dc5;
    for (const character of `${search.accent(first)} ${search.accent(second)}`.split("")) {
      const code = character.charCodeAt(0);
      for (const byte of [code & 255, code >> 8]) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    }
    return hash % shards;
  }

  /* The lines of one shard. */
  class Shard {
    /** @param {string} text @param {Lexicon} lexicon */
    constructor(text, lexicon) {
      /** @type {Map<string, PairRecord>} */
      this.records = new Map(); // of each pair, single symbol and date that has its line here
      /** @type {Map<string, string[]>} */
      this.bySound = new Map(); // "liu wen" -> the pairs that are read so
      /** @type {Map<string, string[]>} */
      this.byAccent = new Map(); // "niu wen" -> the same for all that is confused with it
      for (const line of text ? text.split("\n") : []) {
        if (line[0] === "#") {
          const [first, second, pairs] = line.slice(1).split(" ");
          for (let at = 0; at < pairs.length; at += 2) this.note(first, second, pairs.slice(at, at + 2));
        } else if (line[0] === "@") {
          this.keep(...halves(line, line.indexOf(" ")));
        } else if (line[1] === " ") {
          this.keep(...halves(line, 1));
        } else {
          const pair = line.slice(0, 2);
          this.keep(pair, line.slice(2));
          this.note(lexicon.plain(line[0]), lexicon.plain(line[1]), pair);
        }
      }
    }

    /** @param {string} key @param {string} numbers */
    keep(key, numbers) {
      if (numbers[0] === "~") this.records.set(key, { key, list: Number(numbers.slice(1)), numbers: "" });
      else this.records.set(key, { key, list: null, numbers });
    }

    /** @param {string} first @param {string} second @param {string} pair */
    note(first, second, pair) {
      add(this.bySound, `${first} ${second}`, pair);
      add(this.byAccent, `${search.accent(first)} ${search.accent(second)}`, pair);
    }

    /** The pairs with these sounds, or in a fuzzy search with any that are confused with them.
     * @param {string} first @param {string} second @param {Tier} tier */
    pairs(first, second, tier) {
      const pairs = tier < FUZZY ? this.bySound.get(`${first} ${second}`)
        : this.byAccent.get(`${search.accent(first)} ${search.accent(second)}`);
      return pairs || [];
    }
  }

  /** What stands before a blank and behind it.
   * @param {string} line @param {number} at @returns {[string, string]} */
  function halves(line, at) {
    return [line.slice(0, at), line.slice(at + 1)];
  }

  /** @param {Map<string, string[]>} lists @param {string} key @param {string} value */
  function add(lists, key, value) {
    const list = lists.get(key);
    if (list) list.push(value);
    else lists.set(key, [value]);
  }

  /** The numbers of a record as lists.
   * @type {NoticeSearch["listsOf"]} */
  function listsOf({ numbers }) {
    const [all, heads] = numbers.split(" ");
    return { all: search.ascending(all), heads: heads ? search.ascending(heads) : [] };
  }

  class Shards {
    /** @param {Lexicon} lexicon @param {Load} load */
    constructor(lexicon, load) {
      this.lexicon = lexicon;
      this.load = load;
      /** @type {Map<string, Promise<Shard>>} */
      this.opened = new Map();
      /** @type {Map<string, Promise<string>>} */
      this.lists = new Map();
    }

    /** The shards of a folder with these numbers, in this order.
     * @param {ShardFolder} folder @param {number[]} numbers @returns {Promise<Shard[]>} */
    async open(folder, numbers) {
      /** @type {ShardKey[]} */
      const keys = numbers.map((number) => /** @type {ShardKey} */ (`${folder}/${number}`));
      this.ask(this.opened, keys, (data) => new Shard(data, this.lexicon));
      return Promise.all(keys.map((key) => /** @type {Promise<Shard>} */ (this.opened.get(key))));
    }

    /** Loads the numbers of records that have a list of their own.
     * @param {PairRecord[]} records */
    async fill(records) {
      const long = records.filter(({ list, numbers }) => list !== null && !numbers);
      const keys = long.map(({ list }) => /** @type {ShardKey} */ (`lists/${list}`));
      this.ask(this.lists, keys, (data) => data);
      await Promise.all(keys.map(async (key, i) => { long[i].numbers = await this.lists.get(key) || ""; }));
    }

    /** Loads together what nobody has asked for before; what could not be had may be asked for again.
     * @template Value @param {Map<string, Promise<Value>>} asked @param {ShardKey[]} keys @param {(data: string) => Value} read */
    ask(asked, keys, read) {
      const missing = [...new Set(keys)].filter((key) => !asked.has(key));
      if (!missing.length) return;
      const coming = this.load(missing);
      missing.forEach((key, i) => asked.set(key, coming.then((data) => read(data[i]))));
      coming.catch(() => missing.forEach((key) => asked.delete(key)));
    }
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ Shards, shardOf, listsOf }));
})(Notices.search);
