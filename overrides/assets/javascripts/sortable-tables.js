/* Tables of data: labels for the cards they become on a phone, sorting by any column, filtering when long.
 *
 * Sorting goes by data-order inside a cell where there is one, by date or number where all cells have these, else in
 * the order of the Chinese dictionary; cells that say the source gives nothing stay last. State is in the address.
 */
(function () {
  "use strict";

  var LONG = 12; // rows from which on a filter helps
  var words = new Intl.Collator("zh-CN", { numeric: true });

  function key(cell) {
    var ordered = cell.querySelector("[data-order]");
    if (ordered) return Number(ordered.dataset.order);
    if (cell.querySelector(".missing")) return null;
    var text = cell.textContent.trim();
    var date = /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?/.exec(text);
    if (date) return Number(date[1]) * 10000 + Number(date[2] || 0) * 100 + Number(date[3] || 0);
    return /^-?\d[\d,.]*%?$/.test(text) ? parseFloat(text.replaceAll(",", "")) : text || null;
  }

  function compare(a, b) {
    if (a === null || b === null) return (a === null) - (b === null);
    if (typeof a === "number" && typeof b === "number") return a - b;
    return words.compare(String(a), String(b));
  }

  function remember(name, value) {
    var url = new URL(location.href);
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
    history.replaceState(null, "", url);
  }

  function recalled(name) {
    return new URLSearchParams(location.search).get(name) || "";
  }

  function heads(table) {
    return Array.from(table.tHead ? table.tHead.rows[0].cells : []);
  }

  document.querySelectorAll(":is(.data-table, .source-table, .task-matrix) table").forEach(function (table) {
    var labels = heads(table).map(function (head) { return head.textContent; });
    Array.from(table.tBodies[0] ? table.tBodies[0].rows : []).forEach(function (row) {
      Array.from(row.cells).forEach(function (cell, column) {
        if (labels[column]) cell.dataset.label = labels[column];
      });
    });
  });

  document.querySelectorAll(".data-table").forEach(function (box, number) {
    var table = box.querySelector("table");
    var body = table && table.tBodies[0];
    if (!body || body.rows.length < 3) return;
    var columns = heads(table);
    var rows = Array.from(body.rows);

    function sort(column, down) {
      var keyed = rows.map(function (row) { return [key(row.cells[column]), row]; });
      keyed.sort(function (a, b) {
        var order = compare(a[0], b[0]);
        return down && a[0] !== null && b[0] !== null ? -order : order;
      });
      body.append.apply(body, keyed.map(function (pair) { return pair[1]; }));
      columns.forEach(function (head, place) {
        if (place === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
    }

    columns.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, Array.from(head.childNodes));
      button.title = "按此列排序";
      head.append(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        sort(column, down);
        remember("sort" + (number || ""), column + (down ? "-" : ""));
      });
    });
    var order = /^(\d+)(-?)$/.exec(recalled("sort" + (number || "")));
    if (order && columns[Number(order[1])]) sort(Number(order[1]), Boolean(order[2]));

    if (rows.length < LONG) return;
    var label = document.createElement("label");
    var input = document.createElement("input");
    var count = document.createElement("span");
    label.className = "table-filter";
    input.type = "search";
    count.setAttribute("role", "status");
    label.append("筛选", input, count);
    box.prepend(label);

    function filter() {
      var parts = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      var shown = rows.filter(function (row) {
        var text = row.textContent.toLowerCase();
        row.hidden = !parts.every(function (part) { return text.includes(part); });
        return !row.hidden;
      });
      count.textContent = parts.length ? shown.length + " / " + rows.length : "";
      remember("filter" + (number || ""), input.value.trim());
    }

    input.addEventListener("input", filter);
    input.value = recalled("filter" + (number || ""));
    if (input.value) filter();
  });
})();
