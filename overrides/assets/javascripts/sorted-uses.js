/* All uses of a term in one list, sorted by what stands left or right of it. Without scripts they stand by document.
 *
 * The order is in the address: ?sort=left. Each line then names its document.
 */
(function () {
  "use strict";

  const FEWEST = 3; // uses from which on an order helps
  const NAME = 12; // characters of the name of a document at the end of a line
  const uses = /** @type {HTMLElement | null} */ (document.querySelector(".uses"));
  if (!uses) return;
  const lines = Array.from(uses.querySelectorAll("ul.concordance li"));
  if (lines.length < FEWEST) return;

  const words = new Intl.Collator("zh-CN", { numeric: true });
  const NOT_A_WORD = /[^\p{L}\p{N}]/gu;
  const ORDERS = [["", "按文件"], ["left", "按左侧的字"], ["right", "按右侧的字"]];

  /** The words beside the term, the nearest first, without punctuation.
   * @param {Element} line @param {string} side */
  function key(line, side) {
    const left = (line.querySelector(".left") || line).textContent || "";
    const keyword = (line.querySelector(".key") || line).textContent || "";
    const tail = (line.querySelector(".tail") || line).textContent || "";
    const beside = side === "left" ? Array.from(left).reverse().join("") : tail.slice(keyword.length);
    return beside.replace(NOT_A_WORD, "");
  }

  /** The name of the document of a line, short.
   * @param {Element} line */
  function source(line) {
    /** @type {Element | null} */
    let before = line.parentElement;
    while (before && !before.matches("p.source")) before = before.previousElementSibling;
    const name = (before instanceof HTMLElement && before.dataset.name) || "";
    return Array.from(name).length > NAME ? `${Array.from(name).slice(0, NAME).join("")}…` : name;
  }

  const sorted = document.createElement("ul");
  sorted.className = "concordance sorted";
  sorted.hidden = true;
  uses.after(sorted);

  const choice = document.createElement("div");
  choice.className = "uses-order";
  choice.setAttribute("role", "group");
  choice.setAttribute("aria-label", "用例的次序");
  const buttons = ORDERS.map(([order, name]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", () => { show(order); });
    choice.append(button);
    return button;
  });
  uses.before(choice);

  /** @param {string} order */
  function show(order) {
    buttons.forEach((button, number) => { button.setAttribute("aria-pressed", String(ORDERS[number][0] === order)); });
    /** @type {HTMLElement} */ (uses).hidden = Boolean(order);
    sorted.hidden = !order;
    if (order) {
      const copies = lines.map((line) => {
        const copy = /** @type {HTMLElement} */ (line.cloneNode(true));
        const where = copy.querySelector(".where");
        if (where) where.textContent = [source(line), where.textContent].filter(Boolean).join("　");
        return { copy, near: key(line, order) };
      });
      copies.sort((a, b) => words.compare(a.near, b.near));
      sorted.replaceChildren(...copies.map(({ copy }) => copy));
    }
    const url = new URL(location.href);
    if (order) url.searchParams.set("sort", order);
    else url.searchParams.delete("sort");
    if (url.href !== location.href) history.replaceState(null, "", url);
  }

  const asked = new URLSearchParams(location.search).get("sort") || "";
  show(ORDERS.some(([order]) => order === asked) ? asked : "");
})();
