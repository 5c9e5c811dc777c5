/* The pages on tasks: one filter for the whole page, by words, by the level, the date and the choice of documents.
 *
 * Without this script everything is shown. What is chosen is in the address (?words=学习&level=county&from=2014).
 */
(function () {
  "use strict";

  const box = document.querySelector(".sheet, .task-matrix");
  if (!box) return;
  const documents = Array.from(box.querySelectorAll(".of-document"));
  const clauses = Array.from(box.querySelectorAll(".clauses li"));
  const rows = Array.from(box.querySelectorAll(".matrix-row"));
  const due = Array.from(box.querySelectorAll(".due"));
  const pages = Array.from(document.querySelectorAll(".pager a")); // where the same choice goes on
  const FEW = 4; // clauses that are read faster than a filter is set
  const MANY = 6; // documents that a phone shows whole; of more it shows the first, and of each other its name
  if (clauses.length < FEW) return;

  /** What a reader may choose by: the names in the address. */
  const chosen = { words: "", level: "", from: "", to: "", docs: "" };
  const address = new URLSearchParams(location.search);
  const names = /** @type {(keyof typeof chosen)[]} */ (Object.keys(chosen));
  names.forEach((name) => { chosen[name] = address.get(name) || ""; });

  const bar = document.createElement("div");
  bar.className = "duties-choice";
  bar.setAttribute("role", "search");
  bar.setAttribute("aria-label", "筛选本页");
  const count = document.createElement("span");
  count.setAttribute("role", "status");

  /** Puts the name of a field before it.
   * @param {string} title @param {HTMLElement} field */
  function labelled(title, field) {
    const label = document.createElement("label");
    label.append(`${title} `, field);
    return label;
  }

  /** @param {keyof typeof chosen} name @param {string} value */
  function choose(name, value) {
    chosen[name] = value;
    const url = new URL(location.href);
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
    history.replaceState(null, "", url);
    narrow();
  }

  /** A field with the values that the documents have; nothing where all have the same.
   * @param {keyof typeof chosen} name @param {string} title @param {string} all @param {Map<string, string>} values */
  function addSelect(name, title, all, values) {
    if (values.size < 2) {
      if (!values.has(chosen[name])) chosen[name] = "";
      return;
    }
    const select = document.createElement("select");
    new Map([["", all], ...values]).forEach((word, id) => {
      const option = document.createElement("option");
      option.value = id;
      option.textContent = word;
      select.append(option);
    });
    if (!values.has(chosen[name])) chosen[name] = "";
    select.value = chosen[name];
    select.addEventListener("change", () => { choose(name, select.value); });
    bar.append(labelled(title, select));
  }

  /** @returns {Map<string, string>} the levels of the documents, with their words */
  function levels() {
    const words = new Map();
    documents.forEach((item) => {
      const tag = item.querySelector(".column-head .level");
      words.set(item.dataset.level || "none", (tag && tag.textContent) || "层级未定");
    });
    return words;
  }

  /** @returns {Map<string, string>} */
  function years() {
    const found = documents.map((item) => (item.dataset.date || "").slice(0, 4)).filter(Boolean);
    return new Map(Array.from(new Set(found)).sort().map((year) => [year, `${year}年`]));
  }

  /* The documents to pick; of one document there is nothing to pick. */
  function addDocuments() {
    const titles = new Map();
    documents.forEach((item) => {
      const name = item.querySelector(".column-head .doc-name");
      titles.set(item.dataset.notice || "", (name && name.textContent) || "");
    });
    const picked = new Set(chosen.docs.split(",").filter((id) => titles.has(id)));
    chosen.docs = Array.from(picked).join(",");
    if (titles.size < 2) return;
    const list = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = "选择文件";
    list.open = picked.size > 0;
    list.append(summary);
    titles.forEach((title, id) => {
      const input = document.createElement("input");
      input.type = "checkbox";
      input.checked = picked.has(id);
      input.addEventListener("change", () => {
        if (input.checked) picked.add(id);
        else picked.delete(id);
        choose("docs", Array.from(picked).join(","));
      });
      const label = document.createElement("label");
      label.append(input, ` ${title}`);
      list.append(label);
    });
    bar.append(list);
  }

  /** @param {HTMLElement} item */
  function isChosen(item) {
    const { level, date, notice } = item.dataset;
    const year = (date || "").slice(0, 4);
    return (!chosen.level || chosen.level === (level || "none"))
      && (!chosen.docs || chosen.docs.split(",").includes(notice || ""))
      && (!chosen.from || year >= chosen.from)
      && (!chosen.to || (year !== "" && year <= chosen.to));
  }

  /** Hides what has nothing shown in it.
   * @param {string} outer @param {string} inner */
  function close(outer, inner) {
    if (!box) return;
    box.querySelectorAll(outer).forEach((item) => {
      item.classList.toggle("off", !item.querySelector(`${inner}:not(.off)`));
    });
  }

  /* On a phone a reader unfolds what a document asks; what fits a choice is shown unfolded. */
  function foldDocuments() {
    const asking = new Set(documents.map((item) => item.dataset.notice)).size;
    if (asking <= MANY || !documents[0].closest(".sheet")) return;
    documents.forEach((item, at) => {
      const head = item.querySelector(".column-head");
      if (!head) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "unfold";
      const fold = (/** @type {boolean} */ isFolded) => {
        item.classList.toggle("is-folded", isFolded);
        button.textContent = isFolded ? `展开 ${item.querySelectorAll(".clauses li").length} 条` : "收起";
        button.setAttribute("aria-expanded", String(!isFolded));
      };
      button.addEventListener("click", () => { fold(!item.classList.contains("is-folded")); });
      fold(at > 0);
      head.append(button);
    });
  }

  function narrow() {
    if (!box) return;
    const parts = chosen.words.toLowerCase().split(/\s+/).filter(Boolean);
    const shownDocuments = new Set();
    let shown = 0;
    documents.forEach((item) => {
      const holds = isChosen(item);
      if (holds) shownDocuments.add(item.dataset.notice);
      item.querySelectorAll(".clauses").forEach((group) => {
        const head = group.querySelector(".group-head");
        const who = (head && head.textContent) || "";
        group.querySelectorAll("li").forEach((clause) => {
          const text = `${who} ${clause.textContent}`.toLowerCase();
          const fits = holds && parts.every((part) => text.includes(part));
          clause.classList.toggle("off", !fits);
          if (fits) shown += 1;
        });
      });
    });
    due.forEach((item) => {
      const text = (item.textContent || "").toLowerCase();
      const fits = shownDocuments.has(item.dataset.notice) && parts.every((part) => text.includes(part));
      item.classList.toggle("off", !fits);
    });
    close(".clauses", "li");
    close(".of-document", ".clauses");
    close(".sheet-column", ".of-document");
    close(".deadline-line li", ".due");
    close(".deadline-line", "li");
    close(".sheet-part", ":is(.sheet-column, .deadline-line)");
    close(".matrix-row", ".sheet-column");
    const isNarrowed = Object.values(chosen).some(Boolean);
    box.classList.toggle("is-narrowed", isNarrowed);
    if (parts.length) rows.forEach((row) => { row.toggleAttribute("open", !row.classList.contains("off")); });
    count.textContent = isNarrowed ? `${pages.length ? "本页 " : ""}${clauses.length} 条中的 ${shown} 条` : "";
    pages.forEach((link) => { link.search = location.search; });
  }

  const words = document.createElement("input");
  words.type = "search";
  words.value = chosen.words;
  words.addEventListener("input", () => { choose("words", words.value.trim()); });
  bar.append(labelled("筛选", words));
  addSelect("level", "发文层级", "全部", levels());
  addSelect("from", "自", "最早", years());
  addSelect("to", "至", "最近", years());
  bar.append(count);
  addDocuments();
  box.before(bar);
  foldDocuments();
  narrow();
})();
