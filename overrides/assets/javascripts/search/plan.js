/* Says how a document answers what was typed, and which documents of an index can: as a whole, or by its several words. */
(function (search) {
  "use strict";

  const { EXACT, ALIKE, NUMERAL, UNFINISHED, LESSER, FUZZY, SENTENCE, PARAGRAPH, DOCUMENT, INITIALS, WRITTEN, EQUAL } = search;

  const TIERS = [EXACT, ALIKE, NUMERAL, UNFINISHED, LESSER, FUZZY];
  const INITIALS_INSIDE = 3; // letters; two of them stand inside many titles by chance
  const INITIALS_AT_START = 2;
  const PARTING = /[、，；：。,;:]/;
  /** @type {Spoken} */
  const NO_READINGS = new Map();
  /** @type {Candidates} */
  const NONE = { heads: [], all: [] };

  /* One wording to look for: as it was typed, the slogans that it names with other numerals, other ways to write its
     numbers or its date, and initials of titles. */
  class Wanted {
    /** @param {Query} query @param {TermMatch[]} terms @param {Lexicon} lexicon */
    constructor(query, terms, lexicon) {
      this.query = query;
      this.lexicon = lexicon;
      this.matcher = new search.Matcher(query, lexicon);
      /** @param {(term: TermMatch) => boolean} chosen */
      const wordings = (chosen) =>
        [...new Set(terms.filter(chosen).map(({ form, start, end }) => form.symbols.slice(start, end)))];
      this.slogans = wordings((term) => term.tier === NUMERAL).map((wording) => query.literally(wording, lexicon));
      this.alike = [...this.slogans, ...query.alike];
      // The terms that are read just so: their wording goes before others that are read alike.
      this.named = query.isLiteral ? [] : wordings(
        ({ tier, manner, place }) => tier === EXACT && manner === WRITTEN && place === EQUAL);
      this.byInitials = wordings(({ tier, manner, place }) => tier === EXACT && manner === INITIALS && place === EQUAL)
        .map((wording) => query.literally(wording, lexicon));
      this.mayBeInitials = search.initialLetters(query).some((letters) => letters.length > 1);
    }

    /** Where a document has the wording, in the order of its stream.
     * @param {SearchText} text */
    matches(text) {
      // A date is whatever is written otherwise, and itself.
      const matches = this.query.typedDate ? [] : wholeNumbers(this.query, text, this.matcher.find(text.stream, text.spoken));
      if (this.named.length) {
        for (const match of matches) {
          const isNamed = this.named.includes(text.stream.slice(match.start, match.end));
          if (match.tier === EXACT && !isNamed) match.tier = ALIKE;
        }
      }
      /** @param {number} start @param {number} end @param {Tier} tier */
      const add = (start, end, tier) => {
        if (!matches.some((match) => start === match.start && end === match.end)) matches.push({ start, end, tier });
      };
      for (const other of this.alike) {
        const found = wholeNumbers(other, text, new search.Matcher(other, this.lexicon).find(text.stream, text.spoken));
        for (const { start, end, tier } of found) add(start, end, Math.max(tier, NUMERAL));
      }
      for (const wording of this.query.wordings) {
        if (wording.year && !text.record.date.startsWith(wording.year)) continue;
        for (const [start, last] of search.placesOf(wording, text.stream)) {
          const end = wording.edited ? editedEnd(wording.edited, text, start, last) : last;
          if (wording.edited && isParted(wording.edited, text, start, end)) continue;
          const isMeant = wording.isWritten
            ? !goesOn(text, start) && !goesOn(text, end) && wording.isWritten(text.characters(start, end))
            : isWholeNumber(text, start, end);
          if (isMeant) add(start, end, wording.tier);
        }
      }
      for (const reading of text.readings()) {
        const inReading = this.matcher.find(reading.stream, NO_READINGS).filter(({ tier }) => tier < LESSER);
        for (const match of inReading.flatMap((found) => text.proposedMatch(reading, found))) {
          if (!matches.some(({ start, end }) => start < match.end && match.start < end)) matches.push(match);
        }
      }
      if (this.mayBeInitials) matches.push(...this.titleInitials(text));
      return matches.sort((a, b) => a.start - b.start || a.end - b.end);
    }

    /** The same for one word of several: not what only sounds like it, but the terms that its letters are initials of.
     * @param {SearchText} text */
    wordMatches(text) {
      const written = this.byInitials.flatMap((wording) => new search.Matcher(wording, this.lexicon).find(text.stream, text.spoken));
      return [...this.matches(text), ...written].filter(({ tier }) => tier < LESSER);
    }

    /** Initials of at least two syllables with which the title begins, or of three inside it.
     * @param {SearchText} text */
    titleInitials(text) {
      const title = text.stream.split(search.BREAK, 1)[0];
      const readings = [...title].map((symbol, i) => text.spoken.get(i) || this.lexicon.all(symbol)[0] || null);
      const form = { symbols: title, readings };
      /** @type {Match[]} */
      const matches = [];
      for (let start = 0; start < title.length; start++) {
        const shortest = start ? INITIALS_INSIDE : INITIALS_AT_START;
        for (const { end, manner, tier } of search.endings(form, this.matcher, start)) {
          if (manner === INITIALS && tier === EXACT && end - start >= shortest) matches.push({ start, end, tier: UNFINISHED });
        }
      }
      return matches;
    }

    /** See Index.candidates.
     * @param {SearchIndex} index @param {Tier} tier @returns {Promise<Candidates>} */
    async candidates(index, tier) {
      if (tier === NUMERAL) {
        const proposed = index.proposed(this.query);
        return merged([await this.literally(index, this.alike), await this.written(index, tier), { heads: proposed, all: proposed }]);
      }
      if (this.named.length && tier === EXACT) {
        return this.literally(index, this.named.map((wording) => this.query.literally(wording, this.lexicon)));
      }
      if (tier === ALIKE) return this.literally(index, this.named.length ? [this.query] : []);
      const read = this.query.typedDate ? NONE : await index.candidates(this.query, tier);
      return tier === UNFINISHED ? merged([read, await this.written(index, tier)]) : read;
    }

    /** Those that can hold it as one word of several.
     * @param {SearchIndex} index */
    async wordCandidates(index) {
      const tiers = await Promise.all([EXACT, ALIKE, NUMERAL, UNFINISHED].map((tier) => this.candidates(index, tier)));
      return merged([...tiers, await this.literally(index, this.byInitials)]).all;
    }

    /** @param {SearchIndex} index @param {Query[]} queries */
    async literally(index, queries) {
      return merged(await Promise.all(queries.map((query) => index.candidates(query, EXACT))));
    }

    /** Those that can hold one of the other wordings that answer so well.
     * @param {SearchIndex} index @param {Tier} tier */
    async written(index, tier) {
      const wordings = this.query.wordings.filter((wording) => wording.tier === tier);
      return merged(await Promise.all(wordings.map(async ({ parts, dates, year }) => {
        const found = merged(await Promise.all([...parts.map((part) => index.sequence(part)), index.dates(dates || [])]));
        if (!year || !found.all.length) return found;
        const dated = await index.dated(year);
        return { heads: search.intersection(found.heads, dated), all: search.intersection(found.all, dated) };
      })));
    }
  }

  /** The matches of a query of which the numbers are those of the text: 25 is no 2.5, 50% no 50. A number that goes on in
   * the text (36 in 136) answers less well.
   * @param {Query} query @param {SearchText} text @param {Match[]} matches */
  function wholeNumbers(query, text, matches) {
    if (!query.isLiteral) return matches;
    const { digits, points, percents, tokens: { length } } = query;
    return matches.flatMap((match) => {
      const { start, tier } = match;
      /** @param {number} i */
      const isPointed = (i) => search.isPoint(text.stream[start + i - 1], text.stream[start + i], text.gap(start + i));
      if (digits.some((i) => isPointed(i) !== points.includes(i))) return [];
      if (percents.some((i) => !/^[%％]/.test(text.gap(start + i + 1)))) return [];
      return [goesOn(text, start) || goesOn(text, start + length) ? { ...match, tier: Math.max(tier, UNFINISHED) } : match];
    });
  }

  /** Whether a wording that was written otherwise has no point inside its numbers, and none goes on beside it.
   * @param {SearchText} text @param {number} start @param {number} end */
  function isWholeNumber(text, start, end) {
    if (goesOn(text, start) || goesOn(text, end)) return false;
    for (let at = start + 1; at < end; at++) {
      if (/[0-9]{2}/.test(text.stream.slice(at - 1, at + 1)) && search.isPoint(text.stream[at - 1], text.stream[at], text.gap(at))) return false;
    }
    return true;
  }

  /** Where a wording with one edit ends: another last symbol behind a comma is none of it (督导卡、直 for 督导卡片).
   * @param {string} edited @param {SearchText} text @param {number} start @param {number} end */
  function editedEnd(edited, text, start, end) {
    const isCut = text.stream.slice(start, end - 1) === edited.slice(0, -1) && text.gap(end - 1);
    return isCut ? end - 1 : end;
  }

  /** Whether the symbol that was edited stands beside a mark that parts words: 中央、省委 is not near to 中央纪委.
   * @param {string} edited @param {SearchText} text @param {number} start @param {number} end */
  function isParted(edited, text, start, end) {
    let at = start;
    while (at < end && text.stream[at] === edited[at - start]) at++;
    return [at, at + 1].some((place) => place > start && place < end && PARTING.test(text.gap(place)));
  }

  /** @param {SearchText} text @param {number} at */
  function goesOn(text, at) {
    const [before, behind] = [text.stream[at - 1] || "", text.stream[at] || ""];
    return search.goesOn(before, behind, "") && search.goesOn(before, behind, text.gap(at));
  }

  /** @param {Candidates[]} lists @returns {Candidates} */
  function merged(lists) {
    /** @param {"heads" | "all"} name */
    const union = (name) => [...new Set(lists.flatMap((candidates) => candidates[name]))].sort((a, b) => a - b);
    return lists.length === 1 ? lists[0] : { heads: union("heads"), all: union("all") };
  }

  /* What a query asks of documents. `least` is how many of its words a document has to hold. */
  class Plan {
    /** @param {Query} query @param {(query: Query) => TermMatch[]} termsOf @param {Lexicon} lexicon @param {number} least */
    constructor(query, termsOf, lexicon, least) {
      /** @param {Query} word */
      const wanted = (word) => new Wanted(word, termsOf(word), lexicon);
      this.whole = wanted(query);
      this.words = query.words.map(wanted);
      this.without = query.without.map(wanted);
      this.least = least;
      this.isAny = query.isAny;
      this.isPasted = query.isPasted;
      const lacking = this.words.map((_, i) => DOCUMENT + i).slice(1, this.words.length - least + 1);
      this.tiers = TIERS;
      this.wordTiers = this.words.length ? [SENTENCE, PARAGRAPH, DOCUMENT, ...lacking] : [];
      this.date = query.date;
    }

    /** How a document answers, or null.
     * @type {SearchPlan["answer"]} */
    answer(text) {
      if (this.without.some((word) => word.wordMatches(text).some(({ tier }) => tier < UNFINISHED))) return null;
      const matches = this.whole.matches(text);
      if (matches.length) return answerOf(text, matches, Math.min(...matches.map(({ tier }) => tier)));
      return (this.words.length ? this.together(text) : null) || this.dated(text);
    }

    /** A document that is dated so, though its text does not say it.
     * @param {SearchText} text @returns {TextAnswer | null} */
    dated(text) {
      if (!this.date || text.record.date !== this.date) return null;
      const hits = [{ passage: search.TITLE, tier: NUMERAL, headed: true, ranges: [], isProposed: false }];
      return { kind: "text", text, tier: NUMERAL, headed: true, hits, lacks: [] };
    }

    /** How a document holds the words apart: in the places where they stand nearest to each other.
     * @param {SearchText} text @returns {TextAnswer | null} */
    together(text) {
      const all = this.words.map((word) => word.wordMatches(text));
      const held = all.filter((matches) => matches.length);
      if (!held.length || held.length < this.least) return null;
      const missing = this.words.filter((_, i) => !all[i].length).map(({ query }) => query.typed);
      const lacks = this.isAny ? [] : missing;
      for (const [tier, unitAt] of /** @type {const} */ ([[SENTENCE, "sentenceAt"], [PARAGRAPH, "paragraphAt"]])) {
        const units = held.map((matches) => new Set(matches.map(({ start }) => text[unitAt](start))));
        const shared = [...units[0]].filter((unit) => units.every((others) => others.has(unit)));
        const near = held.flat().filter(({ start }) => shared.includes(text[unitAt](start)));
        if (near.length) return answerOf(text, near, missing.length ? DOCUMENT + missing.length : tier, lacks);
      }
      return answerOf(text, held.flat(), DOCUMENT + missing.length, lacks);
    }

    /** See Index.candidates; those of the words are the same for each of their tiers, who has the most of them first.
     * @type {SearchPlan["candidates"]} */
    async candidates(index, tier) {
      // What holds all of what was pasted holds its sentences.
      const isOfWords = tier >= SENTENCE || (this.isPasted && tier <= UNFINISHED);
      if (!isOfWords) return this.isPasted ? NONE : this.whole.candidates(index, tier);
      if (!this.words.length) return NONE;
      const lists = await Promise.all(this.words.map((word) => word.wordCandidates(index)));
      return search.heldByMost(lists, tier < SENTENCE ? lists.length : this.least);
    }
  }

  /** @param {SearchText} text @param {Match[]} matches @param {Tier} tier @param {string[]} [lacks] @returns {TextAnswer} */
  function answerOf(text, matches, tier, lacks = []) {
    const hits = text.hits([...matches].sort((a, b) => a.start - b.start || a.end - b.end));
    const best = Math.min(...hits.map((hit) => hit.tier));
    return { kind: "text", text, tier, headed: hits.some((hit) => hit.headed && hit.tier === best), hits, lacks };
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ Plan }));
})(Notices.search);
