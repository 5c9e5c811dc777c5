/* The keys of the site: the help on `?`, the switch that turns keys of one character off, and the buttons of the
 * header, which the theme makes for the mouse alone.
 */
(function () {
  "use strict";

  var KEY = "notice-no-keys";

  function kept() {
    try { return localStorage.getItem(KEY) === "off"; } catch (refused) { return false; }
  }

  var off = kept();

  function typing(event) {
    var at = event.composedPath()[0];
    return at instanceof Element && (at.matches("input:not([type='checkbox'], [type='radio']), select, textarea") || at.isContentEditable);
  }

  // --- the buttons of the header -----------------------------------------------------------------

  var NAMES = { __drawer: "栏目", __search: "检索" };

  Object.keys(NAMES).forEach(function (id) {
    var toggle = document.getElementById(id);
    var label = document.querySelector(".md-header__inner > label[for='" + id + "']");
    if (!toggle || !label) return;
    var button = document.createElement("span"); // a label may not be a button itself
    button.setAttribute("role", "button");
    button.setAttribute("aria-label", NAMES[id]);
    button.tabIndex = 0;
    button.append.apply(button, label.childNodes);
    label.append(button);

    function show() { button.setAttribute("aria-expanded", String(toggle.checked)); }

    button.addEventListener("keydown", function (event) {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      toggle.click();
      var first = toggle.checked && id === "__drawer" && document.querySelector(".md-sidebar--primary .md-nav__link");
      if (first) first.focus();
    });
    toggle.addEventListener("change", show);
    show();
  });

  var drawer = document.getElementById("__drawer");
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !drawer || !drawer.checked) return;
    drawer.click();
    var button = document.querySelector(".md-header__inner > label[for='__drawer'] > [role]");
    if (button) button.focus();
  });

  // --- help --------------------------------------------------------------------------------------

  var MENU = [["↑ ↓", "前一项、后一项"], ["Home End", "第一项、最后一项"], ["Esc", "关闭，回到按钮"]];
  var HELP = [
    ["各页", [
      ["?", "本说明"],
      ["/ 或 S、F", "检索"],
      ["P 或 ,", "前一栏目"],
      ["N 或 .", "后一栏目"],
      ["Tab、Shift + Tab", "后一个、前一个链接或按钮"],
      ["Enter", "打开链接，按下按钮"],
      ["Esc", "关闭打开的部分"],
    ], "body"],
    ["检索", [["↑ ↓", "前一项、后一项结果"], ["Enter", "打开结果"], ["Esc", "关闭"]], "body"],
    ["词语", [["↓", "进入词语的卡片"], ["Esc", "关闭卡片"]], "a.term"],
    ["菜单：引用、注音、打印", MENU, ".tools"],
    ["放映", [
      ["→ ←", "后一节、前一节"],
      ["空格、PageDown", "下翻，到底则后一节"],
      ["Shift + 空格、PageUp", "上翻，到顶则前一节"],
      ["Home End", "第一节、最后一节"],
      ["F", "全屏"],
      ["Esc", "结束"],
    ], '[data-tool="present"]'],
  ];

  function element(name, content) {
    var made = document.createElement(name);
    made.append.apply(made, [].concat(content));
    return made;
  }

  var dialog = null;

  function made() {
    var shown = element("dialog", element("h2", "键盘操作"));
    shown.className = "keys-help md-typeset";
    shown.setAttribute("aria-label", "键盘操作");
    HELP.forEach(function (group) {
      if (!document.querySelector(group[2])) return;
      var list = element("dl", []);
      group[1].forEach(function (row) { list.append(element("dt", element("kbd", row[0])), element("dd", row[1])); });
      shown.append(element("h3", group[0]), list);
    });
    var box = document.createElement("input");
    box.type = "checkbox";
    box.checked = !off;
    box.addEventListener("change", function () {
      off = !box.checked;
      try { localStorage.setItem(KEY, off ? "off" : "on"); } catch (refused) { /* not kept, but works */ }
    });
    var close = element("button", "关闭");
    close.type = "button";
    close.addEventListener("click", function () { shown.close(); });
    shown.append(element("p", element("label", [box, " 使用单个字符的快捷键"])), close);
    shown.addEventListener("click", function (event) { if (event.target === shown) shown.close(); }); // beside it
    document.body.append(shown);
    return shown;
  }

  function help() {
    dialog = dialog || made();
    if (!dialog.open) dialog.showModal();
  }

  /* Before the theme, which listens to the window as well. */
  window.addEventListener("keydown", function (event) {
    if (dialog && dialog.open) {
      event.stopPropagation();
      return;
    }
    if (event.key.length !== 1 || event.key === " " || event.ctrlKey || event.metaKey || event.altKey || typing(event)) return;
    if (off) event.stopImmediatePropagation();
    else if (event.key === "?" || event.key === "？") {
      event.preventDefault();
      help();
    }
  }, true);

  var button = document.querySelector(".keys-button");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", help);
  }

  // --- motion ------------------------------------------------------------------------------------

  /* The theme scrolls its outline smoothly by script, which style sheets cannot forbid. */
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    var scroll = Element.prototype.scrollTo;
    Element.prototype.scrollTo = function (options) {
      if (options && options.behavior === "smooth") options = { top: options.top, left: options.left };
      return scroll.apply(this, arguments.length === 1 ? [options] : arguments);
    };
  }
})();
