/* What the search dialog is answered: groups of results in the order of the engine, as worker.js describes them. */
"use strict";

const MODULES = [
  "symbols", "syllables", "query", "match", "texts", "coding", "terms", "index", "volume", "engine",
  "loading", "excerpts"];
const MOST_TERMS = 5;
const MOST_DOCUMENTS = 20;
const MOST_LOADED = 6; // documents of a large corpus, each of which is a file
const MOST_PASSAGES = 8; // of one document
const UNFOLDED = 2;
const SEARCH_PAGE = "search/index.html";
const PLACE = "#content"; // of a term's page, where several volumes have one
const PATIENCE = 6; // documents of a large corpus that are opened in vain before less exact ones are tried

let engine = null;

async function opened() {
  engine = engine || start();
  try {
    return await engine;
  } catch (error) {
    engine = null; // the next query tries again
    throw error;
  }
}

async function start() {
  // In a page that stands in for a worker, importScripts is a promise.
  await importScripts(...MODULES.map((name) => new URL(`${name}.js`, HERE).href));
  const made = new NoticeSearch.Engine(NoticeSearch.loader(ROOT));
  await made.open();
  return made;
}

/* Answers one query, unless a later one has come in. */
async function answer(typed, number) {
  const isStale = () => number !== latest;
  const send = (items, isWhole = true) => isStale() || postMessage({ type: RESULT, data: { items, isWhole } });
  if (!typed.trim()) return send([]);
  await nextTask();
  if (isStale()) return undefined;
  try {
    return await find(typed, isStale, send);
  } catch (error) {
    const text = "请刷新页面再试；也可以从“检索”页或词语索引进入。";
    return send([[item({ location: searchPage(typed), title: "检索数据未能载入", text, score: 1 })]]);
  }
}

async function find(typed, isStale, send) {
  const engine = await opened();
  if (!engine.isWhole) {
    // What this volume holds need not wait for the others, which may be far away.
    const isAnswer = ([first]) => !first.location.startsWith(SEARCH_PAGE);
    await list(typed, engine, isStale, (groups) => groups.some(isAnswer) && send(groups, false));
    await nextTask();
    if (isStale()) return undefined;
    await engine.openOthers();
  }
  return list(typed, engine, isStale, send);
}

/* Sends what the volumes that are open answer. */
async function list(typed, engine, isStale, send) {
  const query = await engine.query(typed);
  if (!query) return send([notFound(typed), ...absentGroups(typed, engine)]);
  const groups = [];
  const count = { term: 0, text: 0 };
  const room = { term: MOST_TERMS, text: engine.isLarge ? MOST_LOADED : MOST_DOCUMENTS };
  let shown = 0;
  let more = false;
  for await (const found of engine.search(query, { patience: PATIENCE })) {
    if (engine.isLarge) await nextTask();
    if (isStale()) return undefined;
    if (found.kind === "cut") more = true;
    if (found.kind === "loading" && !count.text) shown = sendTerms(groups, found, shown, send);
    if (!(found.kind in count)) continue;
    if (count[found.kind] === room[found.kind]) more = true;
    else groups.push(found.kind === "term" ? termGroup(found) : documentGroup(found));
    count[found.kind] = Math.min(count[found.kind] + 1, room[found.kind]);
    if (count.text === room.text) {
      more = true;
      break;
    }
  }
  if (!groups.length && more) groups.push(unfinished(typed));
  else if (!groups.length) groups.push(notFound(typed), ...engine.nearest(query).map(nearGroup));
  else if (more) groups.push([item({ location: searchPage(typed), title: "在“检索”页查看全部结果", text: "" })]);
  return send(ranked([...groups, ...absentGroups(typed, engine)]));
}

/* The terms need not wait for documents: sends those that are new and says how many there are. Where no document has all
   that was typed, also those that only sound like it. */
function sendTerms(groups, { tier, others }, shown, send) {
  const far = groups.length || tier < NoticeSearch.LESSER ? [] : others.slice(0, MOST_TERMS);
  const terms = [...groups, ...far.map(termGroup)];
  if (terms.length > shown) send(ranked(terms), false);
  return terms.length;
}

function ranked(groups) {
  return groups.map((group, i) => scored(group, groups.length - i));
}

/* Lets messages that wait come in. */
function nextTask() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(port1.close());
    port2.postMessage(null);
  });
}

