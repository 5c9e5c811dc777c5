/* Documents of the search data: the symbols of their texts, and where in their paragraphs matches stand. */
(function (search) {
  "use strict";

  const BREAK = "\n"; // as in scripts/notice_site/search_index/records.py
  const MOST_MARKS = 20; // in one address, which stays well below the 2,000 characters that every program takes
  const STOP = /[。！？!?]/g;
  const TITLE = -1; // in place of the number of a passage
  const FIRST_WORDS = 16; // characters that name a document without title: most sentences differ within them

  /* The data count characters, strings count UTF-16 units, of which 𠮷 has two. */
  /** @param {string} text @param {number} units */
  const characters = (text, units) => Array.from(text.slice(0, units)).length;
  /** @param {string} text @param {number} count */
  const unitsOf = (text, count) => Array.from(text).slice(0, count).join("").length;

  /** The place in a rising list of the last number that is not above `place`; -1 where there is none.
   * @param {number[]} numbers @param {number} place */
  function lastUpTo(numbers, place) {
    let low = 0;
    let high = numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[middle] <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Where sentences of a text end, in units.
   * @param {string} text */
  function stops(text) {
    /** @type {number[]} */
    const places = [];
    text.replace(STOP, (stop, at) => {
      places.push(at);
      return stop;
    });
    return places;
  }

  /* One document of a volume; `number` counts from the newest. */
  class Text {
    /** @param {RecordValues} values @param {number} number
     * @param {Pick<Volume, "name" | "address" | "folding" | "fields">} volume */
    constructor(values, number, { name, address, folding, fields }) {
      const stored = /** @type {StoredRecord} */ (Object.fromEntries(fields.map((field, i) => [field, values[i]])));
      /** @type {TextRecord} */
      const record = { ...stored, url: address + stored.url, volume: name };
      this.record = record;
      this.number = number;
      this.folding = folding;
      /** @type {Spoken} */
      this.spoken = new Map();
      for (let i = 0; i < record.spoken.length; i += 2) {
        this.spoken.set(Number(record.spoken[i]), search.reading(String(record.spoken[i + 1])));
      }
      const runsOn = new Set(record.runs_on);
      const title = folding.symbols(record.title);
      const pieces = [title];
      /** @type {number[]} */
      this.starts = []; // of each passage in the stream
      /** @type {number[] | null} */
      this.paragraphs = null; // where they start, once somebody asks
      /** @type {number[] | null} */
      this.sentences = null;
      /** @type {ProposedReading[] | null} */
      this.proposals = null;
      /** @type {{ passage: number, places: Span[] } | null} */
      this.placed = null;
      let at = title.length;
      record.texts.forEach((text, passage) => {
        if (!runsOn.has(passage)) {
          pieces.push(BREAK);
          at++;
        }
        const symbols = folding.symbols(text);
        this.starts.push(at);
        pieces.push(symbols);
        at += symbols.length;
      });
      this.stream = pieces.join("");
    }

    /** The number of the passage in which a place of the stream lies, or TITLE.
     * @param {number} place */
    passageAt(place) {
      return lastUpTo(this.starts, place);
    }

    /** The number of the paragraph in which a place lies; points that run on (一是…二是…) are one with what is before.
     * @param {number} place */
    paragraphAt(place) {
      this.paragraphs = this.paragraphs || this.starts.filter((_, passage) => !this.record.runs_on.includes(passage));
      return lastUpTo(this.paragraphs, place);
    }

    /** The number of the paragraph of a passage; the title is one of its own.
     * @param {number} passage */
    paragraphOf(passage) {
      return passage === TITLE ? TITLE : this.paragraphAt(this.starts[passage]);
    }

    /** The number of the sentence in which a place lies; sentences end with 。！？ and with the paragraph.
     * @param {number} place */
    sentenceAt(place) {
      this.sentences = this.sentences || this.sentenceStarts();
      return lastUpTo(this.sentences, place);
    }

    sentenceStarts() {
      const runsOn = new Set(this.record.runs_on);
      return this.record.texts.flatMap((text, passage) => {
        const places = this.folding.places(text);
        let count = 0;
        const behind = stops(text).map((stop) => {
          while (count < places.length && places[count][0] < stop) count++;
          return count;
        });
        const start = this.starts[passage];
        return [...(runsOn.has(passage) ? [] : [start]), ...behind.map((symbols) => start + symbols)];
      });
    }

    /** The characters of the text for a part of the stream that lies in one passage, punctuation among them.
     * @param {number} start @param {number} end */
    characters(start, end) {
      const passage = this.passageAt(start);
      const text = this.textOf(passage);
      const places = this.placesIn(passage);
      const at = passage === TITLE ? 0 : this.starts[passage];
      return text.slice(places[start - at][0], places[Math.min(end - at, places.length) - 1][1]);
    }

    /** What stands between the symbol before a place and the one that is there, as a rule nothing; a line break where
     * another passage begins.
     * @param {number} place */
    gap(place) {
      const passage = this.passageAt(place);
      const at = place - (passage === TITLE ? 0 : this.starts[passage]);
      const places = this.placesIn(passage);
      if (!at || at > places.length) return "\n";
      return this.textOf(passage).slice(places[at - 1][1], at < places.length ? places[at][0] : undefined);
    }

    /** Where the symbols of a passage stand; those of the last one that was asked for are kept.
     * @param {number} passage */
    placesIn(passage) {
      if (!this.placed || this.placed.passage !== passage) {
        this.placed = { passage, places: this.folding.places(this.textOf(passage)) };
      }
      return this.placed.places;
    }

    /** @param {number} passage */
    textOf(passage) {
      return passage === TITLE ? this.record.title : this.record.texts[passage];
    }

    /** The title; of a document without one its first words, which tell it from others: 无标题文件（“各单位要认真组织……”）. */
    name() {
      const { title, texts } = this.record;
      if (title) return title;
      const words = (texts.find(Boolean) || "").trim();
      const start = Array.from(words).slice(0, FIRST_WORDS).join("");
      return start ? `无标题文件（“${start}${start.length < words.length ? "……" : ""}”）` : "无标题文件";
    }

    /** The passages as editors propose to read them, where that differs: 鄢陵 for 郟陵. */
    readings() {
      this.proposals = this.proposals || this.record.proposed.map(([passage, before, after]) => {
        const own = this.folding.symbols(this.record.texts[passage]);
        const other = this.folding.symbols(this.record.texts[passage].replace(before, () => after));
        let first = 0;
        while (first < own.length && own[first] === other[first]) first++;
        let last = 0;
        while (last < Math.min(own.length, other.length) - first && own[own.length - 1 - last] === other[other.length - 1 - last]) last++;
        return { at: this.starts[passage], stream: other, first, last, longer: other.length - own.length };
      });
      return this.proposals;
    }

    /** Where the text stands that a proposed reading answers with a match: what is read otherwise, and all around it.
     * @param {ProposedReading} reading @param {Match} match @returns {Match[]} */
    proposedMatch({ at, stream, first, last, longer }, { start, end }) {
      const change = stream.length - last; // where the words are again those of the text
      if (end <= first || start >= Math.max(change, first + 1)) return [];
      const from = Math.min(start, first);
      const to = Math.max(end >= change ? end - longer : change - longer, from + 1);
      return [{ start: at + from, end: at + to, tier: search.NUMERAL, isProposed: true }];
    }

    /** Matches by the passage in which each begins: [{passage, tier, headed, ranges}], in reading order. `ranges` are
     * parts of the passage's text (UTF-16 units, end excluded), apart from each other; `headed` says that one lies
     * wholly in the title or in a heading. A match that runs on into the next point ends here with the passage.
     * @param {Match[]} matches */
    hits(matches) {
      /** @type {Map<number, Match[]>} */
      const byPassage = new Map();
      for (const match of matches) {
        const passage = this.passageAt(match.start);
        const others = byPassage.get(passage);
        if (others) others.push(match);
        else byPassage.set(passage, [match]);
      }
      return [...byPassage].sort(([a], [b]) => a - b).map(([passage, inside]) => this.hit(passage, inside));
    }

    /** @param {number} passage @param {Match[]} matches @returns {Hit} */
    hit(passage, matches) {
      const start = passage === TITLE ? 0 : this.starts[passage];
      const places = this.placesIn(passage);
      const heading = passage === TITLE ? Infinity : unitsOf(this.textOf(passage), this.record.headings[passage]);
      const tier = Math.min(...matches.map((match) => match.tier));
      // What only sounds like the query is not marked beside what answers it.
      const meant = tier < search.FUZZY ? matches.filter((match) => match.tier < search.FUZZY) : matches;
      /** @type {Span[]} */
      const ranges = [];
      let headed = false;
      for (const match of meant) {
        const from = places[match.start - start][0];
        const to = places[Math.min(match.end - start, places.length) - 1][1];
        headed = headed || (match.tier === tier && match.end - start <= places.length && to <= heading);
        const last = ranges[ranges.length - 1];
        if (last && from < last[1]) last[1] = Math.max(last[1], to);
        else ranges.push([from, to]);
      }
      return { passage, tier, headed, ranges, isProposed: meant.every(({ isProposed }) => isProposed) };
    }

    /** The headings above a passage, outermost first: ["一、把握总体要求", "（一）指导思想"].
     * @param {number} passage */
    sectionsOf(passage) {
      const { blocks, headings, texts } = this.record;
      /** @type {string[]} */
      const sections = [];
      for (let block = this.above(blocks[passage]); block; block = this.above(block)) {
        const at = blocks.indexOf(block);
        if (at >= 0) sections.unshift(texts[at].slice(0, headings[at] ? unitsOf(texts[at], headings[at]) : texts[at].length));
      }
      return sections;
    }

    /** The block that a block stands under: ids say it (sec_1__p_2 is in sec_1), or the record does where they do not.
     * @param {string} block */
    above(block) {
      if (!block) return "";
      const outer = this.record.sections[block];
      return outer === undefined ? block.slice(0, Math.max(0, block.lastIndexOf("__"))) : outer;
    }

    /** The address of a passage, relative to the top of the site; its page marks the ranges. A title has no fragment:
     * the theme takes an address without one for the document itself.
     * @param {number} passage @param {Span[]} ranges */
    address(passage, ranges) {
      const { url, blocks, title_block: titleBlock } = this.record;
      const page = url.replace(/#.*/, "");
      const block = passage === TITLE ? titleBlock : blocks[passage];
      if (!block) return url;
      const text = this.textOf(passage);
      const marks = ranges
        .slice(0, MOST_MARKS)
        .map(([from, to]) => `at=${encodeURIComponent(block)}.${characters(text, from)}-${characters(text, to)}`);
      const place = passage === TITLE ? "" : `#${encodeURIComponent(block)}`;
      if (!marks.length) return page + place;
      return `${page}?${marks.join("&")}${place}`;
    }
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ BREAK, TITLE, Text }));
})(Notices.search);
