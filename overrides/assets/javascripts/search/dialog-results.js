/* What the search dialog is answered: groups of results in the order of the engine, as worker.js describes them. */
"use strict";

/** One result as the theme reads it; a group of them is a document, or a term.
 * @typedef {{ location: string, title: string, text: string, score: number, terms: {}, tags?: string[] }} Item
 * @typedef {(groups: Item[][], isWhole?: boolean) => void} Send */

const MODULES = [
  "symbols", "syllables", "numerals", "words", "query", "match", "wordings", "texts", "coding", "terms", "shards", "spoken",
  "index", "plan", "parts", "misspelled", "attempts", "volume", "engine", "loading", "labels", "excerpts",
];
const MOST_TERMS = 5; // so that documents are in view below them
const MOST_DOCUMENTS = 20; // the search page has all
const MOST_LOADED = 6; // documents of a large corpus, each of which is a file
const EARLY = 3; // of these, that are shown before the others are loaded
const MOST_PASSAGES = 8; // of one document
const UNFOLDED = 2; // passages of a document that are shown before the reader unfolds the others
const TEXT_LENGTH = 40; // characters of a heading or a query that are shown, about one line
const SEARCH_PAGE = "search/index.html";
const PLACE = "#content"; // of a term's page, where several volumes have one
const PATIENCE = 3; // documents of a large corpus that are opened in vain before less exact ones are tried

/** @type {Promise<Engine> | null} */
let opening = null;

async function openedEngine() {
  opening = opening || start();
  try {
    return await opening;
  } catch (error) {
    opening = null; // the next query tries again
    throw error;
  }
}

async function start() {
  // In a page that stands in for a worker, importScripts is a promise.
  await importScripts(...MODULES.map((name) => new URL(`${name}.js`, HERE).href));
  const engine = new Notices.search.Engine(Notices.search.loader(ROOT));
  await engine.open();
  return engine;
}

/** Answers one query, unless a later one has come in.
 * @param {string} typed @param {number} number */
async function answer(typed, number) {
  const isStale = () => number !== latest;
  /** @type {Send} */
  const send = (items, isWhole = true) => {
    if (!isStale()) postMessage({ type: RESULT, data: { items, isWhole } });
  };
  if (!typed.trim()) return send([]);
  await nextTask();
  if (isStale()) return undefined;
  try {
    return await find(typed, isStale, send);
  } catch (error) {
    const text = "请刷新页面再试；也可以从“检索”页或词语索引进入。";
    return send([[item({ location: searchPage(typed), title: "检索数据未能载入", text })]]);
  }
}

/** @param {string} typed @param {() => boolean} isStale @param {Send} send */
async function find(typed, isStale, send) {
  const engine = await openedEngine();
  if (!engine.isWhole) {
    // What this volume holds need not wait for the others, which may be far away.
    /** @param {Item[]} group */
    const isAnswer = ([first]) => !first.location.startsWith(SEARCH_PAGE);
    await list(typed, engine, isStale, (groups) => {
      if (groups.some(isAnswer)) send(groups, false);
    });
    await nextTask();
    if (isStale()) return undefined;
    await engine.openOthers();
  }
  return list(typed, engine, isStale, send);
}

/** Sends what the volumes that are open answer.
 * @param {string} typed @param {Engine} engine @param {() => boolean} isStale @param {Send} send */
