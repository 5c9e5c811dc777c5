/* The field above an index of terms: narrows it by characters, pinyin or initials; the query is in the address (?filter=; ?q= opens the search dialog). */
(function () {
  "use strict";

  const index = document.querySelector(".term-index:not(.brief)");
  if (!index) return;

  const label = document.createElement("label");
  label.className = "term-filter";
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = "汉字、拼音或首字母";
  field.autocomplete = "off";
  field.spellcheck = false;
  const status = document.createElement("span");
  status.className = "count";
  status.setAttribute("role", "status");
  label.append("筛选 ", field, " ", status);
  const ways = /** @type {HTMLElement} */ (index.querySelector(".index-ways"));
  ways.after(label);

  const groups = Array.from(index.querySelectorAll(".term-group")).map((group) => ({
    element: group,
    entries: Array.from(group.querySelectorAll("li")).map(entryOf),
  }));

  /** What an entry is found by: data-find="READING INITIALS WORDING …" of its link, and the words of the link.
   * @param {HTMLElement} item */
  function entryOf(item) {
    const link = /** @type {HTMLAnchorElement} */ (item.querySelector("a.term"));
    const [reading, initials, ...variants] = (link.dataset.find || "").split(" ");
    return { element: item, reading, initials, wordings: [link.textContent || "", ...variants].map(bare) };
  }

  /** Leaves Han characters, letters and digits of a text: no blanks, punctuation or tone marks; ü and u: become v.
   * @param {string} text */
  function bare(text) {
    return text.toLowerCase().replace(/ü|u:/g, "v").normalize("NFD").replace(/u\u0308/g, "v")
      .replace(/[^\p{L}\p{N}]/gu, "").normalize("NFC");
  }

  /** @param {ReturnType<typeof entryOf>} entry @param {string} query */
  function fits(entry, query) {
    return entry.reading.includes(query) || entry.initials.startsWith(query) ||
      entry.wordings.some((wording) => wording.includes(query));
  }

  const narrow = () => {
    const query = bare(field.value);
    let count = 0;
    groups.forEach((group) => {
      let shown = 0;
      group.entries.forEach((entry) => {
        const fit = fits(entry, query);
        entry.element.hidden = !fit;
        if (fit) shown++;
      });
      group.element.hidden = !shown;
      count += shown;
    });
    index.classList.toggle("narrowed", query !== "");
    status.textContent = query && (count ? `${count} 条` : "没有这样的词语");
    const address = new URL(location.href);
    if (field.value) address.searchParams.set("filter", field.value);
    else address.searchParams.delete("filter");
    history.replaceState(null, "", address);
  };

  field.value = new URLSearchParams(location.search).get("filter") || "";
  if (field.value) narrow();
  field.addEventListener("input", narrow);
})();
