/* The search data of one volume: opened, asked for documents, and the answers of several volumes put in one order. */
(function (search) {
  "use strict";

  const AT_ONCE = 3; // documents of a large corpus that are loaded together
  const MOST_KEPT = 1000; // documents of a large corpus that are kept loaded

  /* The search data are there, but written for another engine. */
  class OtherFormat extends Error {}

  /* One site that is searched. `name` is "" for the reader's own, `address` leads from its top to that of this one. */
  class Volume {
    constructor(load, { name, address }) {
      this.load = load;
      this.name = name;
      this.address = address;
      this.texts = new Map();
    }

    /* Promises the volume with all that every query needs; `own` is the reader's own volume where this is another.
       Fails with OtherFormat where the two are not written alike, or where a part cannot be had. */
    static async open(load, { name, address }, own) {
      const volume = new Volume(load, { name, address });
      [volume.manifest] = await load(["manifest"]);
      const { format, fields } = (own || volume).manifest;
      if (volume.manifest.format !== format) throw new OtherFormat(address);
      volume.fields = fields;
      [volume.characters, volume.terms] = await load(["chars", "terms"]);
      volume.folding = new search.Folding(volume.characters.forms);
      if (volume.manifest.shards) {
        volume.index = new search.Index(volume.manifest, new search.Lexicon([volume.characters]), load);
      } else {
        const [texts] = await load(["texts"]);
        texts.forEach((record, number) => volume.keep(record, number));
      }
      return volume;
    }

    keep(record, number) {
      this.texts.set(number, new search.Text(record, number, this));
    }

    /* The documents of these numbers, from the index of a large corpus; those not loaded long ago are forgotten. */
    async textsOf(numbers) {
      const missing = numbers.filter((number) => !this.texts.has(number));
      const records = missing.length ? await this.load(missing.map((number) => `texts/${number}`)) : [];
      missing.forEach((number, i) => this.keep(records[i], number));
      const texts = numbers.map((number) => this.texts.get(number));
      for (const number of this.texts.keys()) {
        if (this.texts.size <= MOST_KEPT) break;
        this.texts.delete(number);
      }
      return texts;
    }

    /* Which documents `wants` takes, as a function of their number, before they are loaded; see Engine.search. */
    async acceptance(wants) {
      if (!wants) return () => true;
      if (!this.index) return (number) => wants(this.texts.get(number).record);
      if (!this.facets) [this.facets] = await this.load(["facets"]);
      const fields = Object.entries(this.facets);
      const values = (number) => Object.fromEntries(fields.map(([name, all]) => [name, all[number]]));
      return (number) => wants({ ...values(number), volume: this.name });
    }

    /* A search for what `plan` says: {volume, candidates(tier), answers(tier, isHeaded), newest(tiers)}. `candidates` has
       to be awaited before `answers` of this tier are asked for; these and `newest` yield the newest document first. */
    async searching(plan, wants, patience) {
      const accepts = await this.acceptance(wants);
      return this.index ? new FromIndex(this, plan, accepts, patience) : new FromAll(this, plan, accepts);
    }
  }

  class FromAll {
    constructor(volume, plan, accepts) {
      this.volume = volume;
      const texts = [...volume.texts.values()].filter(({ number }) => accepts(number));
      this.found = texts.map((text) => plan.answer(text)).filter(Boolean);
    }

    async candidates() {}

    async *answers(tier, isHeaded) {
      yield* this.found.filter((answer) => answer.tier === tier && answer.headed === isHeaded);
    }

    async *newest() {
      yield* this.found;
    }
  }

  class FromIndex {
    constructor(volume, plan, accepts, patience) {
      Object.assign(this, { volume, plan, accepts, patience });
      this.known = new Map(); // the answers of documents that were looked at
    }

    async candidates(tier) {
      this.proposed = await this.plan.candidates(this.volume.index, tier);
    }

    answers(tier, isHeaded) {
      const { heads, all } = this.proposed;
      return this.check(isHeaded ? heads : all, (answer) => answer.tier === tier && answer.headed === isHeaded);
    }

    async *newest(tiers) {
      const numbers = new Set();
      for (const tier of tiers) {
        await this.candidates(tier);
        for (const number of this.proposed.all) numbers.add(number);
      }
      yield* this.check([...numbers].sort((a, b) => a - b), () => true);
    }

    async *check(proposed, isMeant) {
      const numbers = proposed.filter(this.accepts);
      let vain = 0;
      for (let at = 0; at < numbers.length; at++) {
        const number = numbers[at];
        if (!this.known.has(number)) {
          const ahead = numbers.slice(at, at + AT_ONCE).filter((other) => !this.known.has(other));
          for (const text of await this.volume.textsOf(ahead)) this.known.set(text.number, this.plan.answer(text));
        }
        const answer = this.known.get(number);
        vain = answer && isMeant(answer) ? 0 : vain + 1;
        yield vain ? { kind: "vain" } : answer;
        if (vain >= this.patience && at + 1 < numbers.length) {
          yield { kind: "cut" };
          return;
        }
      }
    }
  }

  /* The answers of several streams, each newest first, as one; of the same date those of the first stream come first.
     What else streams yield goes through. */
  async function* newestFirst(streams) {
    const next = [];
    for (const stream of streams) next.push(yield* upToText(stream));
    const isNewer = (answer, best) => answer && (best < 0 || dateOf(answer) > dateOf(next[best]));
    for (;;) {
      const first = next.reduce((best, answer, at) => (isNewer(answer, best) ? at : best), -1);
      if (first < 0) return;
      yield next[first];
      next[first] = yield* upToText(streams[first]);
    }
  }

  /* Returns the next document of a stream, null at its end. */
  async function* upToText(stream) {
    for (;;) {
      const { value, done } = await stream.next();
      if (done) return null;
      if (value.kind === "text") return value;
      yield value;
    }
  }

  function dateOf(answer) {
    return answer.text.record.date;
  }

  const OWN_NAME = "本卷"; // as in scripts/notice_site/reading/reference/volumes.py

  /* What a reader is told of volumes that could not be searched (Engine.absent): [{title, advice}]. */
  function absences(absent) {
    const told = (isOther, reason, advice) => {
      const names = absent.filter((volume) => volume.isOther === isOther).map(({ name }) => name);
      return names.length ? [{ title: `未能检索${names.join("、")}`, advice: `${reason}${advice}` }] : [];
    };
    return [
      ...told(false, "没有读到检索数据。", "离线使用时，请把各卷的文件夹照原来的名称放在一起；在网上，请稍后刷新再试。"),
      ...told(true, "检索数据的格式与本卷不同。", "可以打开那一卷单独检索；编者用同一版本的程序重新生成各卷，即可一并检索。"),
    ];
  }

  Object.assign(search, { Volume, OtherFormat, OWN_NAME, absences, newestFirst });
})((self.NoticeSearch = self.NoticeSearch || {}));