function termGroup(found) {
  const { pieces, isVariant } = NoticeSearch.termWording(found);
  const title = isVariant ? `${escaped(found.term.term)}（${html(pieces)}）` : html(pieces);
  return termItems(found.term, title, accentTag(found.tier));
}

function nearGroup(term) {
  return termItems(term, escaped(term.term), ["相近"]);
}

/* The term, and where several volumes have it what each says of it: the theme then shows no text above them. */
function termItems(term, title, tags) {
  const { pinyin, places } = term;
  const [first, ...others] = places;
  const text = `<p>${escaped(pinyin)}</p>${definitionText(first)}`;
  const head = item({ location: first.url, title, text, tags: [first.volume, "词语", ...tags].filter(Boolean) });
  if (!others.length) return [head];
  const told = (place, text) =>
    item({ location: place.url + PLACE, title: escaped(place.volume || NoticeSearch.OWN_NAME), text });
  return [head, told(first, text), ...others.map((place) => told(place, definitionText(place)))];
}

function definitionText({ definition }) {
  const told = definition ? `“${escaped(definition)}”` : "所收文件未作解释。";
  return `<p>${told}</p>`;
}

function documentGroup({ text, hits, tier }) {
  const { record } = text;
  const inTitle = hits.find((hit) => hit.passage === NoticeSearch.TITLE);
  const best = hits.filter((hit) => hit !== inTitle).sort((a, b) => a.tier - b.tier || b.headed - a.headed || a.passage - b.passage);
  const title = inTitle ? html(NoticeSearch.marked(record.title, inTitle.ranges)) : escaped(record.title || "无标题文件");
  const location = inTitle ? text.address(NoticeSearch.TITLE, inTitle.ranges) : record.url;
  const tags = [record.volume, record.level, record.date, ...accentTag(tier)].filter(Boolean);
  const document = item({ location: location.replace(/#.*/, ""), title, text: "", tags });
  const passages = best.slice(0, MOST_PASSAGES).map((hit) => passageItem(text, hit));
  // The first item is the one that Enter opens.
  return inTitle && inTitle.tier === tier ? [document, ...passages] : [...passages.slice(0, 1), document, ...passages.slice(1)];
}

function passageItem(text, hit) {
  const sections = text.sectionsOf(hit.passage).map(shortened);
  return item({
    location: text.address(hit.passage, hit.ranges),
    title: [escaped(sections.join(" › ")) || "正文", ...accentTag(hit.tier)].join(" · "),
    text: `<p>${html(NoticeSearch.excerpt(text.textOf(hit.passage), hit.ranges))}</p>`,
  });
}

function notFound(typed) {
  const title = `没有找到“${escaped(shortened(typed))}”`;
  return [item({ location: searchPage(typed), title, text: "<p>下面是相近的词语；也可以查词语索引。</p>" })];
}

function unfinished(typed) {
  const text = "<p>可能相符的文件很多，尚未核对完。</p>";
  return [item({ location: searchPage(typed), title: "在“检索”页继续查找", text })];
}

/* One quiet line for the volumes that could not be searched. */
function absentGroups(typed, { absent }) {
  return NoticeSearch.absences(absent).map(({ title, advice }) =>
    [item({ location: searchPage(typed), title: escaped(title), text: `<p>${escaped(advice)}</p>` })]);
}

function item({ location, title, text, tags }) {
  return { location, title, text, score: 0, terms: {}, ...(tags && tags.length ? { tags: tags.map(escaped) } : {}) };
}

/* The group's scores: the best item first, then those shown unfolded, then the document, then the others. */
function scored(group, rank) {
  const [first, ...others] = group;
  let shown = 1;
  const isDocument = ({ location }) => !location.includes("#");
  const isUnfolded = ({ location }) => location.endsWith(PLACE) || ++shown <= UNFOLDED;
  const rated = others.map((other) => {
    const isShown = !isDocument(other) && isUnfolded(other);
    return { ...other, score: isShown ? rank : rank - 0.5 };
  });
  return [{ ...first, score: rank }, ...rated];
}

function searchPage(typed) {
  return `${SEARCH_PAGE}?find=${encodeURIComponent(typed)}`;
}

function accentTag(tier) {
  return tier === NoticeSearch.FUZZY ? ["近音"] : [];
}

function shortened(text) {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function html(pieces) {
  return pieces.map(({ text, marked }) => (marked ? `<mark>${escaped(text)}</mark>` : escaped(text))).join("");
}

function escaped(text) {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => names[character]);
}
