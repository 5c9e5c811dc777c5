/* Writes two documents side by side, paragraph beside paragraph, as the pages of 对照 do. */
(function () {
  "use strict";

  const { rows, differences, elsewhere } = Notices.picking;
  const GAP = "\u3000";
  const KINDS = /** @type {Record<string, string>} */ ({
    verbatim: "原文照录", "punctuation-only": "仅标点不同", altered: "改写", apart: "未配对",
  });

  /** @type {NoticePicking["make"]} */
  function make(tag, classes, ...content) {
    const element = document.createElement(tag);
    if (classes) element.className = classes;
    element.append(...content);
    return element;
  }

  /** @param {string} words @param {string} address @param {string} [classes] */
  function link(words, address, classes) {
    const element = make("a", classes || "", words);
    element.href = address;
    return element;
  }

  /** @type {NoticePicking["texts"]} */
  function texts(base, own, address) {
    const isNamed = base.short && own.short && base.short !== own.short;
    const names = isNamed ? { base: base.short, own: own.short } : { base: "左件", own: "右件" };
    const found = rows(base.blocks.map(([, , text]) => text), own.blocks.map(([, , text]) => text));
    /** @type {{ base: Map<number, number>, own: Map<number, number> }} */
    const rowOf = { base: new Map(), own: new Map() };
    found.forEach((row, number) => {
      row.base.forEach((block) => rowOf.base.set(block, number + 1));
      row.own.forEach((block) => rowOf.own.set(block, number + 1));
    });
    const inOther = {
      base: elsewhere(own.blocks.map(([, , text]) => text)),
      own: elsewhere(base.blocks.map(([, , text]) => text)),
    };

    /** @param {PickedDocument} of @param {number} number @param {(Node | string)[]} content */
    const paragraph = (of, number, content) => {
      const [id, path] = of.blocks[number];
      const where = link(`¶${path}`, address(`${of.url.replace(/#.*/, "")}#${id}`), "where");
      where.setAttribute("aria-label", `¶${path}，原文`);
      return make("p", "", where, ...content);
    };

    /** A paragraph without a pair, in that row: what of it stands in the other document leads there, and is only marked
     * where that is the same row.
     * @param {"base" | "own"} side @param {PickedDocument} of @param {number} number @param {number} here */
    const alone = (side, of, number, here) => {
      const text = of.blocks[number][2];
      /** @type {(Node | string)[]} */
      const content = [];
      let at = 0;
      inOther[side](text).forEach(([start, end, block]) => {
        const row = rowOf[side === "base" ? "own" : "base"].get(block);
        const words = row === here ? make("span", "elsewhere", text.slice(start, end)) : link(text.slice(start, end), `#r${row}`, "elsewhere");
        if (row !== here) words.dataset.row = String(row);
        content.push(text.slice(at, start), words);
        at = end;
      });
      return paragraph(of, number, [...content, text.slice(at)]);
    };

    /** @param {PickedPart[]} parts @param {"ins" | "del"} tag */
    const marked = (parts, tag) => parts.map(([words, kind]) => (kind === "same" ? words : make(tag, kind, words)));

    /** @param {PickedRow} row @param {number} number */
    const written = (row, number) => {
      const label = make("p", "row-label", make("span", "number", String(number)), " ", make("span", `how is-${row.kind}`, KINDS[row.kind]));
      if (row.moved) label.append(" ", make("span", "tag-line", "移位"));
      const cells = { base: make("div", "cell base"), own: make("div", "cell own") };
      if (row.kind === "apart") {
        cells.base.append(...row.base.map((block) => alone("base", base, block, number)));
        cells.own.append(...row.own.map((block) => alone("own", own, block, number)));
      } else {
        const parts = differences(base.blocks[row.base[0]][2], own.blocks[row.own[0]][2]);
        cells.base.append(paragraph(base, row.base[0], marked(parts.base, "del")));
        cells.own.append(paragraph(own, row.own[0], marked(parts.own, "ins")));
      }
      cells.base.dataset.side = names.base;
      cells.own.dataset.side = names.own;
      const isHeading = row.kind !== "apart" && own.blocks[row.own[0]][3];
      const shown = [cells.base, cells.own].filter((cell) => cell.childNodes.length);
      const element = make("div", `row is-${row.kind}${isHeading ? " headings" : ""}`, label, ...shown);
      element.id = `r${number}`;
      return element;
    };

    const heads = make("div", "row heads", ...[base, own].map((of, side) => make(
      "div", `cell ${side ? "own" : "base"}`,
      make("p", "", make("span", "side", side ? names.own : names.base), " ", link(of.name, address(of.url)))
    )));
    const counts = Object.entries(KINDS).flatMap(([kind, word]) => {
      const count = found.filter((row) => row.kind === kind).length;
      return count ? [make("span", `how is-${kind}`, `${word} ${count}`), " "] : [];
    });
    const legend = make("div", "legend", make("p", "", ...counts), make(
      "p", "",
      make("del", "changed", `${names.base}作`), GAP, make("ins", "changed", `${names.own}作`), GAP,
      make("del", "only", `${names.own}所无`), GAP, make("ins", "only", `${names.own}所加`), GAP,
      make("ins", "mark", "标点"), GAP, make("span", "elsewhere", "在对方他处")
    ));
    return [legend, make("div", "comparison picked-comparison", heads, ...found.map((row, at) => written(row, at + 1)))];
  }

  Notices.picking = { ...Notices.picking, make, texts };
})();
