/* The field above an index of terms: narrows it by characters, pinyin or initials; the query is in the address (?filter=; ?q= opens the search dialog). */
(function () {
  "use strict";

  var index = document.querySelector(".term-index:not(.brief)");
  if (!index) return;

  var label = document.createElement("label");
  label.className = "term-filter";
  var field = document.createElement("input");
  field.type = "search";
  field.placeholder = "六问 / liuwen / lw";
  field.autocomplete = "off";
  field.spellcheck = false;
  var status = document.createElement("span");
  status.className = "count";
  status.setAttribute("role", "status");
  label.append("筛选 ", field, " ", status);
  index.querySelector(".index-ways").after(label);

  var groups = Array.from(index.querySelectorAll(".term-group")).map(function (group) {
    return {
      element: group,
      entries: Array.from(group.querySelectorAll("li")).map(function (item) {
        var link = item.querySelector("a.term");
        var keys = link.dataset.find.split(" ");
        return {
          element: item,
          reading: keys[0],
          initials: keys[1],
          wordings: [link.textContent].concat(keys.slice(2)).map(bare),
        };
      }),
    };
  });

  /* Blanks, punctuation and tone marks out, ü and u: as v; what is left is Han characters, letters, digits. */
  function bare(text) {
    return text.toLowerCase().replace(/ü|u:/g, "v").normalize("NFD").replace(/u\u0308/g, "v")
      .replace(/[^\p{L}\p{N}]/gu, "").normalize("NFC");
  }

  function fits(entry, query) {
    return entry.reading.includes(query) || entry.initials.startsWith(query) ||
      entry.wordings.some(function (wording) { return wording.includes(query); });
  }

  function narrow() {
    var query = bare(field.value);
    var count = 0;
    groups.forEach(function (group) {
      var shown = 0;
      group.entries.forEach(function (entry) {
        var fit = fits(entry, query);
        entry.element.hidden = !fit;
        shown += fit;
      });
      group.element.hidden = !shown;
      count += shown;
    });
    index.classList.toggle("narrowed", query !== "");
    status.textContent = query && (count ? count + " 条" : "没有这样的词语");
    var address = new URL(location.href);
    if (field.value) address.searchParams.set("filter", field.value);
    else address.searchParams.delete("filter");
    history.replaceState(null, "", address);
  }

  field.value = new URLSearchParams(location.search).get("filter") || "";
  if (field.value) narrow();
  field.addEventListener("input", narrow);
})();
