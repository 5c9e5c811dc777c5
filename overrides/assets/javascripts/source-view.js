/* The switch 原貌: the text as read or as received. The state is in the address (?view=source), Back goes back.
 *
 * The lines come from notices/lines/PAGE.js, a classic script that calls sourceLines([[number, text], …]) and is loaded
 * when they are asked for.
 */
(function () {
  "use strict";

  var button = document.querySelector('.tools [data-tool="source"]');
  var source = document.querySelector("details.source-text");
  if (!button || !source) {
    if (button) button.hidden = true;
    return;
  }
  var root = document.documentElement;
  var waiting = []; // what to do when the lines have come; null once they are there

  function load(then) {
    if (!waiting) return then();
    waiting.push(then);
    if (waiting.length > 1) return;
    var script = document.createElement("script");
    script.src = new URL(location.pathname.replace(/([^/]+)\.html$/, "lines/$1.js"), location.href).href;
    script.onerror = function () { waiting = []; script.remove(); }; // the link to the file stays
    window.sourceLines = fill;
    document.head.append(script);
  }

  /* The first line of each number bears its id; numbers that are left out are left out. */
  function fill(lines) {
    var list = document.createElement("ol");
    var last = 0;
    lines.forEach(function (line) {
      var item = document.createElement("li");
      if (line[0] !== last) item.id = "L" + line[0];
      if (line[0] !== last + 1) item.value = line[0];
      item.textContent = line[1];
      list.append(item);
      last = line[0];
    });
    source.append(list);
    var ready = waiting;
    waiting = null;
    ready.forEach(function (then) { then(); });
    if (/^#L\d+$/.test(location.hash)) location.replace(location.hash); // now there is a line to mark
  }

  source.addEventListener("toggle", function () {
    if (source.open && waiting) load(function () {});
  });

  function shown() {
    return new URLSearchParams(location.search).get("view") === "source";
  }

  /* The source lines of the first piece of text below the page's head: [first, last], or null. */
  function linesInView() {
    var pieces = Array.from(document.querySelectorAll(".text [data-lines]"));
    var piece = pieces.find(function (element) { return element.getBoundingClientRect().bottom > 90; });
    return piece && piece.dataset.lines.split("-").map(Number);
  }

  function lineInView() {
    var lines = Array.from(source.querySelectorAll("li"));
    var line = lines.find(function (element) { return element.getBoundingClientRect().bottom > 90; });
    return line && Number(line.id.slice(1));
  }

  function pieceOf(line) {
    return Array.from(document.querySelectorAll(".text [data-lines]")).find(function (element) {
      var lines = element.dataset.lines.split("-").map(Number);
      return lines[0] <= line && line <= (lines[1] || lines[0]);
    });
  }

  function show(keepPlace) {
    var on = shown();
    var wasOn = root.classList.contains("view-source");
    var lines = keepPlace && !wasOn && linesInView();
    var line = keepPlace && wasOn && lineInView();
    var deep = window.scrollY > 400;
    root.classList.toggle("view-source", on);
    button.setAttribute("aria-pressed", String(on));
    source.open = on;
    function go(goal) {
      if (goal && on !== wasOn && deep) goal.scrollIntoView();
    }
    if (!on) go(line && pieceOf(line));
    else load(function () { go(lines && document.getElementById("L" + lines[0])); });
  }

  button.addEventListener("click", function () {
    var address = new URL(location.href);
    if (shown()) address.searchParams.delete("view");
    else address.searchParams.set("view", "source");
    address.hash = "";
    history.pushState(null, "", address);
    show(true);
  });
  window.addEventListener("popstate", function () { show(true); });
  window.addEventListener("hashchange", function () {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!shown() || !target || !target.closest(".text, .notes, .document.inner")) return;
    var address = new URL(location.href);
    address.searchParams.delete("view");
    history.replaceState(null, "", address);
    show(false);
    target.scrollIntoView();
  });
  show(false);
})();
