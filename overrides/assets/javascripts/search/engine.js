/* Search data and a query go in; terms and documents come out in order, the best first. No page, no network here:
   `load(keys)` promises the data of parts of the search data (docs/search/KEY.js), in order. */
(function (search) {
  "use strict";

  const { EXACT, ALIKE, NUMERAL, UNFINISHED, LESSER, FUZZY, INITIALS, WRITTEN, EQUAL } = search;

  const TIERS = [EXACT, ALIKE, NUMERAL, UNFINISHED, LESSER, FUZZY];
  const AT_ONCE = 3; // documents of a large corpus that are loaded together
  const MOST_KEPT = 1000; // documents of a large corpus that are kept loaded
  const HAN = /[\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\ud840-\ud88f]/;

  class Engine {
    constructor(load) {
      this.load = load;
      this.texts = new Map();
    }

    /* Loads what every query needs; again and again without harm. */
    open() {
      this.opened = this.opened || this.openOnce();
      return this.opened;
    }

    async openOnce() {
      [this.manifest] = await this.load(["manifest"]);
      const [chars, terms] = await this.load(["chars", "terms"]);
      this.folding = new search.Folding(chars.forms);
      this.second = new search.Folding(chars.second);
      this.lexicon = new search.Lexicon(chars);
      this.glossary = new search.Glossary(terms, this.folding);
      if (this.manifest.shards) {
        this.index = new search.Index(this.manifest, this.lexicon, this.load);
      } else {
        const [texts] = await this.load(["texts"]);
        texts.forEach((record, number) => this.texts.set(number, new search.Text(record, number, this.folding)));
      }
    }

    /* What was typed as a query, or null where there is nothing to look for. */
    async query(typed) {
      await this.open();
      let tokens = search.tokens(typed, this.folding);
      const isStrange = ({ symbol }) => HAN.test(symbol) && !this.lexicon.all(symbol).length;
      if (tokens.some(isStrange)) {
        // A traditional form that no text has: only now the whole table is needed.
        const [forms] = await this.load(["forms"]);
        tokens = search.tokens(typed, new search.Folding(forms));
      }
      if (!tokens.length || tokens.length > search.LONGEST) return null;
      const query = new search.Query(tokens, this.lexicon);
      const second = this.second.symbols(query.text);
      if (second !== query.text) query.otherwise = new search.Query(query.rewritten(second), this.lexicon);
      return query;
    }

    /* The answers in order. `accepts(number)` may leave out documents before they are loaded; `byDate` puts the newest
       document first, however it answers; `patience` is how many documents of a large corpus are looked at in vain, one
       after the other, before those that answer less well are tried. Each answer is one of

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

    async *answers(query, { accepts = () => true, byDate = false, patience = Infinity }) {
      const terms = this.glossary.find(query, this.lexicon);
      const isNear = (term) => term.tier < LESSER;
      yield* terms.filter(isNear).map(termAnswer);
      const others = terms.filter((term) => !isNear(term)).map(termAnswer);
      const plan = new Plan(query, terms, this.lexicon);
      const texts = this.index ? this.fromIndex(plan, accepts, byDate, patience) : this.fromAll(plan, accepts, byDate);
      for await (const answer of texts) {
        while (others.length && !byDate && others[0].tier <= answer.tier) yield others.shift();
        yield answer.kind === "loading" ? { ...answer, others } : answer;
      }
      yield* others;
    }

    async *fromAll(plan, accepts, byDate) {
      const found = [];
      for (const text of this.texts.values()) {
        const answer = accepts(text.number) && plan.answer(text);
        if (answer) found.push(answer);
      }
      const rank = (answer) => (byDate ? 0 : answer.tier * 2 + (answer.headed ? 0 : 1));
      yield* found.sort((a, b) => rank(a) - rank(b) || a.text.number - b.text.number);
    }

    async *fromIndex(plan, accepts, byDate, patience) {
      const answers = new Map();
      const check = async function* (numbers, isNext) {
        let vain = 0;
        for (let at = 0; at < numbers.length; at++) {
          const number = numbers[at];
          if (!answers.has(number)) {
            const ahead = numbers.slice(at, at + AT_ONCE).filter((other) => !answers.has(other));
            for (const text of await this.textsOf(ahead)) answers.set(text.number, plan.answer(text));
          }
          const answer = answers.get(number);
          vain = answer && isNext(answer) ? 0 : vain + 1;
          yield vain ? { kind: "vain" } : answer;
          if (vain >= patience && at + 1 < numbers.length) {
            yield { kind: "cut" };
            return;
          }
        }
      }.bind(this);
      if (byDate) {
        const all = new Set();
        for (const tier of TIERS) for (const number of (await plan.candidates(this.index, tier)).all) all.add(number);
        yield { kind: "loading", tier: EXACT };
        yield* check([...all].filter(accepts).sort((a, b) => a - b), () => true);
        return;
      }
      for (const tier of TIERS) {
        const { heads, all } = await plan.candidates(this.index, tier);
        yield { kind: "loading", tier };
        yield* check(heads.filter(accepts), (answer) => answer.tier === tier && answer.headed);
        yield* check(all.filter(accepts), (answer) => answer.tier === tier && !answer.headed);
      }
    }

    async textsOf(numbers) {
      const missing = numbers.filter((number) => !this.texts.has(number));
      const records = missing.length ? await this.load(missing.map((number) => `texts/${number}`)) : [];
      missing.forEach((number, i) => this.texts.set(number, new search.Text(records[i], number, this.folding)));
      const texts = numbers.map((number) => this.texts.get(number));
      for (const number of this.texts.keys()) {
        if (this.texts.size <= MOST_KEPT) break;
        this.texts.delete(number);
      }
      return texts;
    }

    /* Of every document of a large corpus what facets ask for: {level: […], issuers: […], date: […], genre: […]}. */
    async facets() {
      if (!this.facetTable) [this.facetTable] = await this.load(["facets"]);
      return this.facetTable;
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
