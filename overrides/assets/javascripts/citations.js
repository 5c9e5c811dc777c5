/* Citations of a document, or of a place in it: as official documents cite each other, by GB/T 7714—2015, and plain.
 *
 * Notices.citations.of(element, address)  the citations of the place that an element stands in: [[name, text], …]
 * Notices.citations.entries(element, address)  the same as entries for citation managers: BibTeX, RIS, CSL-JSON
 * Notices.citations.address(id, places)   the address of a block, or of words: ?at=BLOCK.START-END for each block
 */
(function () {
  "use strict";

  if (!document.querySelector(".document")) return;

  /** @param {string} id @param {string[]} places */
  function address(id, places = []) {
    const url = new URL(location.href);
    url.search = places.map((place) => `at=${place}`).join("&");
    url.hash = id;
    return url.href;
  }

  /** The labels by which a place is cited, 三、（一）2.: those of the block, else of the nearest one around it.
   * @param {Element} element */
  function labels(element) {
    const labelled = element.closest("[data-place]");
    if (labelled) return labelled.dataset.place || "";
    const block = element.closest("[id]");
    for (let id = block ? block.id : ""; id.includes("__");) {
      id = id.slice(0, id.lastIndexOf("__"));
      const outer = document.getElementById(id);
      if (outer && outer.dataset.place) return outer.dataset.place;
    }
    return "";
  }

  /** 2014-03-09 as 2014年3月9日, 2014-03 as 2014年3月.
   * @param {string} iso */
  function day(iso) {
    const [year, month, date] = iso.split("-").map(Number);
    return [`${year}年`, month && `${month}月`, date && `${date}日`].filter(Boolean).join("");
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  }

  /** Marks of books inside a title are single ones: 《转发〈…〉的通知》.
   * @param {string} title */
  function inner(title) {
    return title.replace(/《/g, "〈").replace(/》/g, "〉");
  }

  /** Without templates inside templates, which lose their blanks when the site is built.
   * @param {Element | null} element @param {string} url @returns {[name: string, text: string][]} */
  function of(element, url) {
    const text = element && element.closest("[data-citation]");
    if (!text) return [];
    const { title = "", issuer = "", number = "", date = "", dateAs = "" } = text.dataset;
    const place = element && element !== text ? labels(element) : "";
    const named = `《${inner(title)}》`;
    const issued = issuer && !title.includes(issuer) ? issuer : "";
    const when = date ? `${day(date)}${dateAs}` : "";
    const known = number || when;
    const official = [issued, named, known && `（${known}）`, place].join("");
    const isOnline = location.protocol !== "file:";
    const where = place && date ? `${date.slice(0, 4)}: ${place}` : place;
    const standard = [
      [issuer, [title, number].filter(Boolean).join(": ")].filter(Boolean).join(". "),
      isOnline ? "[EB/OL]. " : "[Z]. ",
      where,
      date && `(${date})`,
      isOnline ? `[${today()}]. ${url}.` : ".",
    ].join("");
    const plain = [`${issued}${named}`, number, when, place].filter(Boolean).join("，");
    return [
      ["公文引用", official],
      ["GB/T 7714—2015", standard],
      ["文字和链接", `${plain}。${url}`],
    ];
  }

  /** Signs that mean something to BibTeX, escaped as in data/documents.bib.
   * @param {string} words */
  function tex(words) {
    const others = /** @type {Record<string, string>} */ ({ "\\": "\\textbackslash{}", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}" });
    return words.replace(/[\\{}%#$&_^~]/g, (sign) => others[sign] || `\\${sign}`);
  }

  /** @param {Element | null} element @param {string} url @returns {[name: string, text: string][]} */
  function entries(element, url) {
    const text = element && element.closest("[data-citation]");
    if (!text) return [];
    const { title = "", issuer = "", number = "", date = "", dateAs = "" } = text.dataset;
    const issuers = issuer.split("、").filter(Boolean);
    const place = element && element !== text ? labels(element) : "";
    const note = dateAs ? `日期为${dateAs}日期` : "";
    const carried = text.closest(".document[id]"); // a document that another one carries
    const id = carried ? carried.id : (location.pathname.split("/").pop() || "").split(".html")[0];
    const online = location.protocol === "file:" ? "" : url;
    const bibtex = [
      ["author", issuers.map((name) => `{${tex(name)}}`).join(" and ")],
      ["title", `{${tex(title)}}`],
      ["year", date.slice(0, 4)],
      ["date", date],
      ["number", tex(number)],
      ["pages", tex(place)],
      ["url", online],
      ["language", "zh-CN"],
      ["note", note],
    ];
    const ris = [
      ...issuers.map((name) => ["AU", name]),
      ["TI", title],
      ["PY", date.slice(0, 4)],
      ["DA", date && date.replace(/-/g, "/") + "///".slice(0, 3 - (date.match(/-/g) || []).length)],
      ["SN", number],
      ["SP", place],
      ["UR", online],
      ["LA", "zh-CN"],
      ["N1", note],
    ];
    const csl = {
      id,
      type: "document",
      title,
      author: issuers.map((literal) => ({ literal })),
      issued: date ? { "date-parts": [date.split("-").map(Number)] } : undefined,
      number: number || undefined,
      locator: place || undefined,
      URL: online || undefined,
      language: "zh-CN",
      note: note || undefined,
    };
    const fields = bibtex.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},\n`);
    const tags = [["TY", "GOVDOC"], ...ris].filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}\r\n`);
    return [
      ["BibTeX", `@misc{${id},\n${fields.join("")}}\n`],
      ["RIS", `${tags.join("")}ER  - \r\n`],
      ["CSL-JSON", `${JSON.stringify([csl])}\n`],
    ];
  }

  Notices.citations = { of, entries, address };
})();
