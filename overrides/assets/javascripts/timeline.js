/* The timeline's choices: the scale of its picture, and which kinds and levels picture and table show.
 *
 * Without this script the picture stands at the scale of months and everything is shown. What is chosen is in the
 * address (?scale=day&kind=deadline&level=city).
 */
(function () {
  "use strict";

  const box = document.querySelector(".timeline");
  const figures = Array.from(document.querySelectorAll(".timeline-picture[data-unit]"));
  const marks = Array.from(document.querySelectorAll(".timeline-picture .mark"));
  const rows = Array.from(document.querySelectorAll(".events tbody tr"));
  if (!box || !figures.length) return;

  const chosen = new URLSearchParams(location.search);

  function remember(name, value) {
    const url = new URL(location.href);
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
    history.replaceState(null, "", url);
  }

  /* A row of buttons of which one is pressed; `choices` are pairs of value and word. */
  function choice(title, choices, value, choose) {
    const group = document.createElement("div");
    group.className = "timeline-choice";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", title);
    group.append(title);
    const buttons = choices.map((pair) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = pair[1];
      button.addEventListener("click", () => { press(pair[0]); choose(pair[0]); });
      group.append(button);
      return [pair[0], button];
    });
    function press(now) {
      buttons.forEach((pair) => { pair[1].setAttribute("aria-pressed", String(pair[0] === now)); });
    }
    press(value);
    return group;
  }

  /* The values that the table has, each with its word, in their own order. */
  function values(find) {
    const found = new Map();
    rows.forEach((row) => {
      const value = find(row);
      if (value) found.set(value.id, value);
    });
    return Array.from(found.values())
      .sort((a, b) => a.order - b.order)
      .map((value) => [value.id, value.word]);
  }

  function value(id, cell) {
    return { id, word: cell.textContent, order: Number(cell.dataset.order || Infinity) };
  }

  function kind(row) {
    const cell = row.querySelector(".kind");
    return value(cell.dataset.kind, cell);
  }

  function level(row) {
    const cell = row.querySelector(".level");
    const name = cell && Array.from(cell.classList).find((name) => name.startsWith("level-"));
    return name ? value(name.slice("level-".length), cell) : null;
  }

  /* Closes the lines and lanes that have become empty. */
  function close(svg) {
    const lanes = Array.from(svg.querySelectorAll(".lane"));
    let top = Number(svg.dataset.head);
    lanes.forEach((lane) => {
      const lines = new Map(); // the height at which marks were drawn -> those shown
      lane.querySelectorAll(".mark:not(.off)").forEach((mark) => {
        const y = Number(mark.dataset.y);
        lines.set(y, (lines.get(y) || []).concat(mark));
      });
      if (!lines.size) return;
      const line = Number(lane.dataset.line);
      let height = Number(lane.dataset.head);
      Array.from(lines.keys()).sort((a, b) => a - b).forEach((y) => {
        let deep = 1;
        lines.get(y).forEach((mark) => {
          mark.setAttribute("transform", `translate(0 ${height + line / 2})`);
          deep = Math.max(deep, Number(mark.dataset.lines || 1));
        });
        height += deep * line;
      });
      height += Number(lane.dataset.foot);
      lane.querySelector(".lane-side").setAttribute("height", height);
      lane.setAttribute("transform", `translate(0 ${top})`);
      top += height;
    });
    svg.setAttribute("height", top);
    svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${top}`);
  }

  const wanted = { kind: chosen.get("kind") || "", level: chosen.get("level") || "" };

  function narrow() {
    function fits(of, at) {
      return (!wanted.kind || of === wanted.kind) && (!wanted.level || at === wanted.level);
    }
    marks.forEach((mark) => {
      mark.classList.toggle("off", !fits(mark.dataset.kind, mark.dataset.level));
    });
    rows.forEach((row) => {
      row.classList.toggle("off", !fits(kind(row).id, (level(row) || { id: "" }).id));
    });
    figures.forEach((figure) => { close(figure.querySelector("svg")); });
  }

  function narrowing(name, title, pairs) {
    if (pairs.length < 2) return;
    if (!pairs.some((pair) => pair[0] === wanted[name])) wanted[name] = "";
    box.prepend(choice(title, [["", "全部"]].concat(pairs), wanted[name], (value) => {
      wanted[name] = value;
      remember(name, value);
      narrow();
    }));
  }

  function scale(unit) {
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

  narrowing("level", "层级", values(level));
  narrowing("kind", "类别", values(kind));

  const shown = figures.find((figure) => !figure.hidden).dataset.unit;
  const units = figures.map((figure) => [figure.dataset.unit, figure.dataset.name]);
  const unit = units.some((pair) => pair[0] === chosen.get("scale")) ? chosen.get("scale") : shown;
  box.prepend(choice("尺度", units, unit, (value) => {
    scale(value);
    remember("scale", value === shown ? "" : value);
  }));
  scale(unit);
  narrow();
})();
