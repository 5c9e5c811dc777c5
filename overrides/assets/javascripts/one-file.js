/* A site in one file: its scripts run as on its pages, its addresses become places of this page.
 *
 * #one-file-pages names the pages that are here, each with the id of its chapter; Notices.script, set before each
 * script, is where that script would lie on the site. An id is that of the page, `--` and the id of the chapter.
 */
(function () {
  "use strict";

  const TOP = new URL("./", location.href); // where the site would lie
  const list = /** @type {HTMLElement} */ (document.getElementById("one-file-pages"));
  /** @type {Record<string, string>} */
  const pages = JSON.parse(list.textContent || "{}");

  Object.defineProperty(document, "currentScript", {
    get() { return { src: new URL(Notices.script, TOP).href }; },
  });

  /** The place of this page that an address of the site means: {id, marks}; null: not an address of the site;
   * undefined: of a page that is not here.
   * @param {URL} address */
  function place(address) {
    if (!address.href.startsWith(TOP.href)) return null;
    const file = decodeURIComponent(address.pathname.slice(TOP.pathname.length));
    if (address.pathname === location.pathname) return null;
    if (!(file in pages)) return undefined;
    const id = decodeURIComponent(address.hash.slice(1));
    return {
      id: id ? `${id}--${pages[file]}` : pages[file],
      marks: address.searchParams.getAll("at"),
    };
  }

  /** Scripts make links to pages of the site: each becomes a link to its place here, or text.
   * @param {HTMLAnchorElement} link */
  function readdress(link) {
    const goal = place(new URL(link.href));
    if (goal === null) return;
    if (goal === undefined) {
      link.replaceWith(...link.childNodes);
      return;
    }
    link.href = `#${goal.id}`;
    if (goal.marks.length) link.dataset.at = goal.marks.join(" ");
  }

  new MutationObserver((changes) => {
    changes.forEach((change) => {
      change.addedNodes.forEach((node) => {
        if (!(node instanceof Element)) return;
        if (node instanceof HTMLAnchorElement && node.matches("a[href]")) readdress(node);
        node.querySelectorAll("a[href]").forEach(readdress);
      });
    });
  }).observe(document.body, { childList: true, subtree: true });

  /* A link to exact words marks them; what is folded opens. */
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="#"]');
    if (!link) return;
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    const folded = target.closest("details");
    if (folded) folded.open = true;
    const chapter = target.closest(".chapter");
    const suffix = chapter ? `--${chapter.id}` : "";
    const marks = (link.dataset.at || "").split(" ").filter(Boolean).map((mark) => mark.replace(/\.(?=\d+-\d+$)/, `${suffix}.`));
    if (marks.length) requestAnimationFrame(() => { Notices.markedWords.show(marks); });
  });

  /* Dark or light, as the system has it until the reader chooses. */
  const dark = /** @type {HTMLElement} */ (document.querySelector('.tools [data-tool="dark"]'));
  const system = matchMedia("(prefers-color-scheme: dark)");

  /** @param {boolean} on */
  function paint(on) {
    document.body.setAttribute("data-md-color-scheme", on ? "slate" : "default");
    dark.setAttribute("aria-pressed", String(on));
  }

  paint(system.matches);
  system.addEventListener("change", () => { paint(system.matches); });
  dark.addEventListener("click", () => { paint(dark.getAttribute("aria-pressed") !== "true"); });
})();
