/* Other ways in which a text may write what was typed: numerals for digits, a date, a document number. */
(function (search) {
  "use strict";

  const DIGITS = "〇一二三四五六七八九";
  const ZEROS = "〇○零o"; // o: ｏ and O, which texts from scans have for 〇
  /** @type {Record<string, string | undefined>} */
  const OTHER_NUMERALS = { 零: "〇", "○": "〇", o: "〇", 两: "二" };
  const UNITS = [["千", 1000], ["百", 100], ["十", 10]];

  const NUMERALS = "〇○零一二两三四五六七八九十百千万";
  const NUMBER = new RegExp(`[0-9]+|[${NUMERALS}]+`, "g");
  const NOT_BEHIND_DIGIT = "(^|[^0-9])";
  const NOT_BEHIND_NUMBER = `(^|[^0-9${NUMERALS}])`;
  const NOT_BEFORE_NUMBER = `(?![0-9${NUMERALS}])`;
  const MOST_NUMBERS = 2; // in one wording, of which every combination is looked up in an index
  const SHORTEST = 2; // symbols; a number alone of one sign stands in every text
  const YEAR = "(?:19|20)[0-9]{2}";

  /** 38 -> 三十八, 10 -> 十, 2000 -> 二千, 15000 -> 一万五千; without zeros at the end.
   * @param {number} number @returns {string} */
  function numeral(number) {
    if (number >= 10000) {
      const rest = number % 10000;
      const zero = rest && rest < 1000 ? "零" : "";
      return `${numeral(Math.floor(number / 10000))}万${zero}${rest ? numeral(rest) : ""}`;
    }
    let text = "";
    let rest = number;
    let isGap = false; // whether a unit was left out, so that a zero stands for it
    for (const [name, value] of UNITS) {
      const digit = Math.floor(rest / Number(value));
      rest %= Number(value);
      if (digit) text += `${isGap ? "零" : ""}${DIGITS[digit]}${name}`;
      isGap = Boolean(text) && !digit;
    }
    if (rest) text += `${isGap ? "零" : ""}${DIGITS[rest]}`;
    return (text || "〇").replace(/^一十/, "十");
  }

  /** 三十八 -> 38, 三 -> 3, 一万五千 -> 15000; NaN for what is no number, such as 二三.
   * @param {string} characters @returns {number} */
  function valueOf(characters) {
    const [before, ...behind] = characters.split("万");
    if (behind.length === 1) return (valueOf(before) || NaN) * 10000 + (behind[0] ? valueOf(behind[0].replace(/^零/, "")) : 0);
    const parts = /^(?:(.)千)?零?(?:(.)百)?零?(?:(.?)十)?零?(.?)$/.exec(characters);
    if (!parts || !characters) return NaN;
    const [thousands, hundreds, tens, ones] = parts.slice(1).map((digit) =>
      digit === undefined ? 0 : digit === "" ? 1 : DIGITS.indexOf(OTHER_NUMERALS[digit] || digit));
    if ([thousands, hundreds, tens, ones].some((digit) => digit < 0)) return NaN;
    return thousands * 1000 + hundreds * 100 + tens * 10 + (parts[4] ? ones : 0);
  }

  /** 二〇一四 -> 2014; what has another numeral stays as it is.
   * @param {string} characters */
  function digitByDigit(characters) {
    const digits = [...characters].map((character) => DIGITS.indexOf(OTHER_NUMERALS[character] || character));
    return digits.includes(-1) ? characters : digits.join("");
  }

  /** @param {number} number */
  function two(number) {
    return `${number}`.padStart(2, "0");
  }

  /** A text with each number in the other kind of numerals: 3严3实 -> 三严三实, 三十八 -> 38.
   * @type {NoticeSearch["otherNumerals"]} */
  function otherNumerals(text) {
    /** @param {string} digits */
    const oneByOne = (digits) => [...digits].map((digit) => DIGITS[Number(digit)]).join("");
    /** @param {string} digits */
    const asNumeral = (digits) => (digits.length > 3 || /^0/.test(digits) ? oneByOne(digits) : numeral(Number(digits)));
    /** @param {string} run */
    const asDigits = (run) => (/[十百千万]/.test(run) ? `${valueOf(run) || run}` : digitByDigit(run));
    const texts = [
      text.replace(/[0-9]+/g, oneByOne), text.replace(/[0-9]+/g, asNumeral),
      text.replace(new RegExp(`[${NUMERALS}]+`, "g"), asDigits),
    ];
    return [...new Set(texts)].filter((other) => other !== text);
  }

  /** The ways to write a number: 3 -> 3, 三; 2014 -> 2014, 二〇一四, 二千零一十四; 三十八 -> 三十八, 38.
   * @param {string} run */
  function numberWordings(run) {
    const digits = /^[0-9]+$/.test(run) ? run : digitByDigit(run);
    const ways = [run];
    if (digits !== run || /^[0-9]+$/.test(run)) ways.push(digits, [...digits].map((digit) => DIGITS[Number(digit)]).join(""));
    const number = /^[0-9]{1,8}$/.test(run) ? Number(run) : valueOf(run);
    if (number > 0) ways.push(`${number}`, two(number), numeral(number)); // 01版
    if (number === 2) ways.push("两");
    return [...new Set(ways)];
  }

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

  /** The same words with each number written in every way; nothing stands beside a number at the edge that goes on.
   * @param {string} text symbols @returns {Wording[]} */
  function withNumbers(text) {
    const numbers = text.match(NUMBER);
    if (!numbers || text.length < SHORTEST) return [];
    const words = text.split(NUMBER);
    const ways = numbers.map(numberWordings);
    /** @param {(string | string[])[]} pieces */
    const inOrder = (pieces) => pieces.filter((piece) => piece.length);
    const pieces = inOrder(words.flatMap((word, i) => [word, ways[i] || ""]));
    const pattern = pieces.map((piece) => (typeof piece === "string" ? escaped(piece) : anyOf(piece))).join("");
    const edges = [words[0] ? "()" : NOT_BEHIND_NUMBER, words[words.length - 1] ? "" : NOT_BEFORE_NUMBER];
    return [{ pattern: new RegExp(edges[0] + pattern + edges[1], "g"), parts: literalParts(pieces) }];
  }

  /** What an index is asked for: each combination of numbers, up to so many; what follows them the text decides.
   * @param {(string | string[])[]} pieces */
  function literalParts(pieces) {
    let literals = [""];
    let numbers = 0;
    for (const piece of pieces) {
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
    `^(?:(${YEAR}|[${ZEROS}O一二三四五六七八九]{4})(?:[-/.]|年))?` +
    `([0-9]{1,2}|[${NUMERALS}]{1,2})(?:[-/.]|月)(?:([0-9]{1,2}|[${NUMERALS}]{1,3})[日号]?)?$`);
  const MONTH = new RegExp(`^(${YEAR})[-/.]([01]?[0-9])$`);
  const COMPACT_DATE = new RegExp(`^(${YEAR})([01][0-9])([0-3][0-9])$`);

  /** The date that was typed, year or day 0 where there is none; null for anything else.
   * @type {NoticeSearch["dateOf"]} */
  function dateOf(typed) {
    const text = typed.normalize("NFKC").replace(/\s+/g, "");
    const parts = COMPACT_DATE.exec(text) || MONTH.exec(text) || DATE.exec(text);
    if (!parts || (!parts[1] && !(parts[3] && /月/.test(text)))) return null; // 3.14 and 四月 are no dates
    /** @param {string} part */
    const number = (part) => (/^[0-9]+$/.test(part) ? Number(part) : valueOf(part));
    const year = parts[1] ? Number(/^[0-9]/.test(parts[1]) ? parts[1] : digitByDigit(parts[1].replace(/O/g, "o"))) : 0;
    const [month, day] = [number(parts[2]), parts[3] ? number(parts[3]) : 0];
    return month >= 1 && month <= 12 && day >= 0 && day <= 31 ? { year, month, day } : null;
  }

  /** @type {NoticeSearch["isoDate"]} */
  function isoDate({ year, month, day }) {
    return `${year}-${two(month)}-${two(day)}`;
  }

  /** A year in Chinese digits, with any sign for zero.
   * @param {number} year */
  function hanYear(year) {
    return anyOf([[...`${year}`].map((digit) => DIGITS[Number(digit)]).join("")]);
  }

  /** @param {TypedDate} date @returns {Wording[]} */
  function ofMonth({ year, month }) {
    const months = [`${month}月`, `${two(month)}月`, `${numeral(month)}月`];
    const pattern = `${NOT_BEHIND_DIGIT}(?:${year}|${hanYear(year)})年(?:0?${month}|${numeral(month)})月`;
    return [{ pattern: new RegExp(pattern, "g"), parts: months.map((name) => [`年${name}`]) }];
  }

  /** That day however a text writes it; without its year only where the document is of that year.
   * @param {TypedDate} date @returns {Wording[]} */
  function ofDay({ year, month, day }) {
    const [hanMonth, hanDay] = [numeral(month), numeral(day)];
    const monthAndDay = `(?:0?${month}月0?${day}[日号]|${hanMonth}月${hanDay}[日号])`;
    const days = [...new Set([`${month}月${day}`, `${month}月${two(day)}`, `${hanMonth}月${hanDay}`])];
    const parts = days.map((literal) => [literal]); // 日 and 号 would only be two more lists
    if (!year) return [{ pattern: new RegExp(NOT_BEHIND_DIGIT + monthAndDay, "g"), parts }];
    const compact = [...new Set([`${year}${two(month)}${two(day)}`, `${year}${month}${day}`])];
    const whole = `(?:(?:${year}|${hanYear(year)})年${monthAndDay}|(?:${compact.join("|")})(?![0-9]))`;
    const pattern = new RegExp(NOT_BEHIND_DIGIT + whole, "g");
    return [
      { pattern, parts: [...parts, ...compact.map((digits) => [digits])], isWritten: isWrittenDate },
      { pattern: new RegExp(`(^|[^年0-9])${monthAndDay}`, "g"), parts, year: `${year}` },
    ];
  }

  /** Whether the characters of a text are a date: 2014.4.3, 20140403; not 2014〕43号, which has the same digits.
   * @param {string} characters */
  function isWrittenDate(characters) {
    return /月/.test(characters) || /^(?:[0-9０-９]{8}|[0-9０-９]{4}[-/.．—－][0-9０-９]{1,2}[-/.．—－][0-9０-９]{1,2})$/.test(characters.replace(/\s/g, ""));
  }

  const DOCUMENT_NUMBER = new RegExp(`^([\u4e00-\u9fff]*?)(${YEAR})?年?第?([0-9]{1,4})号$`);

  /** A document number of which year, 年, 第 or the noughts before it may be left out: 冀群组发34号.
   * @param {string} text symbols @returns {Wording[]} */
  function ofDocumentNumber(text) {
    const match = DOCUMENT_NUMBER.exec(text);
    if (!match || !(match[1] || match[2])) return [];
    const [, body, year, serial] = match;
    const anyYear = `(?:${YEAR})?`;
    const pattern = `()${body}${year || anyYear}年?第?0*${Number(serial)}号`;
    const number = `${Number(serial)}号`;
    return [{ pattern: new RegExp(pattern, "g"), parts: [[body, year || "", number].filter((part) => part.length > 1)] }];
  }

  /** Any of these wordings.
   * @type {NoticeSearch["anyWording"]} */
  function anyWording(texts) {
    return { pattern: new RegExp(`()(?:${texts.map(escaped).join("|")})`, "g"), parts: texts.map((text) => [text]) };
  }

  /** A wording of which one symbol is another, is missing or is one too many: 批评与自我批评 for 批评和自我批评. One half of
   * it is as it was typed.
   * @type {NoticeSearch["withOneEdit"]} */
  function withOneEdit(text) {
    const ways = [...Array(text.length).keys()].flatMap((at) => {
      const [start, end] = [escaped(text.slice(0, at)), escaped(text.slice(at + 1))];
      return [`${start}[^\n]${end}`, start + end, ...(at ? [`${start}[^\n]${escaped(text.slice(at))}`] : [])];
    });
    const middle = text.length >> 1;
    return { pattern: new RegExp(`()(?:${ways.join("|")})`, "g"), parts: [[text.slice(0, middle)], [text.slice(middle)]] };
  }

  /** The other wordings of what was typed; `text` are its symbols.
   * @type {NoticeSearch["otherWordings"]} */
  function otherWordings(typed, text) {
    const date = dateOf(typed);
    if (date) return date.day ? ofDay(date) : ofMonth(date);
    const numbered = ofDocumentNumber(text);
    if (numbered.length) return numbered;
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

  Object.assign(search, /** @satisfies {SearchModule} */ ({ otherNumerals, anyWording, withOneEdit, dateOf, isoDate, otherWordings, placesOf }));
})(Notices.search);
