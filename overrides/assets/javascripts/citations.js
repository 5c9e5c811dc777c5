/* Citations of a document, or of a place in it: as official documents cite each other, by GB/T 7714—2015, and plain.
 *
 * Notices.citations.of(element, address)  the citations of the place that an element stands in: [[name, text], …]
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

  Notices.citations = { of, address };
})();
