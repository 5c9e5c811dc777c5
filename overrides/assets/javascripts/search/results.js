/* Makes the elements that show answers. */
(function (search) {
  "use strict";

  // What is shown before a list is folded: so much that several lists are in view together.
  const TERMS_SHOWN = 5;
  const PLACES_SHOWN = 4; // of one document
  const VALUES_SHOWN = 8; // of one facet
  const USES = "concordance"; // the part of a term's page that lists where it stands
  const LONG_QUERY = 4; // symbols from which on a shorter query may find more
  const SECTION_LENGTH = 36; // characters of a heading, less than a line of results

  /** An element; `properties` are set on it, `children` are elements or texts.
   * @type {NoticeSearch["element"]} */
  function element(name, properties, ...children) {
    const { data = {}, ...others } = properties || {};
    const node = Object.assign(document.createElement(name), others);
    Object.assign(node.dataset, data);
    node.append(...children);
    return node;
  }

  /** @param {Piece[]} pieces @returns {Child[]} */
  function words(pieces) {
    return pieces.map(({ text, marked }) => (marked ? element("mark", {}, text) : text));
  }

  /** @param {Label[]} labels */
  function labelNotes(labels) {
    return labels.map(({ name, title }) => element("span", { className: "search-accent", title }, name));
  }

  /** @param {Tier} tier */
  function accentNote(tier) {
    return labelNotes(search.tierLabels(tier));
  }

  /** All children at once, or the first `shown` and a button that brings the others.
   * @param {HTMLElement} parent @param {HTMLElement[]} children @param {number} shown @param {(hidden: number) => string} label */
  function folded(parent, children, shown, label) {
    if (children.length <= shown + 1) {
      parent.append(...children);
      return parent;
    }
    parent.append(...children.slice(0, shown));
    const rest = children.slice(shown);
    const button = element("button", { type: "button", className: "search-more" }, label(rest.length));
    button.addEventListener("click", () => {
      item.replaceWith(...rest);
      (rest[0].querySelector("a, input") || rest[0]).focus();
    });
    const item = element("li", { className: "search-rest" }, button);
    parent.append(item);
    return parent;
  }

  /** The whole address of one that is seen from the top of the site.
   * @type {NoticeSearch["whole"]} */
  function whole(address, root) {
    return new URL(address, root).href;
  }

  /** The name of a volume, where it is not the reader's own.
   * @param {string} volume */
  function volumeNote(volume) {
    return volume ? [element("span", { className: "search-volume" }, volume), " "] : [];
  }

  /** Where else a term is: a link for each further volume.
   * @param {Term} term @param {string} root */
  function otherPlaces({ term, places: [, ...others] }, root) {
    if (!others.length) return [];
    const links = others.flatMap(({ volume, url }) =>
      [" ", element("a", { href: whole(url, root), ariaLabel: `${volume}：${term}` }, volume)]);
    return [element("p", { className: "search-about" }, "另见", ...links)];
  }

  /** The definition of a term, with the volume that has it where that is not the one it is linked to.
   * @param {Term} term */
  function definitionLine({ places }) {
    const source = places.find((place) => place.definition);
    if (!source) return element("p", { className: "missing" }, "所收文件未作解释");
    const note = source === places[0] ? [] : volumeNote(source.volume);
    return element("p", { className: "search-definition" }, ...note, source.definition);
  }

  /** How often a term occurs, as a link to the places.
   * @param {Term} term @param {string} root */
  function uses({ mentions, url }, root) {
    if (!mentions) return [];
    return [element("p", { className: "search-about" },
      element("a", { href: whole(`${url}#${USES}`, root) }, `见于本站所收文件 ${mentions} 处`))];
  }

  /** @param {TermAnswer} answer @param {string} root */
  function termItem(answer, root) {
    const { term, tier } = answer;
    const { pieces, isVariant } = search.termWording(answer);
    const name = isVariant ? [term.term, "（", ...words(pieces), "）"] : words(pieces);
    return element("li", { className: "search-term" },
      ...volumeNote(term.places[0].volume),
      element("a", { href: whole(term.url, root) }, ...name), " ",
      element("span", { className: "search-pinyin", lang: "zh-Latn-pinyin" }, term.pinyin),
      ...accentNote(tier),
      definitionLine(term),
      ...uses(term, root),
      ...otherPlaces(term, root),
    );
  }

  /** @type {NoticeSearch["termsSection"]} */
  function termsSection(terms, root, heading) {
    const list = element("ol", { className: "search-terms" });
    folded(list, terms.map((answer) => termItem(answer, root)), TERMS_SHOWN, (count) => `再显示 ${count} 条`);
    return element("section", {}, element("h2", {}, heading), list);
  }

  /** @param {SearchText} text @param {Hit} hit @param {string} root */
  function placeItem(text, hit, root) {
    const sections = text.sectionsOf(hit.passage).map((name) => (name.length > SECTION_LENGTH ? `${name.slice(0, SECTION_LENGTH)}…` : name));
    const where = hit.passage === search.TITLE ? "题名" : sections.join(" › ") || "正文";
    const pieces = search.excerpt(text.textOf(hit.passage), hit.ranges, { before: 24, length: 120 });
    return element("li", {},
      element("span", { className: "search-where" }, where), ...accentNote(hit.tier),
      element("a", { className: "search-excerpt", href: whole(text.address(hit.passage, hit.ranges), root) }, ...words(pieces)),
    );
  }

  /** An ISO date as Chinese reads it: 2014年3月28日.
   * @param {string} date */
  function dated(date) {
    const [year, month, day] = date.split("-").map(Number);
    return date && [`${year}年`, month && `${month}月`, day && `${day}日`].filter(Boolean).join("");
  }

  /** @type {NoticeSearch["textItem"]} */
  function textItem(answer, root) {
    const { text, hits } = answer;
    const { record } = text;
    const title = hits.find((hit) => hit.passage === search.TITLE);
    const name = title ? words(search.marked(record.title, title.ranges)) : [text.name()];
    const about = [dated(record.date), record.number, record.issuers.join("、")].filter(Boolean).join("　");
    const level = record.level ? [element("span", { className: "search-level" }, record.level), " "] : [];
    const places = hits.filter((hit) => hit !== title).sort((a, b) => a.tier - b.tier || a.passage - b.passage)
      .map((hit) => placeItem(text, hit, root));
    const list = folded(element("ul", { className: "search-places" }), places, PLACES_SHOWN, (count) => `再显示本件 ${count} 处`);
    const address = title ? text.address(search.TITLE, title.ranges) : record.url;
    return element("li", { className: "search-text" },
      element("h3", {}, element("a", { href: whole(address, root) }, ...name)),
      element("p", { className: "search-about" }, ...volumeNote(record.volume), ...level, about,
        ...labelNotes(search.labels(title && title.tier === search.FUZZY ? { ...answer, tier: title.tier } : answer))),
      ...(places.length ? [list] : []),
    );
  }

  /** One facet as a group of boxes; `change(value, isChosen)` is told what the reader does.
   * @type {NoticeSearch["facetGroup"]} */
  function facetGroup(facet, chosen, change) {
    const items = facet.values.map(({ value, count }) => {
      const box = element("input", { type: "checkbox", value, checked: chosen.includes(value), data: { facet: facet.name } });
      box.addEventListener("change", () => change(value, box.checked));
      const label = element("label", {}, box, ` ${value} `, 
        element("span", { className: "search-number" }, facet.isAtMost ? `至多 ${count}` : `${count}`));
      return element("li", { className: count || box.checked ? "" : "search-none" }, label);
    });
    const list = folded(element("ul"), items, VALUES_SHOWN, (count) => `再显示 ${count} 项`);
    return element("fieldset", {}, element("legend", {}, facet.label), list);
  }

  /** What answers are narrowed by, as buttons that take it back, and one for all.
   * @type {NoticeSearch["chips"]} */
  function chips(chosen, remove, clear) {
    if (!chosen.length) return [];
    const each = chosen.map(({ label, name, value }) => {
      const button = element("button", { type: "button", className: "search-chip", title: "取消这一项", data: { facet: name } },
        `${label}：${value} ×`);
      button.addEventListener("click", () => remove(name, value));
      return button;
    });
    const all = element("button", { type: "button", className: "search-clear" }, "清除全部筛选");
    all.addEventListener("click", clear);
    return ["已筛选：", ...each, all];
  }

  /** What to try where nothing answers: the nearest terms, and where to look besides.
   * @type {NoticeSearch["nothingFound"]} */
  function nothingFound(query, nearest, root) {
    /** @param {string} address @param {string} text */
    const link = (address, text) => element("a", { href: address }, text);
    const without = query ? query.without.map(({ typed }) => `“-${typed}”`).join("、") : "";
    /** @type {Child[]} */
    let advice = [];
    if (query && without) {
      const kept = query.words.length ? query.words.map(({ typed }) => typed).join(" ") : query.typed.replace(/\s+[-－–−]\S+/g, "");
      advice = ["可", link(`?find=${encodeURIComponent(kept)}`, `去掉${without}再查`), "；"];
    } else if (query && query.length > LONG_QUERY) advice = ["可只输入其中几个字再试；"];
    const elsewhere = element("p", {}, ...advice, "也可以查", link(whole("glossary/index.html", root), "词语的音序索引"), "、",
      link(whole("notices/index.html", root), "全部文件"), "，或看", link(whole("lineage/missing.html", root), "引用而未收录的文件"), "。");
    if (!nearest.length) return [elsewhere];
    const list = element("ul", { className: "search-nearest" }, ...nearest.map((term) =>
      element("li", {}, link(`?find=${encodeURIComponent(term.term)}`, term.term), " ",
        element("span", { className: "search-pinyin" }, term.pinyin))));
    return [element("section", {}, element("h2", {}, "相近的词语"), list, elsewhere)];
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ nothingFound, element, whole, termsSection, textItem, facetGroup, chips }));
})(Notices.search);
