/* Writes what the chosen documents ask, class by class of those addressed, a column for each document. */
(function () {
  "use strict";

  const { make } = Notices.picking;

  /** @type {NoticePicking["tasks"]} */
  function tasks(documents, classes, address) {
    /** @param {PickedDocument} of @param {PickedTask} task */
    const clause = (of, [, , words, amounts, section, block, start, end]) => {
      const place = make("a", "source", section);
      place.href = address(`${of.url.replace(/#.*/, "")}?at=${block}.${start}-${end}#${block}`);
      const items = words.flatMap((item) => [make("span", "item", item), " "]);
      return make("li", "", ...(amounts ? [make("span", "amount", amounts), " "] : []), ...items, place);
    };

    /** @param {PickedDocument} of @param {PickedTask[]} asked */
    const column = (of, asked) => {
      const name = make("a", "", of.short || of.name);
      name.href = address(of.url);
      const level = of.level[0] ? [make("span", `level level-${of.level[0]}`, of.level[1]), " "] : [];
      const element = make("div", "sheet-column", make("p", "column-head", ...level, name));
      /** @type {HTMLElement | null} */
      let list = null;
      asked.forEach((task, at) => {
        if (!list || asked[at - 1][1] !== task[1]) {
          const who = task[1] ? make("span", "addressee", task[1]) : make("span", "missing", "对象未写明");
          list = make("ul", "");
          element.append(make("div", "clauses", make("p", "group-head", who), list));
        }
        list.append(clause(of, task));
      });
      if (!asked.length) element.append(make("p", "missing", "未提及"));
      return element;
    };

    const lines = classes.flatMap(([id, name]) => {
      const asked = documents.map((of) => of.tasks.filter(([ofClasses]) => ofClasses.includes(id)));
      const shared = asked.filter((list) => list.length).length;
      if (!shared) return [];
      const names = documents.map((of, at) => of.short || `文件${"一二三四"[at]}`);
      const counts = asked.map((list, at) => `${names[at]} ${list.length}`).join("\u3000");
      const summary = make("summary", "", make("span", "class-name", name), " ", make("span", "counts", counts));
      const line = make("details", "matrix-row", summary, make("div", "sheet-columns", ...documents.map((of, at) => column(of, asked[at]))));
      return [{ line, shared }];
    });
    lines.sort((a, b) => b.shared - a.shared);
    return lines.length ? [make("div", "task-matrix picked-tasks", ...lines.map(({ line }) => line))] : [];
  }

  Notices.picking = { ...Notices.picking, tasks };
})();
