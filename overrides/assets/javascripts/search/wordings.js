/* Other ways in which a text may write what was typed: numerals for digits, a date, a document number. */
(function (search) {
  "use strict";

  const { NUMERAL, UNFINISHED } = search;
  const { ZEROS, NUMERALS, NUMBER, numeral, hanDigits, numberOf, digitByDigit, two } = search;

  const MOST_NUMBERS = 2; // in one wording, of which every combination is looked up in an index
  const LONG = 6; // symbols of words beside a number
  const SHORTEST = 2; // symbols; a number alone of one sign stands in every text
  const YEAR = "(?:19|20)[0-9]{2}";

  /** @param {string} text */
  function escaped(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  }

  /** A pattern for any of some wordings; a zero is any sign for it.
   * @param {string[]} wordings */
  function anyOf(wordings) {
    const patterns = wordings.map((wording) => escaped(wording).replace(/[〇○零]/g, `[${ZEROS}]`));
    return patterns.length > 1 ? `(?:${patterns.join("|")})` : patterns[0];
  }

  /** The same words with each number written in every way.
   * @param {string} text symbols @returns {Wording[]} */
  function withNumbers(text) {
    const numbers = text.match(NUMBER);
    if (!numbers || text.length < SHORTEST) return [];
    const words = text.split(NUMBER);
    const ways = numbers.map((number, i) => search.numberWordings(number, words[i + 1]));
    /** @param {(string | string[])[]} pieces */
    const inOrder = (pieces) => pieces.filter((piece) => piece.length);
    const pieces = inOrder(words.flatMap((word, i) => [word, ways[i] || ""]));
    const pattern = pieces.map((piece) => (typeof piece === "string" ? escaped(piece) : anyOf(piece))).join("");
    return [{ pattern: new RegExp(`()${pattern}`, "g"), parts: literalParts(pieces), tier: NUMERAL }];
  }

  /** What an index is asked for: each combination of numbers, up to so many; what follows them the text decides. Of a long
   * wording the longest words are enough, and a year stands in so many ways that what follows it has to do.
   * @param {(string | string[])[]} pieces */
  function literalParts(pieces) {
    const words = pieces.filter((piece) => typeof piece === "string").sort((x, y) => y.length - x.length);
    if (words.length && words[0].length >= LONG) return [[String(words[0])]];
    /** @param {string | string[]} piece @param {number} i */
    const isYear = (piece, i) => typeof piece !== "string" && `${pieces[i + 1] || ""}`[0] === "年" && i + 2 < pieces.length;
    let literals = [""];
    let numbers = 0;
    for (const piece of pieces.slice(pieces.findIndex(isYear) + 1)) {
      if (typeof piece !== "string" && ++numbers > MOST_NUMBERS) break;
      const ways = typeof piece === "string" ? [piece] : piece.flatMap(withZeros);
      literals = literals.flatMap((literal) => ways.map((way) => literal + way));
    }
    return literals.map((literal) => [literal]);
  }

  /** A wording with each sign for zero, as an index has to be asked for it.
   * @param {string} literal */
  function withZeros(literal) {
    return /[〇○零]/.test(literal) ? [...new Set([..."〇○零"].map((zero) => literal.replace(/[〇○零]/g, zero)))] : [literal];
  }

  const DATE = new RegExp(
    `^(?:(${YEAR}|[${ZEROS}O一二三四五六七八九]{4}|(?:[0-9]{2}|[${ZEROS}一二三四五六七八九]{2})(?=年))(?:[-/.]|年))?` +
    `([0-9]{1,2}|[${NUMERALS}]{1,2})(?:[-/.]|月)(?:([0-9]{1,2}|[${NUMERALS}]{1,3})[日号]?)?$`);
  const MONTH = new RegExp(`^(${YEAR})[-/.]([01]?[0-9])$`);
  const COMPACT_DATE = new RegExp(`^(${YEAR})([01][0-9])([0-3][0-9])?$`);
  const SPACED_DATE = new RegExp(`^(${YEAR})\\s+([0-9]{1,2})\\s+([0-9]{1,2})$`); // 2014 4 3
  const FIRST_YEAR = 50; // 98年 is 1998, 14年 is 2014

  /** The date that was typed, year or day 0 where there is none; null for anything else.
   * @type {NoticeSearch["dateOf"]} */
  function dateOf(typed) {
    const spaced = typed.normalize("NFKC").trim();
    const text = spaced.replace(/\s+/g, "");
    const parts = SPACED_DATE.exec(spaced) || COMPACT_DATE.exec(text) || MONTH.exec(text) || DATE.exec(text);
    if (!parts || (!parts[1] && !(parts[3] && /月/.test(text)))) return null; // 3.14 and 四月 are no dates
    /** @param {string} part */
    const number = (part) => (/^[0-9]+$/.test(part) ? Number(part) : numberOf(part));
    const year = parts[1] ? wholeYear(Number(/^[0-9]/.test(parts[1]) ? parts[1] : digitByDigit(parts[1].replace(/O/g, "o")))) : 0;
    const [month, day] = [number(parts[2]), parts[3] ? number(parts[3]) : 0];
    return month >= 1 && month <= 12 && day >= 0 && day <= 31 ? { year, month, day } : null;
  }

  /** 2014 for 14, 1998 for 98.
   * @param {number} year */
  function wholeYear(year) {
    return year > 99 ? year : year + (year < FIRST_YEAR ? 2000 : 1900);
  }

  /** @type {NoticeSearch["isoDate"]} */
  function isoDate({ year, month, day }) {
    return `${year}-${two(month)}-${two(day)}`;
  }

  /** A year in Chinese digits, with any sign for zero.
   * @param {number} year */
  function hanYear(year) {
    return anyOf([hanDigits(`${year}`)]);
  }

  /** @param {TypedDate} date @returns {Wording[]} */
  function ofMonth({ year, month }) {
    const pattern = `()(?:${year}|${hanYear(year)})年(?:0?${month}|${numeral(month)})月`;
    const dates = [`${year}${two(month)}`];
    return [
      { pattern: new RegExp(pattern, "g"), parts: [], dates, tier: NUMERAL },
      inDigitsOnly([`${year}${two(month)}`, `${year}${month}`], dates),
    ];
  }

  /** That day however a text writes it; without its year only where the document is of that year.
   * @param {TypedDate} date @returns {Wording[]} */
  function ofDay({ year, month, day }) {
    const monthAndDay = `(?:0?${month}月0?${day}[日号]|${numeral(month)}月${numeral(day)}[日号])`;
    const inAnyYear = [two(month) + two(day)];
    if (!year) return [{ pattern: new RegExp(`()${monthAndDay}`, "g"), parts: [], dates: inAnyYear, tier: NUMERAL }];
    const whole = `()(?:${year}|${hanYear(year)})年${monthAndDay}`;
    const dates = [`${year}${inAnyYear}`];
    return [
      { pattern: new RegExp(whole, "g"), parts: [], dates, tier: NUMERAL },
      { pattern: new RegExp(`(^|[^年])${monthAndDay}`, "g"), parts: [], dates: inAnyYear, year: `${year}`, tier: UNFINISHED },
      inDigitsOnly([`${year}${two(month)}${two(day)}`, `${year}${month}${day}`], dates),
    ];
  }

  /** A date as 2014.4.3 or 20140403.
   * @param {string[]} ways @param {string[]} dates @returns {Wording} */
  function inDigitsOnly(ways, dates) {
    const pattern = `()(?:${[...new Set(ways)].join("|")})`;
    return { pattern: new RegExp(pattern, "g"), parts: [], dates, tier: UNFINISHED, isWritten: isWrittenDate };
  }

  /** Whether the characters of a text are a date: 2014.4.3, 20140403; not 2014〕43号, which has the same digits.
   * @param {string} characters */
  function isWrittenDate(characters) {
    return /^(?:[0-9]{8}|[0-9]{4}([-/.—])[0-9]{1,2}(?:\1[0-9]{1,2})?)$/.test(characters.normalize("NFKC").replace(/\s/g, ""));
  }

  const RANGE = new RegExp(
    `^(?:${YEAR}年)?([0-9]{1,2})月([0-9]{1,2})[日号]?[-—–－~～至到]+(?:([0-9]{1,2})月)?([0-9]{1,2})[日号]?$`);

  /** A range of days: 3月17-18日 as 3月17日至18日.
   * @param {string} typed @returns {Wording[]} */
  function ofDays(typed) {
    const range = RANGE.exec(typed.normalize("NFKC").replace(/\s+/g, ""));
    if (!range) return [];
    const [month, first, other, last] = range.slice(1).map(Number);
    /** @param {number} number */
    const ways = (number) => `(?:0?${number}|${numeral(number)})`;
    const end = `(?:${ways(other || month)}月)${other && other !== month ? "" : "?"}${ways(last)}[日号]`;
    const pattern = `()${ways(month)}月${ways(first)}[日号]?[至到]?${end}`;
    const days = [`${month}月${first}`, `${month}月${two(first)}`, `${numeral(month)}月${numeral(first)}`];
    return [{ pattern: new RegExp(pattern, "g"), parts: days.map((day) => [day]), tier: NUMERAL, isWritten: () => true }];
  }

  const DOCUMENT_NUMBER = new RegExp(`^([\u4e00-\u9fff]*?)(${YEAR})?年?第?([0-9]{1,4})(号)?([\u4e00-\u9fff]{0,6}令)?$`);

  /** A document number of which year, 年, 第, 号 or the noughts before it may be left out: 冀群组发34号, 冀群组发34; an order
   * by its number: 707号令, 707令.
   * @param {string} text symbols @returns {Wording[]} */
  function ofDocumentNumber(text) {
    const match = DOCUMENT_NUMBER.exec(text);
    if (!match) return [];
    const [, body, year, serial, sign = "", order = ""] = match;
    const isBare = !sign && body.length < 2; // 第3, 5
    if (isBare || !(body || year || order)) return [];
    const anyYear = sign ? `(?:${YEAR})?` : YEAR; // without 号, 学习5 is no number of a document
    const pattern = `()${body}${order}${order ? "" : year || anyYear}年?第?0*${Number(serial)}号`;
    const parts = [body + order, body || order ? "" : year, `${Number(serial)}号`];
    return [{ pattern: new RegExp(pattern, "g"), parts: [parts.filter((part) => part.length > 1)], tier: NUMERAL }];
  }

  /** A document number in numerals with the digits that texts have: 冀群组发〔二〇一四〕三十四号 -> 冀群组发201434号.
   * @param {string} typed */
  function inDigits(typed) {
    return typed.normalize("NFKC").replace(new RegExp(`[${NUMERALS}]+`, "g"), (run) => {
      const value = /[十百千]/.test(run) ? numberOf(run) : Number(digitByDigit(run));
      return value >= 0 ? `${value}` : run;
    }).replace(/[^\u4e00-\u9fff0-9]/g, "");
  }

  /** What was typed with its percentages written the other way: 50% as 百分之五十, 百分之五十 as 50%.
   * @type {NoticeSearch["otherPercentages"]} */
  function otherPercentages(typed) {
    const plain = typed.normalize("NFKC");
    const others = [
      plain.replace(new RegExp(`百分之([0-9.]+|[${NUMERALS}]+)`, "g"), (whole, number) => {
        const value = number === "百" ? 100 : numberOf(number);
        return value >= 0 ? `${value}%` : whole;
      }),
      plain.replace(/([0-9]+)%/g, (whole, digits) => `百分之${numeral(Number(digits))}`),
      plain.replace(/([0-9.]+)%/g, "百分之$1"),
    ];
    return [...new Set(others)].filter((other) => other !== plain);
  }

  /** Any of these wordings.
   * @type {NoticeSearch["anyWording"]} */
  function anyWording(texts) {
    return { pattern: new RegExp(`()(?:${texts.map(escaped).join("|")})`, "g"), parts: texts.map((text) => [text]), tier: NUMERAL };
  }

  /** A wording of which one symbol is another, is missing or is one too many: 批评与自我批评 for 批评和自我批评. One half of
   * it is as it was typed.
   * @type {NoticeSearch["withOneEdit"]} */
  function withOneEdit(text) {
    const places = [...Array(text.length).keys()].filter((at) => !NUMERALS.includes(text[at])); // another number is no slip
    const ways = places.flatMap((at) => {
      const [start, end] = [escaped(text.slice(0, at)), escaped(text.slice(at + 1))];
      const other = `[^\n0-9${NUMERALS}]`;
      return [start + other + end, start + end, ...(at ? [start + other + escaped(text.slice(at))] : [])];
    });
    const middle = text.length >> 1;
    const pattern = new RegExp(`()(?:${ways.join("|") || "(?!)"})`, "g");
    return { pattern, parts: [[text.slice(0, middle)], [text.slice(middle)]], tier: NUMERAL, edited: text };
  }

  /** @param {string} typed @param {string} text symbols */
  function documentNumber(typed, text) {
    const found = ofDocumentNumber(text);
    return found.length || !/[号]$/.test(typed) ? found : ofDocumentNumber(inDigits(typed));
  }

  /** Whether the number of a document was typed.
   * @type {NoticeSearch["isDocumentNumber"]} */
  function isDocumentNumber(typed, text) {
    return !dateOf(typed) && documentNumber(typed, text).length > 0;
  }

  const PLENUM = new RegExp(
    `^(?:中国共产党|党的)?第?([0-9]+|[${NUMERALS}]+)届(?:([0-9]+|[${NUMERALS}]+)中全会|(?:中央委员会)?第?([0-9]+|[${NUMERALS}]+)次全体会议)$`);

  /** The names of a plenary session: 十八届三中全会 and 第十八届中央委员会第三次全体会议.
   * @param {string} text symbols @returns {Wording[]} */
  function ofPlenum(text) {
    const [, term, short, long] = PLENUM.exec(text) || [];
    const [first, second] = [numberOf(term || ""), numberOf(short || long || "")];
    if (!(first > 0 && second > 0)) return [];
    return [anyWording([`${numeral(first)}届${numeral(second)}中全会`, `第${numeral(first)}届中央委员会第${numeral(second)}次全体会议`])];
  }

  /** The other wordings of what was typed; `text` are its symbols.
   * @type {NoticeSearch["otherWordings"]} */
  function otherWordings(typed, text) {
    const date = dateOf(typed);
    if (date) return date.day ? ofDay(date) : ofMonth(date);
    const numbered = documentNumber(typed, text);
    if (numbered.length) return numbered;
    const days = ofDays(typed);
    if (days.length) return days;
    const plenum = ofPlenum(text);
    if (plenum.length) return plenum;
    if (/[0-9](?:\.[0-9]|%)/.test(typed.normalize("NFKC"))) return []; // 2.5 is not 25, 50% not 50
    return withNumbers(text.replace(/([一二三四五六七八九])o(?=[一二三四五六七八九])/g, "$1〇")); // 二O一四
  }

  /** Where a text has a wording: [start, end] in its stream.
   * @type {NoticeSearch["placesOf"]} */
  function placesOf({ pattern }, stream) {
    /** @type {Span[]} */
    const places = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(stream); match; match = pattern.exec(stream)) {
      places.push([match.index + match[1].length, match.index + match[0].length]);
    }
    return places;
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ otherPercentages, anyWording, withOneEdit, dateOf, isoDate, isDocumentNumber, otherWordings, placesOf }));
})(Notices.search);
