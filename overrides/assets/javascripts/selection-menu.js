/* Words selected in a notice offer what can be done with them: 复制引用 · 查词 · 检索. */
(function () {
  "use strict";

  const article = document.querySelector(".md-content__inner");
  if (!article || !document.querySelector(".document > .text") || !Notices.citations) return;
  const page = article;
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const TOP = new URL("../../", src); // the top of the site
  const GAP = 8; // pixels between the words and the menu
  const AT_REST = 250; // ms without a change: the selection is made
  const LONGEST_QUERY = 60; // characters that one would look for

  const menu = document.createElement("div");
  menu.className = "selection-menu";
  menu.setAttribute("role", "toolbar");
  menu.setAttribute("aria-label", "选中的文字");
  menu.hidden = true;
  page.append(menu);

  /** The longest term that the selection touches.
   * @param {Range} range */
  function termIn(range) {
    const touched = Array.from(document.querySelectorAll(".text :is(.term, .term-again)")).filter((term) => range.intersectsNode(term));
    const longest = touched.sort((one, other) => (other.textContent || "").length - (one.textContent || "").length)[0];
    if (longest instanceof HTMLAnchorElement) return longest.href;
    return longest && longest.dataset.term ? new URL(`glossary/${longest.dataset.term}.html`, TOP).href : "";
  }

  /** @param {string} name @param {() => void} action */
  function button(name, action) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = name;
    element.addEventListener("mousedown", (event) => { event.preventDefault(); }); // keeps the selection
    element.addEventListener("click", () => {
      menu.hidden = true;
      action();
    });
    return element;
  }

  /** @param {string} name @param {string} href */
  function link(name, href) {
    const element = document.createElement("a");
    element.textContent = name;
    element.href = href;
    return element;
  }

  function show() {
    const selected = Notices.blockText.selected();
    const selection = window.getSelection();
    menu.hidden = true;
    if (!selected || !selection || !selected.words.trim()) return;
    const range = selection.getRangeAt(0);
    const { words, places } = selected;
    const id = places[0].replace(/\.\d+-\d+$/, "");
    const url = Notices.citations.address(id, places);
    const term = termIn(range);
    const query = words.replace(/\s+/g, "");
    const search = new URL("search/index.html", TOP);
    search.searchParams.set("find", query);
    menu.replaceChildren(
      button("复制引用", () => {
        const [[, official]] = Notices.citations.of(document.getElementById(id), url);
        Notices.popupMenu.copy(`“${words}”\n——${official}\n${url}`);
      }),
      ...(term ? [link("查词", term)] : []),
      ...(query.length <= LONGEST_QUERY ? [link("检索", search.href)] : [])
    );
    menu.hidden = false;
    const around = page.getBoundingClientRect();
    const boxes = range.getClientRects();
    const last = boxes[boxes.length - 1] || range.getBoundingClientRect();
    menu.style.top = `${last.bottom - around.top + GAP}px`;
    menu.style.left = `${Math.max(0, Math.min(last.right - around.left - menu.offsetWidth, around.width - menu.offsetWidth))}px`;
  }

  let timer = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(show, AT_REST);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") menu.hidden = true;
  });
})();
