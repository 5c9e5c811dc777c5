/* The switch 原貌: the text as read or as received. The state is in the address (?view=source), Back goes back.
 *
 * The lines come from notices/lines/PAGE.js, a classic script that calls sourceLines([[number, text], …]) and is loaded
 * when they are asked for.
 */
(function () {
  "use strict";

  const button = document.querySelector('.tools [data-tool="source"]');
  const source = document.querySelector("details.source-text");
  if (!button || !source) {
    if (button) button.hidden = true;
    return;
  }
  const root = document.documentElement;
  let waiting = []; // what to do when the lines have come; null once they are there

  function load(then) {
    if (!waiting) return then();
    waiting.push(then);
    if (waiting.length > 1) return;
    const script = document.createElement("script");
    script.src = new URL(location.pathname.replace(/([^/]+)\.html$/, "lines/$1.js"), location.href).href;
    script.onerror = () => { waiting = []; script.remove(); }; // the link to the file stays
    window.sourceLines = fill;
    document.head.append(script);
  }

  /* The first line of each number bears its id; numbers that are left out are left out. */
  function fill(lines) {
    const list = document.createElement("ol");
    let last = 0;
    lines.forEach((line) => {
      const item = document.createElement("li");
      if (line[0] !== last) item.id = `L${line[0]}`;
      if (line[0] !== last + 1) item.value = line[0];
      item.textContent = line[1];
      list.append(item);
      last = line[0];
    });
    source.append(list);
    const ready = waiting;
    waiting = null;
    ready.forEach((then) => { then(); });
    if (/^#L\d+$/.test(location.hash)) location.replace(location.hash); // now there is a line to mark
  }

  source.addEventListener("toggle", () => {
    if (source.open && waiting) load(() => {});
  });

  function shown() {
    return new URLSearchParams(location.search).get("view") === "source";
  }

  /* The source lines of the first piece of text below the page's head: [first, last], or null. */
  function linesInView() {
    const pieces = Array.from(document.querySelectorAll(".text [data-lines]"));
    const piece = pieces.find((element) => element.getBoundingClientRect().bottom > 90);
    return piece && piece.dataset.lines.split("-").map(Number);
  }

  function lineInView() {
    const lines = Array.from(source.querySelectorAll("li"));
    const line = lines.find((element) => element.getBoundingClientRect().bottom > 90);
    return line && Number(line.id.slice(1));
  }

  function pieceOf(line) {
    return Array.from(document.querySelectorAll(".text [data-lines]")).find((element) => {
      const lines = element.dataset.lines.split("-").map(Number);
      return lines[0] <= line && line <= (lines[1] || lines[0]);
    });
  }

  function show(keepPlace) {
    const on = shown();
    const wasOn = root.classList.contains("view-source");
    const lines = keepPlace && !wasOn && linesInView();
    const line = keepPlace && wasOn && lineInView();
    const deep = window.scrollY > 400;
    root.classList.toggle("view-source", on);
    button.setAttribute("aria-pressed", String(on));
    source.open = on;
    function go(goal) {
      if (goal && on !== wasOn && deep) goal.scrollIntoView();
    }
    if (!on) go(line && pieceOf(line));
    else load(() => { go(lines && document.getElementById(`L${lines[0]}`)); });
  }

  button.addEventListener("click", () => {
    const address = new URL(location.href);
    if (shown()) address.searchParams.delete("view");
    else address.searchParams.set("view", "source");
    address.hash = "";
    history.pushState(null, "", address);
    show(true);
  });
  window.addEventListener("popstate", () => { show(true); });
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!shown() || !target || !target.closest(".text, .notes, .document.inner")) return;
    const address = new URL(location.href);
    address.searchParams.delete("view");
    history.replaceState(null, "", address);
    show(false);
    target.scrollIntoView();
  });
  show(false);
})();
