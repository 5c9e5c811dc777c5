/* The search data of one volume: opened, asked for documents, and the answers of several volumes put in one order. */
(function (search) {
  "use strict";

  const AT_ONCE = 3; // documents of a large corpus that are loaded together: the next ones while one is looked at
  const AT_A_GO = 18; // documents of a large corpus that are loaded before the reader is asked: some 60 kB
  const VAIN_AT_A_GO = 9; // those of them that do not answer
  const SILENT = 6; // documents that are looked at before what answers less well is given out, so that there is a list
  const PART = 8; // documents among which those that hold words nearest to each other come first
  const MOST_KEPT = 1000; // documents of a large corpus that stay loaded, so that memory has a bound

  /* The search data are there, but written for another engine. */
  class OtherFormat extends Error {}

  /* One site that is searched. `name` is "" for the reader's own, `address` leads from its top to that of this one. */
  class Volume {
    /** @param {Load} load @param {VolumeAddress} place @param {Manifest} manifest @param {Manifest["fields"]} fields
     * @param {Characters} characters @param {TermRecord[]} terms */
    constructor(load, { name, address }, manifest, fields, characters, terms) {
      this.load = load;
      this.name = name;
      this.address = address;
      this.manifest = manifest;
      this.fields = fields;
      this.characters = characters;
      this.terms = terms;
      this.folding = new search.Folding(characters.forms);
      this.index = manifest.shards
        ? new search.Index(/** @type {IndexManifest} */ (manifest), new search.Lexicon([characters]), load)
        : null;
      /** @type {Map<number, SearchText>} */
      this.texts = new Map();
      /** @type {SearchParts["facets"] | null} */
      this.facets = null; // of a large corpus: what can be asked of a document before it is loaded
    }

    /** Promises the volume with all that every query needs; `own` is the reader's own volume where this is another.
     * Fails with OtherFormat where the two are not written alike, or where a part cannot be had.
     * @type {NoticeSearch["Volume"]["open"]} */
    static async open(load, place, own) {
      const [manifest] = await load(["manifest"]);
      const { format, fields } = own ? own.manifest : manifest;
      if (manifest.format !== format) throw new OtherFormat(place.address);
      const [characters, terms] = await load(["chars", "terms"]);
      const volume = new Volume(load, place, manifest, fields, characters, terms);
      if (!volume.index) {
        const [texts] = await load(["texts"]);
        texts.forEach((record, number) => volume.keep(record, number));
      }
      return volume;
    }

    /** @param {RecordValues} record @param {number} number */
    keep(record, number) {
      this.texts.set(number, new search.Text(record, number, this));
    }

    /** The documents of these numbers, from the index of a large corpus; those loaded longest ago are forgotten.
     * @param {number[]} numbers */
    async textsOf(numbers) {
      const missing = numbers.filter((number) => !this.texts.has(number));
      const keys = missing.map((number) => /** @type {DocumentKey} */ (`texts/${number}`));
      const records = keys.length ? await this.load(keys) : [];
      missing.forEach((number, i) => this.keep(records[i], number));
      const texts = numbers.map((number) => /** @type {SearchText} */ (this.texts.get(number)));
      for (const number of this.texts.keys()) {
        if (this.texts.size <= MOST_KEPT) break;
        this.texts.delete(number);
      }
      return texts;
    }

    /** Whether each of some pairs of symbols stands somewhere.
     * @param {string[]} pairs @returns {Promise<boolean[]>} */
    async holds(pairs) {
      if (this.index) return this.index.holds(pairs);
      const texts = [...this.texts.values()];
      return pairs.map((pair) => texts.some(({ stream }) => stream.includes(pair)));
    }

    /** Which documents `wants` takes, as a function of their number, before they are loaded; see Engine.search.
     * @param {Wants | null | undefined} wants @returns {Promise<(number: number) => boolean>} */
    async acceptance(wants) {
      if (!wants) return () => true;
      if (!this.index) return (number) => wants(/** @type {SearchText} */ (this.texts.get(number)).record);
      const values = await this.valuesByNumber();
      return (number) => wants(values(number));
    }

    /** The values that facets ask for of a document of a large corpus, by its number, before it is loaded. */
    async valuesByNumber() {
      const fields = Object.entries(await this.facetValues());
      /** @param {number} number @returns {FacetValues} */
      const values = (number) => ({ ...Object.fromEntries(fields.map(([name, all]) => [name, all[number]])), volume: this.name });
      return values;
    }

    /** What can be asked of the documents of a large corpus before they are loaded. */
    async facetValues() {
      if (!this.facets) [this.facets] = await this.load(["facets"]);
      return this.facets;
    }

    /** A search for what `plan` says: {volume, candidates(tier), parts(), answers(tier, isHeaded, part), newest(tiers)}.
     * `candidates` has to be awaited before `answers` of this tier are asked for; these and `newest` yield the newest
     * document first. `parts` is in how many parts the candidates are looked at where answers of several tiers are asked
     * for part by part; without `part` they are all looked at.
     * @param {SearchPlan} plan @param {Wants | null | undefined} wants @param {number} patience @returns {Promise<VolumeSearch>} */
    async searching(plan, wants, patience) {
      const accepts = await this.acceptance(wants);
      return this.index ? new FromIndex(this, this.index, plan, accepts, patience) : new FromAll(this, plan, accepts);
    }
  }

  class FromAll {
    /** @param {Volume} volume @param {SearchPlan} plan @param {(number: number) => boolean} accepts */
    constructor(volume, plan, accepts) {
      this.volume = volume;
      const texts = [...volume.texts.values()].filter(({ number }) => accepts(number));
      this.all = texts.flatMap((text) => plan.answer(text) || []);
    }

    async candidates() {}

    parts() {
      return 1;
    }

    /** @returns {ReturnType<VolumeSearch["unseen"]>} */
    async unseen() {
      return [];
    }

    /** @type {VolumeSearch["answers"]} */
    async *answers(tier, isHeaded) {
      yield* this.all.filter((answer) => answer.tier === tier && answer.headed === isHeaded);
    }

    /** @returns {ReturnType<VolumeSearch["newest"]>} */
    async *newest() {
      yield* this.all;
    }
  }

  class FromIndex {
    /** @param {Volume} volume @param {SearchIndex} index @param {SearchPlan} plan @param {(number: number) => boolean} accepts
     * @param {number} patience */
    constructor(volume, index, plan, accepts, patience) {
      this.volume = volume;
      this.index = index;
      this.plan = plan;
      this.accepts = accepts;
      this.patience = patience;
      /** @type {Candidates} */
      this.proposed = { heads: [], all: [] };
      /** @type {Set<number>} */
      this.possible = new Set(); // the numbers of all that were proposed
      /** @type {Map<number, TextAnswer | null>} */
      this.known = new Map(); // the answers of documents that were looked at
      this.allowed = AT_A_GO; // how many may be looked at until the reader asks for more
      this.vain = 0; // how many of them did not answer
      /** @type {Set<number>} */
      this.given = new Set(); // that were answered with
    }

    /** @param {Tier} tier */
    async candidates(tier) {
      const { heads, all } = await this.plan.candidates(this.index, tier);
      const dated = tier === search.NUMERAL && this.plan.date ? await this.index.dated(this.plan.date) : [];
      const proposed = dated.length ? [...new Set([...all, ...dated])].sort((a, b) => a - b) : all;
      this.proposed = { heads: (dated.length ? proposed : heads).filter(this.accepts), all: proposed.filter(this.accepts) };
      for (const number of this.proposed.all) this.possible.add(number);
    }

    /** What facets can ask of the documents that were proposed and are not looked at yet. */
    async unseen() {
      const values = await this.volume.valuesByNumber();
      return [...this.possible].filter((number) => !this.known.has(number)).map(values);
    }

    parts() {
      return Math.ceil(this.proposed.all.length / PART);
    }

    /** @type {VolumeSearch["answers"]} */
    answers(tier, isHeaded, part) {
      const { heads, all } = this.proposed;
      const numbers = isHeaded ? heads : all;
      const some = part === undefined ? numbers
        : numbers.slice(part * PART, (part + 1) * PART).sort((a, b) => a - b);
      return this.check(some, (answer) => answer.tier === tier && answer.headed === isHeaded);
    }

    /** @type {VolumeSearch["newest"]} */
    async *newest(tiers) {
      /** @type {Set<number>} */
      const numbers = new Set();
      for (const tier of tiers) {
        await this.candidates(tier);
        for (const number of this.proposed.all) numbers.add(number);
      }
      yield* this.check([...numbers].sort((a, b) => a - b), () => true);
    }

    /** What was found so far and would come later, because it answers less well: the best first. */
    *found() {
      const answers = [...this.known.values()].flatMap((answer) => answer || []);
      for (const answer of answers.sort((a, b) => a.tier - b.tier || a.text.number - b.text.number)) {
        if (!this.given.has(answer.text.number)) yield answer;
        this.given.add(answer.text.number);
      }
    }

    /** @param {number[]} numbers @param {(answer: TextAnswer) => boolean} isMeant
     * @returns {AsyncGenerator<DocumentAnswer, void>} */
    async *check(numbers, isMeant) {
      let vain = 0;
      for (let at = 0; at < numbers.length; at++) {
        const number = numbers[at];
        if (!this.known.has(number)) {
          if (this.known.size >= this.allowed || this.vain >= VAIN_AT_A_GO) {
            yield* this.found();
            yield { kind: "pause", checked: this.known.size };
            this.allowed = this.known.size + AT_A_GO;
            this.vain = 0;
          }
          if (!this.given.size && this.known.size >= SILENT) yield* this.found();
          const ahead = numbers.slice(at, at + AT_ONCE).filter((other) => !this.known.has(other));
          for (const text of await this.volume.textsOf(ahead)) {
            const answer = this.plan.answer(text);
            if (!answer) this.vain++;
            this.known.set(text.number, answer);
          }
        }
        const answer = this.known.get(number);
        if (answer && !this.given.has(number) && isMeant(answer)) {
          vain = 0;
          this.given.add(number);
          yield answer;
        } else {
          vain++;
          yield { kind: "vain" };
        }
        if (vain >= this.patience && at + 1 < numbers.length) {
          yield { kind: "cut" };
          return;
        }
      }
    }
  }

  /** The answers of several streams, each newest first, as one; of the same date those of the first stream come first.
   * What else streams yield goes through.
   * @type {NoticeSearch["newestFirst"]} */
  async function* newestFirst(streams) {
    /** @type {(TextAnswer | null)[]} */
    const next = [];
    for (const stream of streams) next.push(yield* upToText(stream));
    for (;;) {
      /** @type {TextAnswer | null} */
      let newest = null;
      for (const answer of next) {
        if (answer && (!newest || answer.text.record.date > newest.text.record.date)) newest = answer;
      }
      if (!newest) return;
      yield newest;
      const at = next.indexOf(newest);
      next[at] = yield* upToText(streams[at]);
    }
  }

  /** Returns the next document of a stream, null at its end.
   * @param {AsyncGenerator<DocumentAnswer, void>} stream @returns {AsyncGenerator<SearchNote, TextAnswer | null>} */
  async function* upToText(stream) {
    for (;;) {
      const { value } = await stream.next();
      if (!value) return null;
      if (value.kind === "text") return value;
      yield value;
    }
  }

  const OWN_NAME = "本卷"; // as in scripts/notice_site/reading/reference/volumes.py

  /** What a reader is told of volumes that could not be searched.
   * @type {NoticeSearch["absences"]} */
  function absences(absent) {
    /** @param {boolean} isOther @param {string} advice */
    const message = (isOther, advice) => {
      const names = absent.filter((volume) => volume.isOther === isOther).map(({ name }) => name);
      return names.length ? [{ title: `未能检索${names.join("、")}`, advice }] : [];
    };
    return [
      ...message(false, "检索数据未能载入。离线使用时，请把各卷的文件夹照原来的名称放在一起；在网上，请稍后刷新再试。"),
      ...message(true, "检索数据的格式与本卷不同。可以打开那一卷单独检索；编者用同一版本的程序重新生成各卷，即可一并检索。"),
    ];
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ Volume, OtherFormat, OWN_NAME, absences, newestFirst }));
})(Notices.search);
