/* The help on keys: a dialog with the keys of what this page has. */
(function () {
  "use strict";

  /** @typedef {[keys: string, meaning: string][]} KeyRows */

  /** @type {KeyRows} */
  const MENU = [["↑ ↓", "上一项、下一项"], ["Home End", "第一项、最后一项"], ["Esc", "关闭，回到按钮"]];
  /** Groups of keys, each with a selector for what a page must have to use them.
   * @type {[title: string, rows: KeyRows, where: string][]} */
  const HELP = [
    ["各页", [
      ["?", "显示本说明"],
      ["/ 或 S、F", "检索"],
      ["P 或 ,", "上一栏目"],
      ["N 或 .", "下一栏目"],
      ["Tab、Shift + Tab", "下一个、上一个链接或按钮"],
      ["Enter", "打开链接，按下按钮"],
      ["Esc", "关闭打开的部分"],
    ], "body"],
    ["检索", [["↑ ↓", "上一条、下一条结果"], ["Enter", "打开结果"], ["Esc", "关闭"]], "body"],
    ["词语", [["↓", "进入词语卡片"], ["Esc", "关闭卡片"]], "a.term"],
    ["菜单：目录、引用、注音", MENU, ".tools"],
    ["放映", [
      ["→ ←", "下一节、上一节"],
      ["空格、PageDown", "下翻，到底则下一节"],
      ["Shift + 空格、PageUp", "上翻，到顶则上一节"],
      ["Home End", "第一节、最后一节"],
      ["F", "全屏"],
      ["Esc", "结束"],
    ], '[data-tool="present"]'],
  ];

  /** @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name @param {(string | Node)[]} children */
  function element(name, ...children) {
    const node = document.createElement(name);
    node.append(...children);
    return node;
  }

  /* The dialog; `isOn` says whether keys of one character are in use, `choose` is told when that changes. */
  Notices.shortcutsHelp = (isOn, choose) => {
    const shown = element("dialog", element("h2", "键盘操作"));
    shown.className = "keys-help md-typeset";
    shown.setAttribute("aria-label", "键盘操作");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = isOn;
    box.addEventListener("change", () => { choose(box.checked); });
    const close = element("button", "关闭");
    close.type = "button";
    close.addEventListener("click", () => { shown.close(); });
    const head = element("p", close, element("label", box, " 使用单个字符的快捷键"));
    head.className = "keys-head";
    shown.append(head);
    HELP.forEach(([title, rows, where]) => {
      if (!document.querySelector(where)) return;
      const list = element("dl");
      rows.forEach(([keys, meaning]) => { list.append(element("dt", element("kbd", keys)), element("dd", meaning)); });
      shown.append(element("h3", title), list);
    });
    shown.addEventListener("click", (event) => { if (event.target === shown) shown.close(); }); // beside it
    document.body.append(shown);
    return shown;
  };
})();
