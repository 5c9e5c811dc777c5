/* The list of comparisons, where it has several pages: a field that looks through all of them, not this page alone.
 *
 * The words are in the address (?of=WORDS). The data are a classic script, compare/pairs.js, loaded when first needed,
 * so that pages from the disk load it too.
 */
(function () {
  "use strict";

  const MOST = 60; // comparisons shown at once: a page of the list
  const found = document.querySelector(".comparison-index");
  if (!found) return;
  const list = /** @type {HTMLElement} */ (found);
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const DATA = new URL("../../compare/pairs.js", own.src).href;
  const labels = Array.from(list.querySelectorAll("th")).map((head) => (head.textContent || "").trim());

  /** @type {ComparedDocument[]} */
  let documents = [];
  /** @type {ComparedPair[] | null} */
  let pairs = null;
  window.comparedPairs = (named, all) => { [documents, pairs] = [named, all]; };

  const field = document.createElement("input");
  const label = document.createElement("label");
  const count = document.createElement("span");
  const line = document.createElement("p");
  const shown = document.createElement("div");
  field.type = "search";
  label.className = "table-filter";
  count.setAttribute("role", "status");
  label.append("从全部对照中筛选", field, count);
  line.append(label);
  line.className = "comparison-choice";
  shown.className = list.className;
  shown.hidden = true;

  /** @param {string} words @param {string} address */
  function link(words, address) {
    const element = document.createElement("a");
    element.href = address;
    element.textContent = words;
    return element;
  }

  /** @param {ComparedPair} pair */
  function row([derived, base, hasItems, ...figures]) {
    const [one, other] = [documents[derived], documents[base]];
    const id = `${one[0]}--${other[0]}`;
    const ways = hasItems ? [link("逐段", `${id}.html`), " ", link("逐项", `items-${id}.html`)] : [link("逐段", `${id}.html`)];
    const element = document.createElement("tr");
    [[link(one[1], `${id}.html`), ...tags(one)], [other[1], ...tags(other)], ways, ...figures.map((figure) => [figure])].forEach((content, column) => {
      const cell = element.insertCell();
      cell.dataset.label = labels[column];
      cell.append(...content);
    });
    return element;
  }

  /** @param {ComparedDocument} document */
  const tags = ([, , ...states]) => states.flatMap(([words, classes]) => {
    const tag = document.createElement("span");
    tag.className = classes;
    tag.textContent = words;
    return [" ", tag];
  });

  function show() {
    const parts = field.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const isFiltered = parts.length > 0 && pairs !== null;
    list.hidden = isFiltered;
    document.querySelectorAll(".pager").forEach((pager) => { /** @type {HTMLElement} */ (pager).hidden = isFiltered; });
    shown.hidden = !isFiltered;
    count.textContent = "";
    if (!isFiltered || !pairs) return;
    const fitting = pairs.filter(([derived, base]) => {
      const names = `${documents[derived][1]} ${documents[base][1]}`.toLowerCase();
      return parts.every((part) => names.includes(part));
    });
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    labels.forEach((words) => {
      const cell = document.createElement("th");
      cell.textContent = words;
      head.append(cell);
    });
    table.createTBody().append(...fitting.slice(0, MOST).map(row));
    shown.replaceChildren(...(fitting.length ? [table] : []));
    const rest = fitting.length > MOST ? `，列出前 ${MOST} 组` : "";
    count.textContent = `${fitting.length} / ${pairs.length} 组${rest}`;
  }

  /** @type {Promise<void> | null} */
  let reading = null;

  function load() {
    if (!reading) {
      reading = new Promise((done, fail) => {
        const script = document.createElement("script");
        script.src = DATA;
        script.onload = () => { done(); };
        script.onerror = () => { fail(new Error(DATA)); };
        document.head.append(script);
      });
      reading.catch(() => { count.textContent = "对照清单未能载入，请刷新再试。"; });
    }
    return reading.then(show, () => {});
  }

  field.addEventListener("focus", () => { void load(); });
  field.addEventListener("input", () => {
    const url = new URL(location.href);
    if (field.value.trim()) url.searchParams.set("of", field.value.trim());
    else url.searchParams.delete("of");
    history.replaceState(null, "", url);
    void load();
  });
  list.before(line, shown);
  field.value = new URLSearchParams(location.search).get("of") || "";
  if (field.value) void load();
})();
