/* Gives what the page 任选文件对照 shows as a table for a spreadsheet, CSV; words that differ stand in 〔〕. */
(function () {
  "use strict";

  const FORMULA = /^[=+\-@\t]/; // with these a spreadsheet takes a cell for a formula
  const MARK = "\ufeff"; // tells spreadsheets that it is UTF-8

  /** @param {string} value */
  const cell = (value) => `"${(FORMULA.test(value) ? "'" : "") + value.replace(/"/g, "\"\"")}"`;

  /** @param {ParentNode | null} from @param {string} selector */
  const words = (from, selector) => Array.from(from ? from.querySelectorAll(selector) : [], (found) => (found.textContent || "").trim());

  /** The text of a paragraph without its place.
   * @param {Element} paragraph */
  const text = (paragraph) => Array.from(paragraph.childNodes, (node) => {
    if (!(node instanceof Element)) return node.textContent || "";
    if (node.matches(".where")) return "";
    return node.matches("ins, del") ? `〔${node.textContent}〕` : node.textContent || "";
  }).join("");

  /** @param {Element} shown */
  function paragraphs(shown) {
    const [base, own] = words(shown, ".heads .side");
    const rows = Array.from(shown.querySelectorAll(".row[id]"), (row) => [
      ...words(row, ".number"),
      ...words(row, ".how"),
      ...["base", "own"].flatMap((side) => {
        const found = Array.from(row.querySelectorAll(`.cell.${side} > p`));
        const places = found.map((paragraph) => words(paragraph, ".where").join("").replace("¶", ""));
        return [places.filter(Boolean).join("\n"), found.map(text).join("\n")];
      }),
    ]);
    return [["行", "类别", `${base}位置`, base, `${own}位置`, own], ...rows];
  }

  /** @param {Element} shown */
  function duties(shown) {
    const rows = Array.from(shown.querySelectorAll(".clauses li"), (clause) => [
      words(clause.closest(".matrix-row"), ".class-name")[0],
      words(clause.closest(".sheet-column"), ".column-head a")[0],
      words(clause.closest(".clauses"), ".group-head")[0],
      words(clause, ".item").join(" "),
      words(clause, ".amount").join(""),
      words(clause, ".source").join(""),
    ]);
    return [["类别", "文件", "对象", "要求", "数量", "位置"], ...rows];
  }

  /** @type {NoticePicking["table"]} */
  function table(shown) {
    const rows = shown.querySelector(".picked-comparison") ? paragraphs(shown) : duties(shown);
    return MARK + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
  }

  Notices.picking = { ...Notices.picking, table };
})();
