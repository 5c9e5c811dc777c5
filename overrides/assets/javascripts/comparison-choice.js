/* The index of comparisons: shows those of one document alone. The choice is in the address (?of=DOCUMENT). */
(function () {
  "use strict";

  const found = document.querySelector(".comparison-index table");
  if (!found) return;
  const table = found;
  const rows = Array.from(table.querySelectorAll("tbody tr"));

  /** @param {Element} row */
  function documents(row) {
    return Array.from(row.querySelectorAll("td")).slice(0, 2).map((cell) => (cell.textContent || "").trim());
  }

  const names = Array.from(new Set(rows.flatMap(documents))).sort((one, other) => one.localeCompare(other, "zh"));
  const line = document.createElement("p");
  const label = document.createElement("label");
  const choice = document.createElement("select");
  const count = document.createElement("span");
  line.className = "comparison-choice";
  count.setAttribute("role", "status");
  ["", ...names].forEach((name) => {
    const option = document.createElement("option");
    option.value = name;
    option.textContent = name || "全部文件";
    choice.append(option);
  });

  function show() {
    rows.forEach((row) => { row.hidden = Boolean(choice.value) && !documents(row).includes(choice.value); });
    count.textContent = `${rows.filter((row) => !row.hidden).length} 组`;
  }

  function read() {
    choice.value = new URLSearchParams(location.search).get("of") || "";
    if (choice.selectedIndex < 0) choice.value = "";
    show();
  }

  choice.addEventListener("change", () => {
    const url = new URL(location.href);
    if (choice.value) url.searchParams.set("of", choice.value);
    else url.searchParams.delete("of");
    history.pushState(null, "", url);
    show();
  });
  window.addEventListener("popstate", read);
  label.append("只看这件文件的对照：", choice);
  line.append(label, " ", count);
  /** @type {HTMLElement} */ (table.closest(".comparison-index")).before(line);
  read();
})();
