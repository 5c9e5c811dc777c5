/* 任选文件对照: the choice of documents, which is in the address (?of=ID&of=ID&by=tasks), and what it shows.
 *
 * The data are classic scripts, compare/documents.js and one for each document, so that pages from the disk load them too.
 */
(function () {
  "use strict";

  const { make, texts, tasks, table } = Notices.picking;
  const found = document.getElementById("picked");
  if (!found) return;
  const place = found;
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const TOP = new URL("../../../", own.src);
  const FEWEST = 2;
  const MOST = 4; // columns that are still read beside each other
  const MANY = 20; // documents that a list shows without a filter
  const NAME_LENGTH = 60; // characters of the name of a file
  const ORDINALS = "一二三四";

  /** @type {PickableDocument[]} */
  let all = [];
  /** @type {[string, string][]} */
  let classes = [];
  /** @type {Map<string, PickedDocument>} */
  const loaded = new Map();
  /** @type {string[]} */
  let chosen = [];
  let by = "texts";

  // Global functions, because a page from file:// can load data only as classic scripts, which call them.
  window.pickableDocuments = (documents, names) => { [all, classes] = [documents, names]; };
  window.pickedDocument = (id, record) => { loaded.set(id, record); };

  /** @param {string} file @returns {Promise<void>} */
  function load(file) {
    return new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = new URL(file, TOP).href;
      script.onload = () => {
        script.remove();
        done();
      };
      script.onerror = () => { fail(new Error(file)); };
      document.head.append(script);
    });
  }

  const status = make("p", "picking-status");
  status.setAttribute("role", "status");
  const shown = make("div", "picked-shown");
  const form = make("form", "picking-form");
  const fields = make("div", "picking-fields");
  const filter = make("input", "");
  filter.type = "search";
  const fitting = make("span", "picking-count");
  fitting.setAttribute("role", "status");
  const ways = make("p", "picking-ways");

  /** @param {PickableDocument} document */
  const named = ([, name, date, level]) => [date, name, level].filter(Boolean).join("\u3000");

  let changed = -1; // the field that was changed last: by its arrow keys a reader goes through many documents

  /** @param {number} at @param {Set<PickableDocument>} offered */
  function field(at, offered) {
    const select = make("select", "");
    const none = make("option", "", "请选择");
    none.value = "";
    select.append(none);
    all.forEach((document) => {
      if (document[0] !== chosen[at] && !offered.has(document)) return;
      const option = make("option", "", named(document));
      option.value = document[0];
      select.append(option);
    });
    select.value = chosen[at] || "";
    select.addEventListener("change", () => {
      chosen[at] = select.value;
      change(at);
      fields.querySelectorAll("select")[at].focus(); // a new one stands in the place of the old
    });
    return make("label", "", `文件${ORDINALS[at]}`, select);
  }

  /** @param {string} words @param {() => void} action @param {boolean} [isPressed] */
  function button(words, action, isPressed) {
    const element = make("button", "", words);
    element.type = "button";
    if (isPressed !== undefined) element.setAttribute("aria-pressed", String(isPressed));
    element.addEventListener("click", action);
    return element;
  }

  /** @param {string} way */
  const turn = (way) => () => {
    by = way;
    change();
  };

  function drawForm() {
    const count = by === "texts" ? FEWEST : Math.min(MOST, Math.max(FEWEST, chosen.filter(Boolean).length + 1));
    const parts = filter.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const offered = new Set(all.filter((document) => {
      const words = named(document).toLowerCase();
      return parts.every((part) => words.includes(part));
    }));
    fitting.textContent = parts.length ? (offered.size ? `${offered.size} 件` : "没有相符的文件") : "";
    fields.replaceChildren(...Array.from({ length: count }, (_, at) => field(at, offered)));
    const held = ways.contains(document.activeElement) && document.activeElement ? document.activeElement.textContent : "";
    ways.replaceChildren(
      button("逐段对照", turn("texts"), by === "texts"), " ",
      button("按对象对照要求", turn("tasks"), by === "tasks"), " ",
      button("左右互换", () => {
        chosen = [chosen[1] || "", chosen[0] || "", ...chosen.slice(2)];
        change();
      })
    );
    const again = Array.from(ways.querySelectorAll("button")).find((element) => element.textContent === held);
    if (again) again.focus();
  }

  /** @param {string} path */
  const address = (path) => new URL(path, TOP).href;

  /** What a reader must know of the comparison.
   * @param {PickedDocument[]} documents */
  function notes(documents) {
    const lines = [by === "texts"
      ? "以下由浏览器即时比对：段落按相同的字配对，全角与半角视为相同；没有配成对的段落左右各列，不表示没有这项内容。"
      : "以下由程序按对象分列，一条要求可列入多行；“未提及”指没有一条要求写明以此为对象。"];
    documents.filter(({ broken }) => broken).forEach(({ name }) => { lines.push(`${name}的来源文本不完整。`); });
    const about = make("p", "about-comparison", lines.join(""));
    const page = by === "texts" && documents[0].pages[chosen[1]];
    if (page) {
      const link = make("a", "", "逐段对照页");
      link.href = address(page);
      about.append("这两件另有固定的", link, "，可下载，可按行引用。");
    }
    return about;
  }

  let file = ""; // the address of what can be downloaded

  /** @param {PickedDocument[]} documents */
  function download(documents) {
    if (file) URL.revokeObjectURL(file);
    file = URL.createObjectURL(new Blob([table(shown)], { type: "text/csv;charset=utf-8" }));
    const link = make("a", "", "CSV");
    link.href = file;
    link.download = `对照-${documents.map((of) => of.short || of.name).join("-").replace(/[\\/:*?"<>|\s]+/g, "_").slice(0, NAME_LENGTH)}.csv`;
    return make("p", "downloads", "下载本对照： ", link);
  }

  async function show() {
    const ids = Array.from(new Set(chosen.filter(Boolean))).slice(0, by === "texts" ? FEWEST : MOST);
    shown.replaceChildren();
    status.textContent = ids.length < FEWEST ? "选定两件文件，即在下面并排列出。" : "正在载入……";
    if (ids.length < FEWEST) return;
    const isRead = await Promise.all(ids.filter((id) => !loaded.has(id)).map((id) => load(`compare/documents/${id}.js`)))
      .then(() => true, () => false);
    if (!isRead) {
      status.textContent = "文件数据未能载入，请刷新再试；离线使用时，请先把资料包全部解压。";
      return;
    }
    const documents = ids.map((id) => /** @type {PickedDocument} */ (loaded.get(id)));
    const content = by === "texts" ? texts(documents[0], documents[1], address) : tasks(documents, classes, address);
    shown.replaceChildren(notes(documents), ...content);
    if (content.length) content[0].before(download(documents));
    status.textContent = content.length ? "" : "所选文件中没有识别出要求。";
    const row = location.hash && document.getElementById(location.hash.slice(1));
    if (row) row.scrollIntoView();
  }

  function read() {
    const query = new URLSearchParams(location.search);
    const known = new Set(all.map(([id]) => id));
    chosen = query.getAll("of").filter((id) => known.has(id)).slice(0, MOST);
    by = query.get("by") === "tasks" ? "tasks" : "texts";
    drawForm();
    return show();
  }

  /** @param {number} [at] the field that was changed */
  function change(at = -1) {
    const url = new URL(location.href);
    url.searchParams.delete("of");
    chosen.filter(Boolean).forEach((id) => { url.searchParams.append("of", id); });
    if (by === "tasks") url.searchParams.set("by", by);
    else url.searchParams.delete("by");
    url.hash = "";
    if (at >= 0 && at === changed) history.replaceState(null, "", url);
    else history.pushState(null, "", url);
    changed = at;
    drawForm();
    void show();
  }

  filter.addEventListener("input", drawForm);
  form.addEventListener("submit", (event) => { event.preventDefault(); });
  let search = location.search;
  window.addEventListener("popstate", () => {
    if (location.search === search) return; // a row of this page was asked for
    search = location.search;
    void read();
  });
  load("compare/documents.js").then(() => {
    if (all.length > MANY) {
      form.append(make("p", "picking-filter", make("label", "", `从 ${all.length} 件中筛选 `, filter), " ", fitting));
    }
    form.append(fields, ways);
    place.replaceChildren(form, status, shown);
    return read();
  }).catch(() => { place.append(make("p", "", "文件清单未能载入，请刷新再试。")); });
})();
