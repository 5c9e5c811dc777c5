/* Finds the terms and documents that answer a query, the best first. It knows no page and no network:
   `load(keys)` promises the data of parts of the search data (docs/search/KEY.js), in order. */
(function (search) {
  "use strict";

  const { EXACT, ALIKE, NUMERAL, UNFINISHED, LESSER, FUZZY, INITIALS, WRITTEN, EQUAL } = search;

  const TIERS = [EXACT, ALIKE, NUMERAL, UNFINISHED, LESSER, FUZZY];
  const HAN = /[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\ud840-\ud88f]/;
  const OWN = { name: "", address: "" };

  const INITIALS_INSIDE = 3; // letters; two of them stand inside many titles by chance
  const INITIALS_AT_START = 2;

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
      /** @type {Facet[]} */
      this.facets = [];
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
     * @param {string} typed */
    async query(typed) {
      await this.open();
      let tokens = search.tokens(typed, this.folding);
      /** @param {Token} token */
      const isStrange = ({ symbol }) => HAN.test(symbol) && !this.lexicon.all(symbol).length;
      if (tokens.some(isStrange)) {
        // A traditional form that no text has: only now the whole table is needed.
        const forms = await Promise.all(this.volumes.map((volume) => this.orLose(volume, volume.load(["forms"]))));
        tokens = search.tokens(typed, new search.Folding(forms.flatMap((table) => table || []).join("")));
      }
      if (!tokens.length || tokens.length > search.LONGEST) return null;
      const query = new search.Query(tokens, this.lexicon);
      const second = this.second.symbols(query.text);
      if (second !== query.text) query.otherwise = new search.Query(query.rewritten(second), this.lexicon);
      return query;
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
     * @param {Query} query @param {SearchOptions} options @returns {AsyncGenerator<Answer, void>} */
    async *search(query, options = {}) {
      let isAnswered = false;
      for await (const answer of this.answers(query, options)) {
        isAnswered = isAnswered || answer.kind === "term" || answer.kind === "text";
        yield answer;
      }
      if (!isAnswered && query.otherwise) yield* this.answers(query.otherwise, options); // 瞭解 for 了解
    }

    /** @param {Query} query @param {SearchOptions} options @returns {AsyncGenerator<Answer, void>} */
    async *answers(query, { wants, byDate = false, patience = Infinity }) {
      const terms = this.glossary.find(query, this.lexicon);
      /** @param {TermMatch} term */
      const isNear = (term) => term.tier < LESSER;
      yield* terms.filter(isNear).map(termAnswer);
      const others = terms.filter((term) => !isNear(term)).map(termAnswer);
      const plan = new Plan(query, terms, this.lexicon);
      const promised = this.volumes.map((volume) => this.orLose(volume, volume.searching(plan, wants, patience)));
      const searches = (await Promise.all(promised)).flatMap((volumeSearch) => volumeSearch || []);
      for await (const answer of byDate ? this.newest(searches) : this.best(searches)) {
        if ("tier" in answer && !byDate) {
          const above = others.findIndex(({ tier }) => tier > answer.tier);
          yield* others.splice(0, above < 0 ? others.length : above);
        }
        yield answer.kind === "loading" ? { ...answer, others } : answer;
      }
      yield* others;
    }

    /** Documents by tier, those that have it in title or heading first, then by date.
     * @param {VolumeSearch[]} searches @returns {AsyncGenerator<LoadingNote | DocumentAnswer, void>} */
    async *best(searches) {
      for (const tier of TIERS) {
        await Promise.all(searches.map((volumeSearch) => this.orLose(volumeSearch.volume, volumeSearch.candidates(tier))));
        if (this.isLarge) yield { kind: "loading", tier, others: [] };
        for (const isHeaded of [true, false]) {
          yield* this.together(searches, (volumeSearch) => volumeSearch.answers(tier, isHeaded));
        }
      }
    }

    /** @param {VolumeSearch[]} searches @returns {AsyncGenerator<LoadingNote | DocumentAnswer, void>} */
    async *newest(searches) {
      if (this.isLarge) yield { kind: "loading", tier: EXACT, others: [] };
      yield* this.together(searches, (volumeSearch) => volumeSearch.newest(TIERS));
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

    /** The terms to offer where nothing answers.
     * @param {Query} query */
    nearest(query) {
      return this.glossary.nearest(query, this.lexicon);
    }
  }

  /* What to look for in texts: the query, the slogans that it names with other numerals, and initials of titles. */
  class Plan {
    /** @param {Query} query @param {TermMatch[]} terms @param {Lexicon} lexicon */
    constructor(query, terms, lexicon) {
      this.query = query;
      this.lexicon = lexicon;
      this.matcher = new search.Matcher(query, lexicon);
      /** @param {(term: TermMatch) => boolean} chosen */
      const wordings = (chosen) =>
        [...new Set(terms.filter(chosen).map(({ form, start, end }) => form.symbols.slice(start, end)))];
      this.slogans = wordings((term) => term.tier === NUMERAL).map((wording) => query.literally(wording, lexicon));
      // The terms that are read just so: their wording goes before others that are read alike.
      this.named = query.isLiteral ? [] : wordings(
        ({ tier, manner, place }) => tier === EXACT && manner === WRITTEN && place === EQUAL);
      this.mayBeInitials = search.initialLetters(query).some((letters) => letters.length > 1);
    }

    /** How a document answers, or null.
     * @param {SearchText} text @returns {TextAnswer | null} */
    answer(text) {
      const matches = this.matcher.find(text.stream, text.spoken);
      if (this.named.length) {
        for (const match of matches) {
          const isNamed = this.named.includes(text.stream.slice(match.start, match.end));
          if (match.tier === EXACT && !isNamed) match.tier = ALIKE;
        }
      }
      for (const slogan of this.slogans) {
        for (const match of new search.Matcher(slogan, this.lexicon).find(text.stream, text.spoken)) {
          if (!matches.some(({ start, end }) => start === match.start && end === match.end)) {
            matches.push({ ...match, tier: NUMERAL });
          }
        }
      }
      if (this.mayBeInitials) matches.push(...this.titleInitials(text));
      if (!matches.length) return null;
      const hits = text.hits(matches.sort((a, b) => a.start - b.start || a.end - b.end));
      const tier = Math.min(...hits.map((hit) => hit.tier));
      return { kind: "text", text, tier, headed: hits.some((hit) => hit.headed && hit.tier === tier), hits };
    }

    /** Initials of at least two syllables with which the title begins, or of three inside it.
     * @param {SearchText} text */
    titleInitials(text) {
      const title = text.stream.split(search.BREAK, 1)[0];
      const readings = [...title].map((symbol, i) => text.spoken.get(i) || this.lexicon.all(symbol)[0] || null);
      const form = { symbols: title, readings };
      /** @type {Match[]} */
      const matches = [];
      for (let start = 0; start < title.length; start++) {
        const shortest = start ? INITIALS_INSIDE : INITIALS_AT_START;
        for (const { end, manner, tier } of search.endings(form, this.matcher, start)) {
          if (manner === INITIALS && tier === EXACT && end - start >= shortest) matches.push({ start, end, tier: UNFINISHED });
        }
      }
      return matches;
    }

    /** See Index.candidates.
     * @param {SearchIndex} index @param {Tier} tier */
    async candidates(index, tier) {
      if (tier === NUMERAL) return this.together(index, this.slogans);
      if (this.named.length && tier === EXACT) {
        return this.together(index, this.named.map((wording) => this.query.literally(wording, this.lexicon)));
      }
      if (tier === ALIKE) return this.together(index, this.named.length ? [this.query] : []);
      return index.candidates(this.query, tier);
    }

    /** @param {SearchIndex} index @param {Query[]} queries @returns {Promise<Candidates>} */
    async together(index, queries) {
      const all = await Promise.all(queries.map((query) => index.candidates(query, EXACT)));
      /** @param {"heads" | "all"} name */
      const merged = (name) => [...new Set(all.flatMap((candidates) => candidates[name]))].sort((a, b) => a - b);
      return { heads: merged("heads"), all: merged("all") };
    }
  }

  /** @param {TermMatch} match @returns {TermAnswer} */
  function termAnswer({ term, form, tier, start, end }) {
    return { kind: "term", term, form, tier, start, end };
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ Engine }));
})(Notices.search);
