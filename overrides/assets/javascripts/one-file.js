/* A site in one file: its scripts run as on its pages, its addresses become places of this page.
 *
 * #one-file-pages names the pages that are here, each with the id of its chapter; oneFile.script, set before each
 * script, is where that script would lie on the site. An id is that of the page, `--` and the id of the chapter.
 */
(function () {
  "use strict";

  var TOP = new URL("./", location.href); // where the site would lie
  var pages = JSON.parse(document.getElementById("one-file-pages").textContent);

  Object.defineProperty(document, "currentScript", {
    get: function () { return { src: new URL(oneFile.script, TOP).href }; },
  });

  /* The place of this page that an address of the site means: {id, marks}; null: not an address of the site;
     undefined: of a page that is not here. */
  function place(address) {
    if (!address.href.startsWith(TOP.href)) return null;
    var file = decodeURIComponent(address.pathname.slice(TOP.pathname.length));
    if (address.pathname === location.pathname) return null;
    if (!(file in pages)) return undefined;
    var id = decodeURIComponent(address.hash.slice(1));
    var behind = "--" + pages[file];
    return {
      id: id ? id + behind : pages[file],
      marks: address.searchParams.getAll("at"),
    };
  }

  /* Scripts make links to pages of the site: each becomes a link to its place here, or text. */
  function readdress(link) {
    var found = place(new URL(link.href));
    if (found === null) return;
    if (found === undefined) {
      link.replaceWith.apply(link, link.childNodes);
      return;
    }
    link.href = "#" + found.id;
    if (found.marks.length) link.dataset.at = found.marks.join(" ");
  }

  new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      change.addedNodes.forEach(function (node) {
        if (!(node instanceof Element)) return;
        if (node.matches("a[href]")) readdress(node);
        node.querySelectorAll("a[href]").forEach(readdress);
      });
    });
  }).observe(document.body, { childList: true, subtree: true });

  /* A link to exact words marks them; what is folded opens. */
  document.addEventListener("click", function (event) {
    var link = event.target instanceof Element && event.target.closest('a[href^="#"]');
    if (!link) return;
    var target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    var folded = target.closest("details");
    if (folded) folded.open = true;
    var behind = target.closest(".chapter") ? "--" + target.closest(".chapter").id : "";
    var marks = (link.dataset.at || "").split(" ").filter(Boolean).map(function (mark) {
      return mark.replace(/\.(?=\d+-\d+$)/, behind + ".");
    });
    if (marks.length) requestAnimationFrame(function () { window.markedWords.show(marks); });
  });

  /* Dark or light, as the system has it until the reader chooses. */
  var dark = document.querySelector('.tools [data-tool="dark"]');
  var system = matchMedia("(prefers-color-scheme: dark)");

  function paint(on) {
    document.body.setAttribute("data-md-color-scheme", on ? "slate" : "default");
    dark.setAttribute("aria-pressed", String(on));
  }

  paint(system.matches);
  system.addEventListener("change", function () { paint(system.matches); });
  dark.addEventListener("click", function () { paint(dark.getAttribute("aria-pressed") !== "true"); });
})();
