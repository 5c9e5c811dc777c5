/* The page 检索: a form, the answers, facets to narrow them by, a table to take away; its state is its address. */
(function (search) {
  "use strict";

  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const ROOT = new URL("../../../", src).href;
  const FIRST = 3; // documents of a large corpus that are shown before others are loaded, as many as come together
  const QUIET = 150; // ms after the last key: whoever types on is not answered in between
  const QUERY_LENGTH = 40; // characters of a query that are repeated in a message or in the name of a file
  const DOWNLOAD_TIME = 1000; // ms until the browser has surely taken the table over

  const { element, AT_ONCE } = search;
  const place = document.getElementById("search-page");
  if (!place) return;

  const engine = new search.Engine(search.loader(ROOT));
  let state = new search.State(location.href);


  // --- form ------------------------------------------------------------------------------------

  const field = element("input", {
    type: "search", name: "find", id: "search-field", autocomplete: "off", spellcheck: false, placeholder: "汉字、拼音或首字母",
  });
  field.setAttribute("aria-describedby", "search-hint");
  const form = element("form", { className: "search-form" },
    element("label", { htmlFor: "search-field" }, "检索"),
    field,
    element("button", { type: "submit" }, "检索"),
  );
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "检索");
  const hint = element("p", { id: "search-hint", className: "search-hint" },
    "汉字（繁简均可）、拼音（可带声调、可不写完）、首字母，也可混写；标点不计。几个词用空格分开，“”内的文字不拆开，-词 表示不含该词，OR 连接的有其一即可。" +
    "日期、发文字号和数字的各种写法相通。输入内容只在本机处理。");
  const count = element("p", { className: "search-count" });
  count.setAttribute("role", "status");
  const sort = element("select", { id: "search-sort" },
    element("option", { value: "rank" }, "按相关度"), element("option", { value: "date" }, "按日期，新的在前"));
  const within = element("select", { id: "search-within" },
    element("option", { value: "" }, "不限远近"), element("option", { value: "sentence" }, "同句"),
    element("option", { value: "paragraph" }, "同段"), element("option", { value: "document" }, "同篇"));
  const withinChoice = element("span", { hidden: true }, element("label", { htmlFor: "search-within" }, "各词 "), within);
  const save = element("button", { type: "button", className: "search-save" }, "下载结果（CSV）");
  const extent = element("p", { className: "search-extent", hidden: true });
  const bar = element("div", { className: "search-bar", hidden: true },
    element("label", { htmlFor: "search-sort" }, "排序 "), sort, withinChoice, save);
  const filters = element("p", { className: "search-filters", hidden: true });
  const facets = element("div", { className: "search-facets" });
  const sideways = element("details", { className: "search-narrow", open: matchMedia("(min-width: 60em)").matches, hidden: true },
    element("summary", {}, "缩小范围"), facets);
  const answers = element("div", { className: "search-answers" });
  place.replaceChildren(form, hint, count, extent, filters, bar, element("div", { className: "search-columns" }, answers, sideways));
  place.classList.add("search-ready");

  // --- searching -------------------------------------------------------------------------------

  /* One search: what was found so far, and whether that is all. */
  class Run {
    /** @param {SearchState} stateOfRun */
    constructor(stateOfRun) {
      this.state = stateOfRun;
      /** @type {TermAnswer[]} */
      this.terms = [];
      /** @type {TextAnswer[]} */
      this.texts = [];
      /** @type {Query | null} */
      this.query = null;
      /** @type {AsyncGenerator<Answer, void> | null} */
      this.answers = null;
      /** @type {InsteadNote | null} */
      this.instead = null; // what is looked for where nothing answers all of the query
      /** @type {FacetValues[]} */
      this.unseen = []; // of documents of a large corpus that may answer
      this.checked = 0; // documents of a large corpus that were looked at when the search last paused
      this.isDone = false;
      this.shown = this.state.shown;
    }

    /* Whether the first answers are there, of more that the reader need not ask for. */
    get isGoingOn() {
      return !this.isDone && !this.checked && this.texts.length < this.state.shown;
    }

    async start() {
      this.query = await engine.query(this.state.find);
      this.state.facets = engine.facets;
      if (!this.query) {
        this.isDone = true;
        return;
      }
      // Of a large corpus, what is not wanted need not be loaded at all.
      /** @param {FacetValues} record */
      const isWanted = (record) => this.state.wants(record);
      const wants = isLookedForNarrowed() ? isWanted : null;
      this.answers = engine.search(this.query, { wants, byDate: this.state.sort === "date" });
      await this.findMore(engine.isLarge ? FIRST : Infinity);
    }

    /* Puts documents in order that were given out early because nothing better was found yet. */
    sort() {
      if (this.state.sort === "rank") this.texts.sort((a, b) => a.tier - b.tier);
    }

    /** Goes on until so many more documents are found, or so many of a large corpus were looked at that the reader is
     * asked; with Infinity to the end.
     * @param {number} added */
    async findMore(added) {
      const enough = this.texts.length + added;
      while (this.answers && !this.isDone && this.texts.length < enough && this === run) {
        const { value } = await this.answers.next();
        if (!value) {
          this.isDone = true;
          this.unseen = [];
        }
        else if (value.kind === "term") this.terms.push(value);
        else if (value.kind === "text") this.texts.push(value);
        else if (value.kind === "instead") this.instead = value;
        else if (value.kind === "pause") {
          this.checked = value.checked;
          if (added < Infinity) return;
        }
      }
    }
  }

  let run = new Run(state); // the search under way or done

  async function find() {
    field.value = state.find;
    sort.value = state.sort;
    within.value = state.within;
    let mine = new Run(state);
    run = mine;
    if (!state.find.trim()) {
      mine.isDone = true;
      clear("");
      return;
    }
    count.textContent = "正在检索……";
    try {
      await mine.start();
      if (mine === run && !engine.isWhole) {
        // What this volume holds need not wait for the others, which may be far away.
        if (mine.texts.length || mine.terms.length) show();
        await engine.openOthers();
        if (mine !== run) return;
        mine = run = new Run(state);
        await mine.start();
      }
      if (mine === run) show();
      if (mine === run && mine.isGoingOn) {
        await mine.findMore(state.shown - mine.texts.length);
        mine.sort();
        if (mine === run) show();
      }
    } catch (error) {
      if (mine === run) clear("检索数据未能载入，请刷新页面再试。");
    }
  }

  /** @param {string} message */
  function clear(message) {
    count.textContent = message;
    bar.hidden = sideways.hidden = extent.hidden = filters.hidden = true;
    answers.replaceChildren();
    facets.replaceChildren();
  }

  // --- showing ---------------------------------------------------------------------------------

  function show() {
    const terms = state.terms(run.terms);
    const texts = state.texts(run.texts);
    if (!run.terms.length && !run.texts.length && run.isDone && !isLookedForNarrowed()) {
      showNothing();
      return;
    }
    const checked = run.checked ? `，已核对 ${run.checked} 件` : "";
    count.textContent = [
      run.instead ? search.insteadText(run.instead) : "",
      `${run.isDone ? "" : "已"}找到词语 ${terms.length} 条，文件 ${texts.length} 件，正文 ${extentOf(texts)}。`,
      run.isDone ? "" : `尚未查完${checked}。`,
      run.isDone && run.query && !run.texts.length ? search.withoutText(run.query) : "",
    ].join("");
    showFilters(terms.length + texts.length);
    withinChoice.hidden = !run.query || !run.query.words.length;
    showExtent();
    bar.hidden = sideways.hidden = false;
    showFacets();
    showUnseen(run);
    const list = element("ol", { className: "search-texts" }, ...texts.slice(0, run.shown).map((answer) => search.textItem(answer, ROOT)));
    const sections = [];
    const near = terms.filter(({ tier }) => tier < search.LESSER);
    const far = terms.filter(({ tier }) => tier >= search.LESSER);
    const first = texts.length ? texts[0].tier : Infinity;
    const termsAbove = far.length && far[0].tier <= first ? terms : near;
    const termsBelow = termsAbove === terms ? [] : far;
    if (termsAbove.length) sections.push(search.termsSection(termsAbove, ROOT, "词语"));
    if (texts.length) sections.push(element("section", {}, element("h2", {}, "文件"), list, ...moreButton(texts)));
    if (termsBelow.length) sections.push(search.termsSection(termsBelow, ROOT, "读音相近的词语"));
    answers.replaceChildren(...sections);
  }

  /** How many paragraphs answer, and how many places in them.
   * @param {TextAnswer[]} texts */
  function extentOf(texts) {
    let [paragraphs, places] = [0, 0];
    for (const { text, hits } of texts) {
      paragraphs += new Set(hits.map(({ passage }) => text.paragraphOf(passage))).size;
      places += hits.reduce((sum, { ranges }) => sum + ranges.length, 0);
    }
    return `${paragraphs} 段 ${places} 处`;
  }

  function showFacets() {
    const counts = state.counts(run, engine.others.length > 0)
      .filter(({ name, values }) => values.some(({ count: number }) => number) || state.chosen(name).length);
    facets.replaceChildren(...counts.map((facet) =>
      search.facetGroup(facet, state.chosen(facet.name), (value, isChosen) => choose(facet, value, isChosen))));
  }

  /** Counts in the facets what of a large corpus may answer and was not looked at, once the answers are shown.
   * @param {Run} mine */
  async function showUnseen(mine) {
    if (!engine.isLarge || mine.isDone) return;
    mine.unseen = await engine.unseen();
    if (mine === run) showFacets();
  }

  /** What the answers are narrowed by, and what there would be without it.
   * @param {number} shown */
  function showFilters(shown) {
    const chosen = state.allChosen();
    const others = isLookedForNarrowed() ? "" : `；不筛选时有 ${run.terms.length + run.texts.length} 条结果`;
    filters.hidden = !chosen.length;
    filters.replaceChildren(...search.chips(chosen, unchoose, clearFilters),
      ...(shown || !chosen.length ? [] : [`这样筛选没有结果${others}。`]));
  }

  /* Whether only documents that the filters allow were looked for, so that nothing is known of others. */
  function isLookedForNarrowed() {
    return engine.isLarge && state.narrowsDocuments;
  }

  /* Which volumes were searched and which could not be; nothing on a site of its own. */
  function showExtent() {
    extent.hidden = !engine.others.length;
    if (extent.hidden) return;
    const searched = engine.volumes.map(({ name }) => name || search.OWN_NAME).join("、");
    const notes = engine.isWhole
      ? search.absences(engine.absent).map(({ title, advice }) => `${title}：${advice}`)
      : ["正在打开其他各卷……"];
    extent.textContent = [`已检索${searched}。`, ...notes].join("");
  }

  function showNothing() {
    clear(run.query ? `没有找到“${state.find.slice(0, QUERY_LENGTH)}”。` : "没有可以检索的文字。");
    showExtent();
    answers.replaceChildren(...search.nothingFound(run.query, run.query ? engine.nearest(run.query) : [], ROOT));
  }

  /** The button for more: of what was found, or of what is still to be looked for.
   * @param {TextAnswer[]} texts */
  function moreButton(texts) {
    const hidden = texts.length - run.shown;
    if (hidden <= 0 && run.isDone) return [];
    const button = element("button", { type: "button", className: "search-more" },
      hidden > 0 ? `再显示 ${Math.min(hidden, AT_ONCE)} 件` : "继续检索");
    button.addEventListener("click", async () => {
      const mine = run;
      button.disabled = true;
      if (hidden <= 0) await mine.findMore(AT_ONCE);
      if (mine !== run) return;
      mine.shown += AT_ONCE;
      state.shown = mine.shown;
      history.replaceState(null, "", state.address(location.href)); // so that Back comes to the same list
      show();
      const next = answers.querySelectorAll(".search-text")[mine.shown - AT_ONCE];
      const link = next && next.querySelector("a");
      if (link) link.focus();
    });
    return [button];
  }

  // --- what the reader does --------------------------------------------------------------------

  /** @param {boolean} isStep whether Back leads to the state before */
  function update(isStep) {
    history[isStep ? "pushState" : "replaceState"](null, "", state.address(location.href));
    find();
  }

  /** @param {Facet} facet @param {string} value @param {boolean} isChosen */
  function choose(facet, value, isChosen) {
    state.choose(facet.name, value, isChosen);
    history.pushState(null, "", state.address(location.href));
    const again = engine.isLarge && facet.of !== "place" ? find() : Promise.resolve(show());
    again.then(() => {
      const box = facets.querySelector(`input[data-facet="${facet.name}"][value="${CSS.escape(value)}"]`);
      if (box) box.focus();
    });
  }

  /** @param {string} name @param {string} value */
  function unchoose(name, value) {
    state.choose(name, value, false);
    update(true);
  }

  function clearFilters() {
    state.clear();
    update(true);
    field.focus();
  }

  function typed() {
    state.find = field.value;
    state.shown = AT_ONCE;
  }

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      typed();
      update(false);
    }, QUIET);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    typed();
    update(true);
    if (matchMedia("(pointer: coarse)").matches) field.blur(); // closes the keyboard of a phone
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    const link = answers.querySelector("a");
    if (link) link.focus();
    event.preventDefault();
  });
  answers.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = [...answers.querySelectorAll("a")];
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    if (at < 0) return;
    const next = links[at + (event.key === "ArrowDown" ? 1 : -1)] || (event.key === "ArrowUp" ? field : null);
    if (next) next.focus();
    event.preventDefault();
  });
  within.addEventListener("change", () => {
    state.within = within.value;
    update(true);
  });
  sort.addEventListener("change", () => {
    state.sort = sort.value;
    update(true);
  });
  addEventListener("popstate", () => {
    state = new search.State(location.href);
    find();
  });

  save.addEventListener("click", async () => {
    const mine = run;
    save.disabled = true;
    if (!mine.isDone) count.textContent = "正在检索其余文件……";
    await mine.findMore(Infinity);
    save.disabled = false;
    if (mine !== run) return;
    show();
    const text = search.table(state.terms(mine.terms), state.texts(mine.texts), (address) => search.whole(address, ROOT),
      engine.others.length > 0);
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    element("a", { href: address, download: `检索-${state.find.replace(/[\\/:*?"<>|\s]+/g, "_").slice(0, QUERY_LENGTH)}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_TIME);
  });

  find();
  if (!state.find && !place.dataset.part) field.focus(); // data-part: the search is only a part of its page
})(Notices.search);
