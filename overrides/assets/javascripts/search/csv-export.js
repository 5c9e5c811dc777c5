/* Writes the answers on the page as a table: CSV with the mark that makes spreadsheet programs read UTF-8. */
(function (search) {
  "use strict";

  const HEAD = ["出现位置", "文件或词语", "发文字号", "发文机关", "层级", "日期", "位置", "原文", "相符文字", "说明", "链接"];

  /** One row for each term, in each volume that has it, and for each place; `link` makes an address of the site a whole
   * one. The last column names the volume, where there are several.
   * @type {NoticeSearch["table"]} */
  function table(terms, texts, link, isOfVolumes) {
    const rows = [
      ...terms.flatMap(({ term, form, tier }) => term.places.map(({ url, definition, volume }) => ({
        volume,
        cells: ["词语", term.term, "", "", "", "", "", definition, form.text, named(search.tierLabels(tier)), link(url)],
      }))),
      ...texts.flatMap((answer) => answer.hits.map((hit) => {
        const { text } = answer;
        const { number, issuers, level, date, volume } = text.record;
        const passage = text.textOf(hit.passage);
        const words = hit.ranges.map(([from, to]) => passage.slice(from, to)).join("；");
        const sections = text.sectionsOf(hit.passage).join(" › ");
        const about = [text.name(), number, issuers.join("；"), level, date, sections];
        const remark = named([...search.labels(answer), ...(answer.tier < search.FUZZY ? search.tierLabels(hit.tier) : [])]);
        const address = link(text.address(hit.passage, hit.ranges));
        return { volume, cells: [search.placeOf(hit), ...about, passage, words, remark, address] };
      })),
    ];
    const lines = [
      isOfVolumes ? [...HEAD, "分卷"] : HEAD,
      ...rows.map(({ cells, volume }) => (isOfVolumes ? [...cells, volume || search.OWN_NAME] : cells)),
    ];
    return `\ufeff${lines.map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
  }

  /** @param {Label[]} labels */
  function named(labels) {
    return labels.map(({ name }) => name).join("；");
  }

  /** A cell that a spreadsheet program would take for a formula is marked as text.
   * @param {string} value */
  function cell(value) {
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ table }));
})(Notices.search);
