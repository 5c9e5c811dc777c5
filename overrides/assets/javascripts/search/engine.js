/* Search data and a query go in; terms and documents come out in order, the best first. No page, no network here:
   `load(keys)` promises the data of parts of the search data (docs/search/KEY.js), in order. */
(function (search) {
  "use strict";

  const { EXACT, ALIKE, NUMERAL, UNFINISHED, LESSER, FUZZY, INITIALS, WRITTEN, EQUAL } = search;

  const TIERS = [EXACT, ALIKE, NUMERAL, UNFINISHED, LESSER, FUZZY];
  const HAN = /[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\ud840-\ud88f]/;
  const OWN = { name: "", address: "" };

  class Engine {
    constructor(load) {
      this.load = load;
      this.volumes = []; // that are open; the reader's own is the first
      this.absent = []; // [{name, address, isOther}] of those that cannot be searched; isOther: of another format
      this.isWhole = false; // whether all volumes are open or known to be absent
    }

    /* Loads what every query needs, of this volume; again and again without harm. */
    open() {
      this.opened = this.opened || this.openOwn();
      return this.opened;
    }

    async openOwn() {
      const own = await search.Volume.open(this.load, OWN);
      this.facets = own.manifest.facets;
      // [{name, address}]; all volumes may have the same list, with themselves in it.
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
      const found = await Promise.all(this.others.map(async (other) => {
        try {
          return await search.Volume.open(this.load.from(other.address), other, own);
        } catch (error) {
          this.miss(other, error);
          return null;
        }
      }));
      this.take([...this.volumes, ...found.filter(Boolean)]);
      this.isWhole = true;
    }

    /* What one index of all these volumes would hold: the readings of their characters, their terms. */
    take(volumes) {
      const tables = volumes.map(({ characters }) => characters);
      this.folding = new search.Folding(tables.map(({ forms }) => forms).join(""));
      this.second = new search.Folding(tables[0].second);
      this.lexicon = new search.Lexicon(tables);
      this.glossary = new search.Glossary(volumes);
      this.volumes = volumes;
    }

    miss({ name, address }, error) {
      this.absent.push({ name, address, isOther: error instanceof search.OtherFormat });
    }

    /* Whether a volume has an index, so that its documents are loaded one by one. */
    get isLarge() {
      return this.volumes.some((volume) => volume.index);
    }

    /* What was typed as a query, or null where there is nothing to look for. */
    async query(typed) {
      await this.open();
      let tokens = search.tokens(typed, this.folding);
      const isStrange = ({ symbol }) => HAN.test(symbol) && !this.lexicon.all(symbol).length;
      if (tokens.some(isStrange)) {
        // A traditional form that no text has: only now the whole table is needed.
        const forms = await Promise.all(this.volumes.map((volume) => this.orLose(volume, volume.load(["forms"]))));
        tokens = search.tokens(typed, new search.Folding(forms.flat().join("")));
      }
      if (!tokens.length || tokens.length > search.LONGEST) return null;
      const query = new search.Query(tokens, this.lexicon);
      const second = this.second.symbols(query.text);
      if (second !== query.text) query.otherwise = new search.Query(query.rewritten(second), this.lexicon);
      return query;
    }

    /* What a volume promised, or null where it cannot be had: then that volume is absent, and the others go on. */
    async orLose(volume, promised) {
      try {
        return await promised;
      } catch (error) {
        this.lose(volume, error);
        return null;
      }
    }

    /* Goes on without a volume; without this one it cannot. */
    lose(volume, error) {
      if (!volume.name) throw error;
      if (!this.volumes.includes(volume)) return;
      this.miss(volume, error);
      this.take(this.volumes.filter((other) => other !== volume));
    }

    /* The answers in order. `wants(record)` may leave out documents before they are loaded, by the fields of facets and
       by volume; `byDate` puts the newest document first, however it answers; `patience` is how many documents of a
       large corpus are looked at in vain, one after the other, before those that answer less well are tried. Each
       answer is one of

       {kind: "term", term, form, tier, start, end}: the symbols start:end of the form answer
       {kind: "text", text, tier, headed, hits}: a document, with its passages as Text.hits gives them
       {kind: "loading", tier, others}: documents of this tier will have to be loaded; `others` are terms further down
       {kind: "vain"}: a document was looked at in vain
       {kind: "cut"}: patience ended, something may be missing */
    async *search(query, options = {}) {
      let isAnswered = false;
      for await (const answer of this.answers(query, options)) {
        isAnswered = isAnswered || answer.kind === "term" || answer.kind === "text";
        yield answer;
      }
      if (!isAnswered && query.otherwise) yield* this.answers(query.otherwise, options); // 瞭解 for 了解
    }

    async *answers(query, { wants, byDate = false, patience = Infinity }) {
      const terms = this.glossary.find(query, this.lexicon);
      const isNear = (term) => term.tier < LESSER;
      yield* terms.filter(isNear).map(termAnswer);
      const others = terms.filter((term) => !isNear(term)).map(termAnswer);
      const plan = new Plan(query, terms, this.lexicon);
      const searches = await Promise.all(this.volumes.map((volume) =>
        this.orLose(volume, volume.searching(plan, wants, patience))));
      const texts = byDate ? this.newest(searches.filter(Boolean)) : this.best(searches.filter(Boolean));
      for await (const answer of texts) {
        while (others.length && !byDate && others[0].tier <= answer.tier) yield others.shift();
        yield answer.kind === "loading" ? { ...answer, others } : answer;
      }
      yield* others;
    }

    /* Documents by tier, those that have it in title or heading first, then by date. */
    async *best(searches) {
      for (const tier of TIERS) {
        await Promise.all(searches.map((one) => this.orLose(one.volume, one.candidates(tier))));
        if (this.isLarge) yield { kind: "loading", tier };
        for (const isHeaded of [true, false]) {
          yield* this.together(searches, (one) => one.answers(tier, isHeaded));
        }
      }
    }

    async *newest(searches) {
      if (this.isLarge) yield { kind: "loading", tier: EXACT };
      yield* this.together(searches, (one) => one.newest(TIERS));
    }

    /* What each search of a volume that is not lost answers when asked, newest first. */
    together(searches, ask) {
      const present = searches.filter(({ volume }) => this.volumes.includes(volume));
      return search.newestFirst(present.map((one) => this.guarded(one.volume, ask(one))));
    }

    /* The answers of one volume as far as they can be had. */
    async *guarded(volume, answers) {
      try {
        yield* answers;
      } catch (error) {
        this.lose(volume, error);
      }
    }

    /* The terms to offer where nothing answers. */
    nearest(query) {
      return this.glossary.nearest(query, this.lexicon);
    }
  }

  /* What to look for in texts: the query, the slogans that it names with other numerals, and initials of titles. */
  class Plan {
    constructor(query, terms, lexicon) {
      this.query = query;
      this.lexicon = lexicon;
      this.matcher = new search.Matcher(query, lexicon);
      const wordings = (chosen) =>
        [...new Set(terms.filter(chosen).map(({ form, start, end }) => form.symbols.slice(start, end)))];
      this.slogans = wordings((term) => term.tier === NUMERAL).map((wording) => query.literally(wording, lexicon));
      // The terms that are read just so: their wording goes before others that are read alike.
      this.named = query.isLiteral ? [] : wordings(
        ({ tier, manner, place }) => tier === EXACT && manner === WRITTEN && place === EQUAL);
      this.mayBeInitials = search.initialLetters(query).some((letters) => letters.length > 1);
    }

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

    /* Initials of at least two syllables with which the title begins, or of three inside it. */
    titleInitials(text) {
      const title = text.stream.split(search.BREAK, 1)[0];
      const readings = [...title].map((symbol, i) => text.spoken.get(i) || this.lexicon.all(symbol)[0] || null);
      const form = { symbols: title, readings };
      const found = [];
      for (let start = 0; start < title.length; start++) {
        for (const { end, manner, tier } of search.endings(form, this.matcher, start)) {
          if (manner === INITIALS && tier === EXACT && end - start >= (start ? 3 : 2)) {
            found.push({ start, end, tier: UNFINISHED });
          }
        }
      }
      return found;
    }

    /* See Index.candidates. */
    async candidates(index, tier) {
      if (tier === NUMERAL) return this.together(index, this.slogans);
      if (this.named.length && tier === EXACT) {
        return this.together(index, this.named.map((wording) => this.query.literally(wording, this.lexicon)));
      }
      if (tier === ALIKE) return this.together(index, this.named.length ? [this.query] : []);
      return index.candidates(this.query, tier);
    }

    async together(index, queries) {
      const found = await Promise.all(queries.map((query) => index.candidates(query, EXACT)));
      const merged = (name) => [...new Set(found.flatMap((candidates) => candidates[name]))].sort((a, b) => a - b);
      return { heads: merged("heads"), all: merged("all") };
    }
  }

  function termAnswer({ term, form, tier, start, end }) {
    return { kind: "term", term, form, tier, start, end };
  }

  Object.assign(search, { Engine });
})((self.NoticeSearch = self.NoticeSearch || {}));
