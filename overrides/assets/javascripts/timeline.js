/* The timeline's choices: the scale of its picture, and which kinds and levels picture and table show.
 *
 * Without this script the picture stands at the scale of months and everything is shown. What is chosen is in the
 * address (?scale=day&kind=deadline&level=city&month=2014-04). A bar of the strip leads to the first event of its month;
 * with this script it shows that month alone.
 */
(function () {
  "use strict";

  const box = document.querySelector(".timeline");
  const figures = Array.from(document.querySelectorAll(".timeline-picture[data-unit]"));
  const marks = Array.from(document.querySelectorAll(".timeline-picture .mark"));
  const rows = Array.from(document.querySelectorAll(".events tbody tr"));
  if (!box || !figures.length) return;

  const chosen = new URLSearchParams(location.search);

  /** A value by which rows are narrowed, with its word on the page and its place among the others.
   * @typedef {{ id: string, word: string, order: number }} Value */

  /** A value, as it stands in the address, with its word.
   * @typedef {[value: string, word: string]} Choice */

  /** @param {string} name @param {string} chosenValue */
  function remember(name, chosenValue) {
    const url = new URL(location.href);
    if (chosenValue) url.searchParams.set(name, chosenValue);
    else url.searchParams.delete(name);
    history.replaceState(null, "", url);
  }

  /** A row of buttons of which one is pressed, and what is told when another is.
   * @param {string} title @param {Choice[]} choices @param {string} pressed @param {(id: string) => void} choose */
  function choiceGroup(title, choices, pressed, choose) {
    const group = document.createElement("div");
    group.className = "timeline-choice";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", title);
    group.append(title);
    const buttons = choices.map(([id, word]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = word;
      button.addEventListener("click", () => { press(id); choose(id); });
      group.append(button);
      return { id, button };
    });
    /** @param {string} pressedId */
    function press(pressedId) {
      buttons.forEach(({ id, button }) => { button.setAttribute("aria-pressed", String(id === pressedId)); });
    }
    press(pressed);
    return group;
  }

  /** The values that the rows of the table have, in their own order.
   * @param {(row: HTMLElement) => Value | null} valueOf @returns {Choice[]} */
  function choicesOf(valueOf) {
    /** @type {Map<string, Value>} */
    const values = new Map();
    rows.forEach((row) => {
      const value = valueOf(row);
      if (value) values.set(value.id, value);
    });
    return Array.from(values.values())
      .sort((a, b) => a.order - b.order)
      .map(({ id, word }) => [id, word]);
  }

  /** @param {string} id @param {HTMLElement} cell @returns {Value} */
  function valueIn(id, cell) {
    return { id, word: cell.textContent || "", order: Number(cell.dataset.order || Infinity) };
  }

  /** @param {HTMLElement} row */
  function kind(row) {
    const cell = /** @type {HTMLElement} */ (row.querySelector(".kind"));
    return valueIn(cell.dataset.kind || "", cell);
  }

  /** @param {HTMLElement} row */
  function level(row) {
    const cell = row.querySelector(".level");
    const levelClass = cell && Array.from(cell.classList).find((name) => name.startsWith("level-"));
    return cell && levelClass ? valueIn(levelClass.slice("level-".length), cell) : null;
  }

  /** Closes the lines and lanes that have become empty.
   * @param {SVGSVGElement} svg */
  function close(svg) {
    const lanes = Array.from(svg.querySelectorAll(".lane"));
    let top = Number(svg.dataset.head);
    lanes.forEach((lane) => {
      /** @type {Map<number, HTMLElement[]>} */
      const lines = new Map(); // the height at which marks were drawn -> those shown
      lane.querySelectorAll(".mark:not(.off)").forEach((mark) => {
        const y = Number(mark.dataset.y);
        lines.set(y, [...(lines.get(y) || []), mark]);
      });
      if (!lines.size) return;
      const line = Number(lane.dataset.line);
      let height = Number(lane.dataset.head);
      Array.from(lines).sort(([a], [b]) => a - b).forEach(([, marksOfLine]) => {
        let depth = 1; // in lines of text
        marksOfLine.forEach((mark) => {
          mark.setAttribute("transform", `translate(0 ${height + line / 2})`);
          depth = Math.max(depth, Number(mark.dataset.lines || 1));
        });
        height += depth * line;
      });
      height += Number(lane.dataset.foot);
      lane.querySelectorAll(".lane-side").forEach((side) => { side.setAttribute("height", String(height)); });
      lane.setAttribute("transform", `translate(0 ${top})`);
      top += height;
    });
    svg.setAttribute("height", String(top));
    svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${top}`);
  }

  const wanted = {
    kind: chosen.get("kind") || "", level: chosen.get("level") || "", month: chosen.get("month") || "",
  };
  const bars = Array.from(box.querySelectorAll(".time-strip a[data-month]"));

  function narrow() {
    /** @param {string | undefined} itsKind @param {string | undefined} itsLevel @param {string | undefined} itsMonth */
    function fits(itsKind, itsLevel, itsMonth) {
      return (!wanted.kind || itsKind === wanted.kind) && (!wanted.level || itsLevel === wanted.level)
        && (!wanted.month || itsMonth === wanted.month);
    }
    marks.forEach((mark) => {
      mark.classList.toggle("off", !fits(mark.dataset.kind, mark.dataset.level, mark.dataset.month));
    });
    rows.forEach((row) => {
      const when = row.querySelector(".when");
      row.classList.toggle("off", !fits(kind(row).id, (level(row) || { id: "" }).id, when ? when.dataset.month : ""));
    });
    bars.forEach((bar) => {
      if (bar.dataset.month === wanted.month) bar.setAttribute("aria-current", "true");
      else bar.removeAttribute("aria-current");
    });
    figures.forEach((figure) => { figure.querySelectorAll("svg").forEach(close); });
  }

  /** @param {"kind" | "level"} name @param {string} title @param {Choice[]} choices */
  const addNarrowing = (name, title, choices) => {
    if (choices.length < 2) return;
    if (!choices.some(([id]) => id === wanted[name])) wanted[name] = "";
    box.prepend(choiceGroup(title, [["", "全部"], ...choices], wanted[name], (id) => {
      wanted[name] = id;
      remember(name, id);
      narrow();
    }));
  };

  if (!bars.some((bar) => bar.dataset.month === wanted.month)) wanted.month = "";
  bars.forEach((bar) => {
    bar.addEventListener("click", (event) => {
      event.preventDefault();
      const month = bar.dataset.month || "";
      wanted.month = wanted.month === month ? "" : month;
      remember("month", wanted.month);
      narrow();
    });
  });

  /** @param {string} unit */
  function showScale(unit) {
    figures.forEach((figure) => { figure.hidden = figure.dataset.unit !== unit; });
  }

  /* A picture wider than the window is pushed sideways: the names of its lanes stay in sight. */
  figures.forEach((figure) => {
    figure.addEventListener("scroll", () => {
      figure.querySelectorAll(".lane-name").forEach((name) => {
        name.setAttribute("transform", `translate(${figure.scrollLeft} 0)`);
      });
    }, { passive: true });
  });

  addNarrowing("level", "层级", choicesOf(level));
  addNarrowing("kind", "类别", choicesOf(kind));

  const usual = (figures.find((figure) => !figure.hidden) || figures[0]).dataset.unit || "";
  /** @type {Choice[]} */
  const units = figures.map((figure) => [figure.dataset.unit || "", figure.dataset.name || ""]);
  const [unit] = units.find(([id]) => id === chosen.get("scale")) || [usual];
  const scales = choiceGroup("尺度", units, unit, (id) => {
    showScale(id);
    remember("scale", id === usual ? "" : id);
  });
  scales.dataset.choice = "scale";
  if (units.length > 1) box.prepend(scales);
  showScale(unit);
  narrow();
})();
