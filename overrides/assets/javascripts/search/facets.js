/* What the search page can narrow its answers by, and the state of the page as an address. */
(function (search) {
  "use strict";

  const PLACES = ["词语", "题名", "标题", "正文"];
  const AT_ONCE = 20; // documents shown, and of a large corpus looked for, at a time
  /** @type {Record<string, Tier | undefined>} */
  const WITHIN = { sentence: search.SENTENCE, paragraph: search.PARAGRAPH, document: search.DOCUMENT };

  /** The values of a document for a facet; facets are declared in scripts/notice_site/search_index/facets.py.
   * @param {FacetValues} record @param {Facet} facet */
  function valuesOf(record, { field, length, missing }) {
    const values = [record[field]].flat().filter(Boolean).map(String);
    return values.length ? values.map((value) => (length ? value.slice(0, length) : value)) : [missing];
  }

  /** Where a hit stands, as facet `hit` names it.
   * @type {NoticeSearch["placeOf"]} */
  function placeOf(hit) {
    if (hit.passage === search.TITLE) return "题名";
    return hit.headed ? "标题" : "正文";
  }

  /* What the reader asked for. `facets` are those of the manifest, set once it is read; until then nothing is narrowed. */
  class State {
    /** @param {string} address */
    constructor(address) {
      /** @type {Facet[]} */
      this.facets = [];
      const parameters = new URL(address).searchParams;
      this.find = parameters.get("find") || "";
      this.sort = parameters.get("sort") === "date" ? "date" : "rank";
      this.shown = Number(parameters.get("shown")) || AT_ONCE; // documents, so that Back leads to as many
      this.within = parameters.get("within") || ""; // how near to each other several words have to stand
      this.values = new Map([...parameters.keys()].map((name) => [name, parameters.getAll(name)]));
      this.values.delete("find");
      this.values.delete("sort");
      this.values.delete("within");
      this.values.delete("shown");
    }

    /** The values that the reader has chosen of a facet.
     * @param {string} name */
    chosen(name) {
      return this.values.get(name) || [];
    }

    /** @param {string} name @param {string} value @param {boolean} isChosen */
    choose(name, value, isChosen) {
      const others = this.chosen(name).filter((other) => other !== value);
      this.values.set(name, isChosen ? [...others, value] : others);
    }

    /** All values that are chosen, with the labels of their facets. */
    allChosen() {
      return this.facets.flatMap(({ name, label }) => this.chosen(name).map((value) => ({ name, label, value })));
    }

    clear() {
      this.values.clear();
    }

    /** Whether a value is chosen of one of the facets that are `of` this.
     * @param {Facet["of"]} of */
    narrows(of) {
      return this.facets.some((facet) => facet.of === of && this.chosen(facet.name).length > 0);
    }

    /** Whether the chosen values of the facets that are `of` this allow these values of each.
     * @param {Facet["of"]} of @param {(facet: Facet) => string[]} values @param {string} [except] */
    allows(of, values, except) {
      return this.facets.every((facet) => {
        const chosen = facet.of === of && facet.name !== except ? this.chosen(facet.name) : [];
        return !chosen.length || values(facet).some((value) => chosen.includes(value));
      });
    }

    /** The address of the page in this state.
     * @param {string} page */
    address(page) {
      const url = new URL(page);
      url.search = "";
      url.hash = "";
      if (this.find) url.searchParams.set("find", this.find);
      if (this.sort === "date") url.searchParams.set("sort", "date");
      if (this.shown > AT_ONCE) url.searchParams.set("shown", `${this.shown}`);
      if (this.within) url.searchParams.set("within", this.within);
      const names = this.facets.length ? this.facets.map(({ name }) => name) : [...this.values.keys()];
      for (const name of names) this.chosen(name).forEach((value) => url.searchParams.append(name, value));
      return url.href;
    }

    /** Whether a document is wanted, as far as facets other than `except` say.
     * @param {FacetValues} record @param {string} [except] */
    wants(record, except) {
      /** @param {Facet} facet */
      const values = (facet) => valuesOf(record, facet);
      return this.allows("document", values, except) && this.allows("volume", values, except);
    }

    get narrowsDocuments() {
      return this.narrows("document") || this.narrows("volume");
    }

    /** @param {string} place @param {string} [except] */
    wantsPlace(place, except) {
      return this.allows("place", () => [place], except);
    }

    /** The terms to show: none where the reader asks for documents of a kind.
     * @param {TermAnswer[]} terms */
    terms(terms) {
      return this.wantsPlace("词语") ? this.termsOfVolumes(terms) : [];
    }

    /** @param {TermAnswer[]} terms */
    termsOfVolumes(terms) {
      if (this.narrows("document")) return []; // no term is a document of a kind
      return terms.filter(({ term }) => this.allows("volume", (facet) =>
        term.places.flatMap(({ volume }) => valuesOf({ volume }, facet))));
    }

    /** The documents to show, each with its wanted places.
     * @param {TextAnswer[]} texts @param {string} [except] */
    texts(texts, except) {
      return texts
        .filter(({ text, tier }) => tier <= (WITHIN[this.within] || Infinity) && this.wants(text.record, except))
        .map((answer) => ({ ...answer, hits: answer.hits.filter((hit) => this.wantsPlace(placeOf(hit), except)) }))
        .filter(({ hits }) => hits.length);
    }

    /** For each facet the values that the answers have, and documents that may answer (`unseen`), with counts (documents; places for those of places), in its
     * order. The volumes are a facet where there are several.
     * @type {SearchState["counts"]} */
    counts({ terms, texts, unseen }, isOfVolumes) {
      const facets = this.facets.filter(({ of, name }) => of !== "volume" || isOfVolumes || this.chosen(name).length);
      return facets.map((facet) => {
        const isOfPlaces = facet.of === "place";
        /** @type {Map<string, number>} */
        const counts = new Map();
        if (isOfPlaces) PLACES.forEach((value) => counts.set(value, 0));
        /** @param {string} value */
        const add = (value) => counts.set(value, (counts.get(value) || 0) + 1);
        this.chosen(facet.name).forEach((value) => counts.set(value, 0));
        for (const { text, hits } of this.texts(texts, facet.name)) {
          if (isOfPlaces) paragraphs(text, hits).forEach(add);
          else valuesOf(text.record, facet).forEach(add);
        }
        const others = isOfPlaces ? [] : unseen.filter((values) => this.wants(values, facet.name));
        others.forEach((values) => valuesOf(values, facet).forEach(add));
        if (isOfPlaces) this.termsOfVolumes(terms).forEach(() => add("词语"));
        const values = [...counts].map(([value, count]) => ({ value, count }));
        return { ...facet, isAtMost: others.length > 0, values: isOfPlaces ? values : sorted(facet, values) };
      });
    }
  }

  /** Where the paragraphs stand that answer, one for each paragraph.
   * @param {SearchText} text @param {Hit[]} hits */
  function paragraphs(text, hits) {
    return new Map(hits.map((hit) => [`${placeOf(hit)} ${text.paragraphOf(hit.passage)}`, placeOf(hit)]));
  }

  /** @typedef {FacetCounts["values"][number]} ValueCount */

  /** @param {Facet} facet @param {ValueCount[]} values */
  function sorted({ order }, values) {
    /** @param {ValueCount} a @param {ValueCount} b */
    const byName = (a, b) => (a.value < b.value ? -1 : 1);
    if (order === "newest") return values.sort((a, b) => byName(b, a));
    return values.sort((a, b) => b.count - a.count || byName(a, b));
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ AT_ONCE, State, placeOf }));
})(Notices.search);
