/* Finds which syllables may have been meant where one letter of pinyin is wrong: tigaorensji -> ti gao ren shi. */
(function (search) {
  "use strict";

  const SHORTEST = 8; // letters: of fewer, so much else is one letter away that nothing is near
  const LONGEST = 30; // letters
  const MOST = 5; // spellings that are looked for
  const LETTERS = "abcdefghijklmnopqrstuvwxyz";

  /** Spellings one letter away whose syllables stand side by side in the texts, each with a blank between syllables.
   * @type {NoticeSearch["respelled"]} */
  function respelled(letters, lexicon, texts) {
    if (letters.length < SHORTEST || letters.length > LONGEST) return [];
    const pairs = neighbours(lexicon, texts);
    /** @type {Set<string>} */
    const spellings = new Set();
    for (const other of oneLetterAway(letters)) {
      for (const syllables of partings(other, "", lexicon, pairs)) spellings.add(syllables);
      if (spellings.size >= MOST) break;
    }
    return [...spellings].slice(0, MOST);
  }

  /** The syllables that stand side by side in texts, as "ti gao".
   * @param {Lexicon} lexicon @param {SearchText[]} texts */
  function neighbours(lexicon, texts) {
    /** @type {Set<string>} */
    const pairs = new Set();
    for (const { stream, spoken } of texts) {
      let before = "";
      for (let at = 0; at < stream.length; at++) {
        const reading = spoken.get(at);
        const syllable = reading ? reading.plain : lexicon.plain(stream[at]);
        pairs.add(`${before} ${syllable}`);
        before = syllable;
      }
    }
    return pairs;
  }

  /** Two letters in the other order, one too many, another one, one missing.
   * @param {string} letters */
  function* oneLetterAway(letters) {
    for (let at = 0; at < letters.length; at++) {
      const [before, behind] = [letters.slice(0, at), letters.slice(at + 1)];
      if (behind) yield before + behind[0] + letters[at] + behind.slice(1);
      yield before + behind;
      for (const letter of LETTERS) {
        if (letter !== letters[at]) yield before + letter + behind;
        yield before + letter + letters.slice(at);
      }
    }
  }

  /** The ways to part letters into syllables of which each two neighbours stand side by side somewhere.
   * @param {string} letters @param {string} before @param {Lexicon} lexicon @param {Set<string>} pairs
   * @returns {Generator<string>} */
  function* partings(letters, before, lexicon, pairs) {
    for (let end = 1; end <= Math.min(letters.length, 6); end++) {
      const syllable = search.spelled(letters.slice(0, end));
      if (!lexicon.syllables.has(syllable) || (before && !pairs.has(`${before} ${syllable}`))) continue;
      if (end === letters.length) {
        if (before) yield syllable;
        continue;
      }
      for (const rest of partings(letters.slice(end), syllable, lexicon, pairs)) yield `${syllable} ${rest}`;
    }
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ respelled }));
})(Notices.search);
