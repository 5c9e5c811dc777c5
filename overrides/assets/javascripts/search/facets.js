/* What the search page can narrow its answers by, and the state of the page as an address. */
(function (search) {
  "use strict";

  const UNKNOWN = "原文未载";
  const VOLUME = "volume";

  /* `of` gives the values of a document; those of `hit` belong to the places in it. */
  const FACETS = [
    { name: "hit", label: "所在", values: ["词语", "题名", "标题", "正文"] },
    { name: VOLUME, label: "分卷", of: (record) => [record.volume || search.OWN_NAME] },
    { name: "level", label: "层级", of: (record) => [record.level || UNKNOWN] },
    { name: "issuer", label: "发文机关", of: (record) => (record.issuers.length ? record.issuers : [UNKNOWN]) },
    { name: "year", label: "年份", of: (record) => [record.date.slice(0, 4) || UNKNOWN] },
    { name: "genre", label: "文种", of: (record) => [record.genre || "其他"] },
  ];
  const OF_DOCUMENTS = FACETS.filter((facet) => facet.of);

  /* Where a hit stands, as facet `hit` names it. */
  function placeOf(hit) {
    if (hit.passage === search.TITLE) return "题名";
    return hit.headed ? "标题" : "正文";
  }

  /* What the reader asked for: {find, sort, chosen: {level: [...], …}}. */
  class State {
    constructor(address) {
      const parameters = new URL(address).searchParams;
      this.find = parameters.get("find") || "";
      this.sort = parameters.get("sort") === "date" ? "date" : "rank";
      this.chosen = Object.fromEntries(FACETS.map(({ name }) => [name, parameters.getAll(name)]));
    }

    /* The address of the page in this state. */
    address(page) {
      const url = new URL(page);
      url.search = "";
      url.hash = "";
      if (this.find) url.searchParams.set("find", this.find);
      if (this.sort === "date") url.searchParams.set("sort", "date");
      for (const { name } of FACETS) {
        for (const value of this.chosen[name]) url.searchParams.append(name, value);
      }
      return url.href;
    }

    /* Whether a document is wanted, as far as facets other than `except` say. */
    wants(record, except) {
      return OF_DOCUMENTS.every((facet) => {
        const chosen = this.chosen[facet.name];
        return facet.name === except || !chosen.length || facet.of(record).some((value) => chosen.includes(value));
      });
    }

    get narrowsDocuments() {
      return this.narrowsKinds || this.chosen[VOLUME].length > 0;
    }

    /* Whether only documents of a kind are wanted, which no term is. */
    get narrowsKinds() {
      return OF_DOCUMENTS.some(({ name }) => name !== VOLUME && this.chosen[name].length > 0);
    }

    wantsPlace(place) {
      return !this.chosen.hit.length || this.chosen.hit.includes(place);
    }

    /* The terms to show: none where the reader asks for documents of a kind. */
    terms(terms) {
      return this.wantsPlace("词语") ? this.termsOfVolumes(terms) : [];
    }

    termsOfVolumes(terms) {
      if (this.narrowsKinds) return [];
      const chosen = this.chosen[VOLUME];
      return chosen.length ? terms.filter(({ term }) => term.places.some((place) =>
        chosen.includes(place.volume || search.OWN_NAME))) : terms;
    }

    /* The documents to show, each with its wanted places. */
    texts(texts, except) {
      return texts
        .filter(({ text }) => this.wants(text.record, except))
        .map((found) => ({ ...found, hits: found.hits.filter((hit) => except === "hit" || this.wantsPlace(placeOf(hit))) }))
        .filter(({ hits }) => hits.length);
    }

    /* For each facet the values that the answers have, with counts (documents; places for `hit`), the most first. The
       volumes are a facet where there are several. */
    counts({ terms, texts }, isOfVolumes) {
      const facets = FACETS.filter(({ name }) => name !== VOLUME || isOfVolumes || this.chosen[VOLUME].length);
      return facets.map((facet) => {
        const counts = new Map((facet.values || []).map((value) => [value, 0]));
        const add = (value) => counts.set(value, (counts.get(value) || 0) + 1);
        this.chosen[facet.name].forEach((value) => counts.set(value, 0));
        for (const { text, hits } of this.texts(texts, facet.name)) {
          if (facet.of) facet.of(text.record).forEach(add);
          else hits.forEach((hit) => add(placeOf(hit)));
        }
        if (facet.name === "hit") this.termsOfVolumes(terms).forEach(() => add("词语"));
        const values = [...counts].map(([value, count]) => ({ value, count }));
        return { ...facet, values: facet.values ? values : sorted(facet, values) };
      });
    }
  }

  function sorted(facet, values) {
    const byName = (a, b) => (a.value < b.value ? -1 : 1);
    if (facet.name === "year") return values.sort((a, b) => byName(b, a));
    return values.sort((a, b) => b.count - a.count || byName(a, b));
  }

  Object.assign(search, { State, placeOf });
})((self.NoticeSearch = self.NoticeSearch || {}));
