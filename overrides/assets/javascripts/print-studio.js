/* The dialog 打印: what of the page is printed, with the page behind it as it will stand on paper.
 *
 * The choices are classes of the root (print-notes, print-terms, …), which print.css reads; 拼音 puts it over the text.
 */
(function () {
  "use strict";

  const found = document.querySelector(".md-content__inner");
  if (!found) return;
  const article = found;
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = document.documentElement;
  const HEADING_LENGTH = 24; // characters of a heading in the list of sections

  /** What can be added to the text, each with a selector for what a page must have for it.
   * @type {[name: string, option: string, where: string][]} */
  const OPTIONS = [
    ["校注", "print-notes", ".document"],
    ["拼音", "", '.tools [data-tool="pinyin"]:not([hidden])'],
    ["词语", "print-terms", ".terms-of-page"],
    ["时间与任务", "print-times", ".times-of-page, .tasks-of-page, .margin-list"],
    ["相同文字与引用", "print-related", ".shared-of-page, .citations-of-page"],
    ["网址", "print-address", ".imprint"],
  ];

  const preview = document.createElement("link");
  preview.rel = "stylesheet";
  preview.href = new URL("../stylesheets/print-preview.css", src).href;

  const dialog = document.createElement("dialog");
  dialog.className = "print-studio";
  dialog.setAttribute("aria-label", "打印");
  const title = document.createElement("h2");
  title.textContent = "打印";
  const form = document.createElement("form");
  form.method = "dialog";
  const fields = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = "内容";
  fields.append(legend);
  form.append(title, ...sections(), fields, actions());
  dialog.append(form);
  document.body.append(dialog);

  /** @param {string} name @param {boolean} isOn @param {((isOn: boolean) => void) | null} choose */
  function tick(name, isOn, choose) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = isOn;
    box.disabled = !choose;
    if (choose) box.addEventListener("change", () => { choose(box.checked); });
    label.append(box, ` ${name}`);
    fields.append(label);
    return box;
  }

  tick(document.querySelector(".document") ? "正文" : "本页内容", true, null);
  let hasAddedPinyin = false;
  /** @type {HTMLElement | null} */
  let opener = null; // the button that gets the focus back
  OPTIONS.filter(([, , where]) => article.querySelector(where)).forEach(([name, option]) => {
    if (option) {
      tick(name, root.classList.contains(option), (isOn) => { root.classList.toggle(option, isOn); });
      return;
    }
    tick(name, root.classList.contains("has-pinyin"), (isOn) => {
      hasAddedPinyin = isOn;
      Notices.toolbar.load("pinyin", () => { Notices.pinyin.whole(isOn); });
    });
  });

  /** The list of sections, of which one can be printed alone; nothing where there are none. */
  function sections() {
    const headings = Array.from(article.querySelectorAll(".text .section")).filter((heading) => heading.matches("h2, h3"));
    if (!headings.length) return [];
    const label = document.createElement("label");
    const choice = document.createElement("select");
    const names = headings.map((heading) => {
      const words = Notices.blockText.read(heading).replace(/[。．：；;:]$/, "");
      const shortened = words.length > HEADING_LENGTH ? `${words.slice(0, HEADING_LENGTH)}…` : words;
      return heading.matches("h2") ? shortened : `\u3000${shortened}`;
    });
    ["全文", ...names].forEach((name, number) => {
      const option = document.createElement("option");
      option.textContent = name;
      option.value = String(number);
      choice.append(option);
    });
    choice.addEventListener("change", () => { Notices.printing.choose(headings[Number(choice.value) - 1] || null); });
    label.append("范围", choice);
    return [label];
  }

  function actions() {
    const line = document.createElement("p");
    const print = document.createElement("button");
    const close = document.createElement("button");
    line.className = "actions";
    print.type = "button";
    print.textContent = "打印";
    print.addEventListener("click", () => { window.print(); });
    close.type = "submit";
    close.textContent = "关闭";
    line.append(print, close);
    return line;
  }

  dialog.addEventListener("close", () => {
    root.classList.remove("print-preview");
    article.inert = false;
    preview.remove();
    Notices.printing.choose(null);
    Notices.printing.fold();
    if (hasAddedPinyin) Notices.pinyin.whole(false);
    if (opener) opener.focus({ preventScroll: true }); // it was not there while the page stood as on paper
  });

  Notices.printStudio = {
    open(button) {
      opener = button;
      Notices.printing.unfold();
      document.head.append(preview);
      root.classList.add("print-preview");
      article.inert = true; // a picture of the paper, on which links are no links
      dialog.showModal();
    },
  };
})();