async function list(typed, engine, isStale, send) {
  const query = await engine.query(typed);
  if (!query) return send([notFound(typed), ...absentGroups(typed, engine)]);
  /** @type {Item[][]} */
  const groups = [];
  const count = { term: 0, text: 0 };
  const room = { term: MOST_TERMS, text: engine.isLarge ? MOST_LOADED : MOST_DOCUMENTS };
  let shown = 0;
  let more = false;
  for await (const result of engine.search(query, { patience: PATIENCE })) {
    if (engine.isLarge) await nextTask();
    if (isStale()) return undefined;
    if (result.kind === "cut") more = true;
    if (result.kind === "pause") {
      more = true;
      break;
    }
    if (result.kind === "loading" && !count.text) shown = sendTerms(groups, result, shown, send);
    if (result.kind !== "term" && result.kind !== "text") continue;
    if (count[result.kind] === room[result.kind]) more = true;
    else groups.push(result.kind === "term" ? termGroup(result) : documentGroup(result));
    count[result.kind] = Math.min(count[result.kind] + 1, room[result.kind]);
    if (engine.isLarge && result.kind === "text" && count.text === EARLY) send(ranked(groups), false);
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

/** The terms need not wait for documents: sends those that are new and says how many there are. Where no document has all
 * that was typed, also those that only sound like it.
 * @param {Item[][]} groups @param {LoadingNote} note @param {number} shown @param {Send} send */
function sendTerms(groups, { tier, others }, shown, send) {
  const alike = groups.length || tier < Notices.search.LESSER ? [] : others.slice(0, MOST_TERMS);
  const terms = [...groups, ...alike.map(termGroup)];
  if (terms.length > shown) send(ranked(terms), false);
  return terms.length;
}

/** @param {Item[][]} groups */
function ranked(groups) {
  return groups.map((group, i) => scored(group, groups.length - i));
}

/** Lets messages that wait come in.
 * @returns {Promise<void>} */
function nextTask() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

/** @param {TermAnswer} result */
function termGroup(result) {
  const { pieces, isVariant } = Notices.search.termWording(result);
  const title = isVariant ? `${escaped(result.term.term)}（${html(pieces)}）` : html(pieces);
  return termItems(result.term, title, accentTag(result.tier));
}

/** @param {Term} term */
function nearGroup(term) {
  return termItems(term, escaped(term.term), ["相近"]);
}

/** The term, and where several volumes have it what each says of it: the theme then shows no text above them.
 * @param {Term} term @param {string} title @param {string[]} tags */
function termItems(term, title, tags) {
  const { pinyin, places } = term;
  const [first, ...others] = places;
  const text = `<p>${escaped(pinyin)}</p>${definitionText(first)}`;
  const head = item({ location: first.url, title, text, tags: [first.volume, "词语", ...tags].filter(Boolean) });
  if (!others.length) return [head];
  return [head, ...places.map((place) => item({
    location: place.url + PLACE,
    title: escaped(place.volume || Notices.search.OWN_NAME),
    text: place === first ? text : definitionText(place),
  }))];
}

/** @param {TermPlace} place */
function definitionText({ definition }) {
  const words = definition ? `“${escaped(definition)}”` : "所收文件未作解释。";
  return `<p>${words}</p>`;
}

/** @param {TextAnswer} result */
function documentGroup(result) {
  const { text, hits, tier } = result;
  const { record } = text;
  const inTitle = hits.find((hit) => hit.passage === Notices.search.TITLE);
  const best = hits.filter((hit) => hit !== inTitle)
    .sort((a, b) => a.tier - b.tier || Number(b.headed) - Number(a.headed) || a.passage - b.passage);
  const title = inTitle ? html(Notices.search.marked(record.title, inTitle.ranges)) : escaped(text.name());
  const location = inTitle ? text.address(Notices.search.TITLE, inTitle.ranges) : record.url;
  const tags = [record.volume, record.level, record.date, ...names(Notices.search.labels(result))].filter(Boolean);
  const whole = item({ location: location.replace(/#.*/, ""), title, text: "", tags });
  const passages = best.slice(0, MOST_PASSAGES).map((hit) => passageItem(text, hit));
  // The first item is the one that Enter opens.
  return inTitle && inTitle.tier === tier ? [whole, ...passages] : [...passages.slice(0, 1), whole, ...passages.slice(1)];
}

/** @param {SearchText} text @param {Hit} hit */
function passageItem(text, hit) {
  const sections = text.sectionsOf(hit.passage).map(shortened);
  return item({
    location: text.address(hit.passage, hit.ranges),
    title: [escaped(sections.join(" › ")) || "正文", ...accentTag(hit.tier)].join(" · "),
    text: `<p>${html(Notices.search.excerpt(text.textOf(hit.passage), hit.ranges))}</p>`,
  });
}

/** @param {string} typed */
function notFound(typed) {
  const title = `没有找到“${escaped(shortened(typed))}”`;
  return [item({ location: searchPage(typed), title, text: "<p>下面是相近的词语；也可以查词语索引。</p>" })];
}

/** @param {string} typed */
function unfinished(typed) {
  const text = "<p>可能相符的文件很多，尚未核对完。</p>";
  return [item({ location: searchPage(typed), title: "在“检索”页继续检索", text })];
}

/** One quiet line for the volumes that could not be searched.
 * @param {string} typed @param {Engine} engine */
function absentGroups(typed, { absent }) {
  return Notices.search.absences(absent).map(({ title, advice }) =>
    [item({ location: searchPage(typed), title: escaped(title), text: `<p>${escaped(advice)}</p>` })]);
}

/** @param {{ location: string, title: string, text: string, tags?: string[] }} values @returns {Item} */
function item({ location, title, text, tags = [] }) {
  return { location, title, text, score: 0, terms: {}, ...(tags.length ? { tags: tags.map(escaped) } : {}) };
}

/** The group's scores: the best item first, then those shown unfolded, then the document, then the others.
 * @param {Item[]} group @param {number} rank */
function scored(group, rank) {
  const [first, ...others] = group;
  let shown = 1;
  /** @param {Item} result */
  const isDocument = ({ location }) => !location.includes("#");
  /** @param {Item} result */
  const isUnfolded = ({ location }) => location.endsWith(PLACE) || ++shown <= UNFOLDED;
  const rated = others.map((other) => {
    const isShown = !isDocument(other) && isUnfolded(other);
    return { ...other, score: isShown ? rank : rank - 0.5 };
  });
  return [{ ...first, score: rank }, ...rated];
}

/** @param {string} typed */
function searchPage(typed) {
  return `${SEARCH_PAGE}?find=${encodeURIComponent(typed)}`;
}

/** @param {Tier} tier */
function accentTag(tier) {
  return names(Notices.search.tierLabels(tier));
}

/** @param {Label[]} labels */
function names(labels) {
  return labels.map(({ name }) => name);
}

/** @param {string} text */
function shortened(text) {
  return text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH)}…` : text;
}

/** @param {Piece[]} pieces */
function html(pieces) {
  return pieces.map(({ text, marked }) => (marked ? `<mark>${escaped(text)}</mark>` : escaped(text))).join("");
}

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
