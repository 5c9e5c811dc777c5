/* Finds the terms and documents that answer a query, the best first. It knows no page and no network:
   `load(keys)` promises the data of parts of the search data (docs/search/KEY.js), in order. */
(function (search) {
  "use strict";

  const { EXACT, LESSER, SENTENCE, EQUAL } = search;

  const HAN = /[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\ud840-\ud88f]/;
  const OWN = { name: "", address: "" };

  class Engine {
    /** @param {Load} load */
    constructor(load) {
      this.load = load;
      /** @type {Volume[]} */
      this.volumes = []; // that are open; the reader's own is the first
      /** @type {VolumeAddress[]} */
      this.others = []; // that are searched together with the reader's own
      /** @type {AbsentVolume[]} */
      this.absent = []; // those that cannot be searched
      /** @type {VolumeSearch[]} */
      this.searches = []; // of what is looked for now
      /** @type {Facet[]} */
      this.facets = [];
      /** @type {Map<string, string[]>} */
      this.names = new Map(); // what readers type -> wordings that it stands for, in symbols
      /** @type {Map<string, string>} */
      this.sounds = new Map(); // readings of characters that no text has, once they are needed
      this.isWhole = false; // whether all volumes are open or known to be absent
      this.folding = new search.Folding(""); // of all volumes
      this.second = this.folding; // the other simplified form, where a symbol has two: 了 for 瞭
      this.lexicon = new search.Lexicon([]);
      this.glossary = new search.Glossary([]);
      /** @type {Promise<void> | null} */
      this.opened = null;
      /** @type {Promise<void> | null} */
      this.othersOpened = null;
    }

    /* Loads what every query needs, of this volume; again and again without harm. */
    open() {
      this.opened = this.opened || this.openOwn();
      return this.opened;
    }

    async openOwn() {
      const own = await search.Volume.open(this.load, OWN);
      this.facets = own.manifest.facets;
      // All volumes may have the same list, with themselves in it.
      this.others = (own.manifest.volumes || []).filter(({ address }) => this.load.from(address));
      this.isWhole = !this.others.length;
      this.names = new Map(own.manifest.names);
      this.take([own]);
    }

    /* Loads the same of the volumes that are searched together with this one; until then searches go over this one. */
    openOthers() {
      this.othersOpened = this.othersOpened || this.openTogether();
      return this.othersOpened;
    }

    async openTogether() {
      await this.open();
      const [own] = this.volumes;
      const opened = await Promise.all(this.others.map(async (other) => {
        try {
          const load = /** @type {Load} */ (this.load.from(other.address)); // leads elsewhere: see openOwn
          return [await search.Volume.open(load, other, own)];
        } catch (error) {
          this.miss(other, error);
          return [];
        }
      }));
      this.take([...this.volumes, ...opened.flat()]);
      this.isWhole = true;
    }

    /** What one index of all these volumes would hold: the readings of their characters, their terms.
     * @param {Volume[]} volumes */
    take(volumes) {
      const tables = volumes.map(({ characters }) => characters);
      this.folding = new search.Folding(tables.map(({ forms }) => forms).join(""));
      this.second = new search.Folding(tables[0].second);
      this.lexicon = new search.Lexicon(tables);
      this.glossary = new search.Glossary(volumes);
      this.volumes = volumes;
    }

    /** @param {VolumeAddress} volume @param {unknown} error */
    miss({ name, address }, error) {
      this.absent.push({ name, address, isOther: error instanceof search.OtherFormat });
    }

    /* Whether a volume has an index, so that its documents are loaded one by one. */
    get isLarge() {
      return this.volumes.some((volume) => volume.index);
    }

    /** What was typed as a query, or null where there is nothing to look for.
     * @param {string} typed @returns {Promise<Query | null>} */
    async query(typed) {
      await this.open();
      const { words, without, isAny } = search.split(typed, (word) => this.isSyllable(word), (word) => this.isSpoken(word));
      const whole = await this.wording(words.join(" "));
      const apart = whole && !whole.typedDate
        ? await this.wordings(this.apart(words, typed)) : [];
      const query = apart.length === 1 ? apart[0] : whole;
      if (!query) return null;
      query.typed = typed;
      query.words = apart.length > 1 ? apart : [];
      query.isAny = isAny && query.words.length > 1;
      query.isPasted = words.length < 2 && query.isLiteral && query.words.length > 1 && search.sentences(typed).length > 1;
      query.without = await this.wordings(without);
      const second = this.second.symbols(query.text);
      if (second !== query.text) query.otherwise = new search.Query(query.rewritten(second), this.lexicon);
      return query;
    }

    /** The wordings that may stand apart: words, a list, the sentences of what was pasted; of 六 问 none, which is one wording.
     * @param {string[]} words @param {string} typed */
    apart(words, typed) {
      if (words.length > 1) return words.every((word) => this.folding.symbols(word).length < 2) ? [] : this.withNames(words);
      const sentences = search.sentences(typed);
      return sentences.length ? sentences : search.listed(typed);
    }

    /** Words as queries, none twice.
     * @param {string[]} words */
    async wordings(words) {
      const queries = (await Promise.all(words.map((word) => this.wording(word)))).flatMap((query) => query || []);
      return queries.filter(({ text }, i) => queries.findIndex((query) => query.text === text) === i);
    }

    /** Words of which those that together are a known name are one: mass line education -> mass line, education.
     * @param {string[]} words @returns {string[]} */
    withNames(words) {
      for (let count = words.length; count > 1; count--) {
        for (let at = 0; at + count <= words.length; at++) {
          const name = words.slice(at, at + count).join(" ");
          if (!this.names.has(this.folding.symbols(name))) continue;
          return [...this.withNames(words.slice(0, at)), name, ...this.withNames(words.slice(at + count))];
        }
      }
      return words;
    }

    /** One wording as a query.
     * @param {string} typed */
    async wording(typed) {
      let tokens = search.tokens(typed, this.folding);
      if (tokens.some((token) => this.isStrange(token))) {
        // A traditional form that no text has: only now the whole table is needed.
        const forms = await Promise.all(this.volumes.map((volume) => this.orLose(volume, volume.load(["forms"]))));
        tokens = search.tokens(typed, new search.Folding(forms.flatMap((table) => table || []).join("")));
      }
      if (!tokens.length) return null;
      if (tokens.length > search.LONGEST && tokens.filter(({ letter }) => letter).length * 2 > tokens.length) return null;
      const query = new search.Query(tokens.slice(0, search.LONGEST), this.lexicon, typed);
      query.means = this.names.get(query.text) || [];
      query.alike = search.otherPercentages(typed).map((other) => new search.Query(search.tokens(other, this.folding), this.lexicon));
      if (query.means.length) query.wordings.push(search.anyWording(query.means));
      return query;
    }

    /** Whether a symbol is a Han character that no text has.
     * @param {Token} token */
    isStrange({ symbol }) {
      return HAN.test(symbol) && !this.lexicon.all(symbol).length;
    }

    /** Whether letters are one syllable, or begin one.
     * @param {string} letters */
    isSyllable(letters) {
      const plain = search.tokens(letters, this.folding).map(({ letter }) => letter).join("");
      return this.lexicon.isSyllable(search.spelled(plain)) || this.lexicon.isBeginning(plain);
    }

    /** Whether letters are syllables, one or several.
     * @param {string} letters */
    isSpoken(letters) {
      return new search.Query(search.tokens(letters, this.folding), this.lexicon).isSpoken;
    }

    /** What a volume promised, or null where it cannot be had: then that volume is absent, and the others go on.
     * @template Value @param {Volume} volume @param {Promise<Value>} promised */
    async orLose(volume, promised) {
      try {
        return await promised;
      } catch (error) {
        this.lose(volume, error);
        return null;
      }
    }

    /** Goes on without a volume; without the reader's own it cannot.
     * @param {Volume} volume @param {unknown} error */
    lose(volume, error) {
      if (!volume.name) throw error;
      if (!this.volumes.includes(volume)) return;
      this.miss(volume, error);
      this.take(this.volumes.filter((other) => other !== volume));
    }

    /** The answers in order. `wants(record)` may leave out documents before they are loaded, by the fields of facets and
     * by volume; `byDate` puts the newest document first, however it answers; `patience` is how many documents of a
     * large corpus are looked at in vain, one after the other, before those that answer less well are tried.
     * Where nothing answers, what is near to the query is looked for, and a note goes before it.
     * @param {Query} query @param {SearchOptions} options @returns {AsyncGenerator<Answer, void>} */
    async *search(query, options = {}) {
      /** @type {Set<Term>} */
      const shown = new Set(); // terms that one of several words names come with every attempt
      /** @type {Attempt["instead"]} */
      let noted = null; // what the reader was told last
      let isCut = false;
      for await (const { attempt, least, instead, isNear, parts } of search.attempts(this, query)) {
        // Where something may answer that was not looked at, nothing is said to be lacking; but a question is hardly ever in
        // a text word for word.
        if (isCut && (!instead || instead.how !== "question")) continue;
        const isSure = !isCut;
        let isAnswered = false;
        for await (const found of this.answers(attempt, least, options, parts)) {
          const answer = isNear ? nearest(found, isNear) : found;
          if (!answer || (answer.kind === "term" && shown.has(answer.term))) continue;
          const isText = answer.kind === "text";
          isCut = isCut || answer.kind === "cut";
          if (instead && instead !== noted && (isText || answer.kind === "term")) {
            yield { ...instead, kind: "instead", isNarrowed: Boolean(options.wants), isSure };
            noted = instead;
          }
          isAnswered = isAnswered || isText || (answer.kind === "term" && !attempt.words.length);
          if (answer.kind === "term") shown.add(answer.term);
          yield isText && instead ? { ...answer, near: instead.how } : answer;
        }
        if (isAnswered) return;
      }
    }

    /** The readings of characters that no text has, loaded once a query has such a character.
     * @param {Query} query @returns {Promise<Map<string, string>>} */
    async soundsFor(query) {
      if (query.tokens.some((token) => this.isStrange(token)) && !this.sounds.size) {
        const [table] = await this.volumes[0].load(["sounds"]);
        for (const [syllable, characters] of Object.entries(table)) {
          for (const character of characters) this.sounds.set(character, syllable);
        }
      }
      return this.sounds;
    }

    /** @param {Query} query @param {number} least @param {SearchOptions} options @param {QueryParts} [parts]
     * @returns {AsyncGenerator<Answer, void>} */
    async *answers(query, least, { wants, byDate = false, patience = Infinity }, parts) {
      const terms = this.terms(query);
      /** @param {TermMatch} term */
      const isNear = (term) => term.tier < LESSER;
      yield* terms.filter(isNear).map(termAnswer);
      const others = terms.filter((term) => !isNear(term)).map(termAnswer);
      const named = this.named(query, terms).map(termAnswer); // below what holds all words side by side
      const plan = parts ? new search.PartsPlan(parts)
        : new search.Plan(query, (word) => this.glossary.find(word, this.lexicon), this.lexicon, least);
      const promised = this.volumes.map((volume) => this.orLose(volume, volume.searching(plan, wants, patience)));
      const searches = (await Promise.all(promised)).flatMap((volumeSearch) => volumeSearch || []);
      this.searches = searches;
      for await (const answer of byDate ? this.newest(plan, searches) : this.best(plan, searches)) {
        if ("tier" in answer && !byDate) {
          const above = others.findIndex(({ tier }) => tier > answer.tier);
          yield* others.splice(0, above < 0 ? others.length : above);
          if (answer.tier >= SENTENCE) yield* named.splice(0);
        }
        yield answer.kind === "loading" ? { ...answer, others } : answer;
      }
      yield* [...named, ...others];
    }

    /** The terms that a query answers to, by its own wording and by those that it stands for.
     * @param {Query} query */
    terms(query) {
      const own = this.glossary.find(query, this.lexicon);
      const meant = query.means.flatMap((wording) => this.glossary.find(query.literally(wording, this.lexicon), this.lexicon));
      return [...meant.filter(({ place }) => place === EQUAL), ...own];
    }

    /** The terms that one of several words names, besides those that all of them answer.
     * @param {Query} query @param {TermMatch[]} terms */
    named(query, terms) {
      /** @param {TermMatch} term */
      const isNamed = ({ place, tier }) => place === EQUAL && tier < LESSER;
      const named = query.words.flatMap((word) => this.glossary.find(word, this.lexicon).filter(isNamed));
      return named.filter(({ term }, i) => ![...terms, ...named.slice(0, i)].some((other) => other.term === term));
    }

    /** Documents by tier, those that have it in title or heading first, then by date; then those that hold the words
     * apart, of a large corpus part by part, so that the nearest of the first part do not wait for all the others.
     * @param {SearchPlan} plan @param {VolumeSearch[]} searches @returns {AsyncGenerator<LoadingNote | DocumentAnswer, void>} */
    async *best(plan, searches) {
      for (const tier of plan.tiers) {
        yield* this.proposed(searches, tier);
        yield* this.ofTier(searches, tier);
      }
      if (!plan.wordTiers.length) return;
      yield* this.proposed(searches, SENTENCE);
      const parts = Math.max(0, ...searches.map((volumeSearch) => volumeSearch.parts()));
      for (let part = 0; part < parts; part++) {
        for (const tier of plan.wordTiers) yield* this.ofTier(searches, tier, part);
      }
    }

    /** @param {VolumeSearch[]} searches @param {Tier} tier @returns {AsyncGenerator<LoadingNote, void>} */
    async *proposed(searches, tier) {
      await Promise.all(searches.map((volumeSearch) => this.orLose(volumeSearch.volume, volumeSearch.candidates(tier))));
      if (this.isLarge) yield { kind: "loading", tier, others: [] };
    }

    /** @param {VolumeSearch[]} searches @param {Tier} tier @param {number} [part]
     * @returns {AsyncGenerator<DocumentAnswer, void>} */
    async *ofTier(searches, tier, part) {
      for (const isHeaded of [true, false]) {
        yield* this.together(searches, (volumeSearch) => volumeSearch.answers(tier, isHeaded, part));
      }
    }

    /** @param {SearchPlan} plan @param {VolumeSearch[]} searches @returns {AsyncGenerator<LoadingNote | DocumentAnswer, void>} */
    async *newest(plan, searches) {
      if (this.isLarge) yield { kind: "loading", tier: EXACT, others: [] };
      const tiers = plan.wordTiers.length ? [...plan.tiers, SENTENCE] : plan.tiers;
      yield* this.together(searches, (volumeSearch) => volumeSearch.newest(tiers));
    }

    /** What each search of a volume that is not lost answers when asked, newest first.
     * @param {VolumeSearch[]} searches @param {(volumeSearch: VolumeSearch) => AsyncGenerator<DocumentAnswer, void>} ask */
    together(searches, ask) {
      const present = searches.filter(({ volume }) => this.volumes.includes(volume));
      return search.newestFirst(present.map((volumeSearch) => this.guarded(volumeSearch.volume, ask(volumeSearch))));
    }

    /** The answers of one volume as far as they can be had.
     * @param {Volume} volume @param {AsyncGenerator<DocumentAnswer, void>} answers
     * @returns {AsyncGenerator<DocumentAnswer, void>} */
    async *guarded(volume, answers) {
      try {
        yield* answers;
      } catch (error) {
        this.lose(volume, error);
      }
    }

    /** What facets can ask of the documents that may answer and are not looked at yet. */
    async unseen() {
      return (await Promise.all(this.searches.map((volumeSearch) => volumeSearch.unseen()))).flat();
    }

    /** The terms to offer where nothing answers.
     * @param {Query} query */
    nearest(query) {
      if (query.without.length) return []; // what was left out may hide it
      return this.glossary.nearest(query, this.lexicon);
    }
  }

  /** An answer without the places that are not near enough; null where none is left.
   * @template {Answer} Kind
   * @param {Kind} answer @param {(words: string, tier: Tier) => boolean} isNear @returns {Kind | null} */
  function nearest(answer, isNear) {
    if (answer.kind === "term") {
      const { form, start, end, tier } = answer;
      return isNear(form.symbols.slice(start, end), tier) ? answer : null;
    }
    if (answer.kind !== "text") return answer;
    const { text } = answer;
    /** @param {Hit} hit */
    const isNearHit = ({ passage, ranges, tier }) => ranges.some(([from, to]) => isNear(text.textOf(passage).slice(from, to), tier));
    const hits = answer.hits.filter(isNearHit);
    return hits.length ? { ...answer, hits } : null;
  }

  /** @param {TermMatch} match @returns {TermAnswer} */
  function termAnswer({ term, form, tier, start, end }) {
    return { kind: "term", term, form, tier, start, end };
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ Engine }));
})(Notices.search);
