/* Tables of data: labels for the cards they become on a phone, sorting by any column, filtering when long.
 *
 * Sorting goes by data-order inside a cell where there is one, by date or number where all cells have these, else in
 * the order of the Chinese dictionary; cells that say the source gives nothing stay last. State is in the address.
 */
(function () {
  "use strict";

  const SORTABLE = 3; // rows from which on sorting helps
  const LONG = 12; // rows from which on a filter helps
  const isPart = Boolean(document.querySelector(".pager")); // the list goes on on other pages
  const words = new Intl.Collator("zh-CN", { numeric: true });

  /** What a cell is sorted by; null where the source gives nothing.
   * @param {HTMLTableCellElement} cell */
  function key(cell) {
    const ordered = cell.querySelector("[data-order]");
    if (ordered) return Number(ordered.dataset.order);
    if (cell.querySelector(".missing")) return null;
    const text = (cell.textContent || "").trim();
    const date = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?/.exec(text);
    if (date) return Number(date[1]) * 10000 + Number(date[2] || 0) * 100 + Number(date[3] || 0);
    return /^-?\d[\d,.]*%?$/.test(text) ? parseFloat(text.replace(/,/g, "")) : text || null;
  }

  /** @param {string | number | null} a @param {string | number | null} b */
  function compare(a, b) {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === "number" && typeof b === "number") return a - b;
    return words.compare(String(a), String(b));
  }

  /** @param {string} name @param {string} value */
  function remember(name, value) {
    const url = new URL(location.href);
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
    history.replaceState(null, "", url);
  }

  /** @param {string} name */
  function recalled(name) {
    return new URLSearchParams(location.search).get(name) || "";
  }

  /** @param {HTMLTableElement} table */
  function heads(table) {
    return Array.from(table.tHead ? table.tHead.rows[0].cells : []);
  }

  document.querySelectorAll(":is(.data-table, .source-table, .task-matrix) table").forEach((table) => {
    const labels = heads(table).map((head) => head.textContent);
    Array.from(table.tBodies[0] ? table.tBodies[0].rows : []).forEach((row) => {
      Array.from(row.cells).forEach((cell, column) => {
        if (labels[column]) cell.dataset.label = labels[column] || "";
      });
    });
  });

  document.querySelectorAll(".data-table:not(.wording-table)").forEach((box, number) => {
    const table = box.querySelector("table");
    const body = table && table.tBodies[0];
    if (!body || body.rows.length < SORTABLE) return;
    const columns = heads(table);
    const rows = Array.from(body.rows);

    /** @param {number} column @param {boolean} down */
    const sort = (column, down) => {
      const keyed = rows.map((row) => ({ key: key(row.cells[column]), row }));
      keyed.sort((a, b) => {
        const order = compare(a.key, b.key);
        return down && a.key !== null && b.key !== null ? -order : order;
      });
      body.append(...keyed.map(({ row }) => row));
      columns.forEach((head, place) => {
        if (place === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
    };

    columns.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...Array.from(head.childNodes));
      button.title = isPart ? "按此列排列本页各行" : "按此列排序";
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        sort(column, down);
        remember(`sort${number || ""}`, column + (down ? "-" : ""));
      });
    });
    const order = /^(\d+)(-?)$/.exec(recalled(`sort${number || ""}`));
    if (order && columns[Number(order[1])]) sort(Number(order[1]), Boolean(order[2]));

    if (rows.length < LONG || (isPart && box.matches(".comparison-index"))) return; // that list has a filter of its own
    const label = document.createElement("label");
    const input = document.createElement("input");
    const count = document.createElement("span");
    label.className = "table-filter";
    input.type = "search";
    count.setAttribute("role", "status");
    label.append(isPart ? "筛选本页" : "筛选", input, count);
    box.prepend(label);

    function filter() {
      const parts = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      const shown = rows.filter((row) => {
        const text = (row.textContent || "").toLowerCase();
        row.hidden = !parts.every((part) => text.includes(part));
        return !row.hidden;
      });
      count.textContent = parts.length ? `${shown.length} / ${rows.length}` : "";
      remember(`filter${number || ""}`, input.value.trim());
    }

    input.addEventListener("input", filter);
    input.value = recalled(`filter${number || ""}`);
    if (input.value) filter();
  });
})();
