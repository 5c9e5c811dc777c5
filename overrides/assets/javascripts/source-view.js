/* The switch 原貌: the text as read or as received. The state is in the address (?view=source), Back goes back. */
(function () {
  "use strict";

  var button = document.querySelector('.tools [data-tool="source"]');
  var source = document.querySelector("details.source-text");
  if (!button || !source) {
    if (button) button.hidden = true;
    return;
  }
  var root = document.documentElement;

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
    root.classList.toggle("view-source", on);
    button.setAttribute("aria-pressed", String(on));
    source.open = on;
    var goal = on ? lines && document.getElementById("L" + lines[0]) : line && pieceOf(line);
    if (goal && on !== wasOn && window.scrollY > 400) goal.scrollIntoView();
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
