/* Reads and writes numbers: digits, Chinese numerals, both at once (60万); what of a text belongs to a number. */
(function (search) {
  "use strict";

  const DIGITS = "〇一二三四五六七八九";
  const ZEROS = "〇○零o"; // o: ｏ and O, which texts from scans have for 〇
  /** @type {Record<string, string | undefined>} */
  const OTHER_NUMERALS = { 零: "〇", "○": "〇", o: "〇", 两: "二" };
  /** @type {[string, number][]} */
  const UNITS = [["千", 1000], ["百", 100], ["十", 10]];
  const TEN_THOUSAND = 10000;

  const NUMERALS = "〇○零一二两三四五六七八九十百千万";
  const NUMBER = new RegExp(`[0-9]+[十百千万]?|[${NUMERALS}]+`, "g");
  const LONG = 5; // digits, which nobody writes one by one in Chinese numerals
  const PADDED = /^[版号月日期]/; // what a number with a nought before it counts: 01版
  const POINT = /^[.．·•・]$/; // between digits it belongs to the number: 2.5, 5·13; a comma does not: 1,000

  /** 38 -> 三十八, 10 -> 十, 2000 -> 二千, 15000 -> 一万五千; without zeros at the end.
   * @type {NoticeSearch["numeral"]} */
  function numeral(number) {
    if (number >= TEN_THOUSAND) {
      const rest = number % TEN_THOUSAND;
      const zero = rest && rest < 1000 ? "零" : "";
      return `${numeral(Math.floor(number / TEN_THOUSAND))}万${zero}${rest ? numeral(rest) : ""}`;
    }
    let text = "";
    let rest = number;
    let isGap = false; // whether a unit was left out, so that a zero stands for it
    for (const [name, value] of UNITS) {
      const digit = Math.floor(rest / value);
      rest %= value;
      if (digit) text += `${isGap ? "零" : ""}${DIGITS[digit]}${name}`;
      isGap = Boolean(text) && !digit;
    }
    if (rest) text += `${isGap ? "零" : ""}${DIGITS[rest]}`;
    return (text || "〇").replace(/^一十/, "十");
  }

  /** 三十八 -> 38, 三 -> 3, 一万五千 -> 15000, 60万 -> 600000; NaN for what is no number, such as 二三.
   * @type {NoticeSearch["numberOf"]} */
  function numberOf(characters) {
    const digits = /^([0-9]+)([十百千万]?)$/.exec(characters);
    if (digits) return Number(digits[1]) * (new Map([...UNITS, ["万", TEN_THOUSAND]]).get(digits[2]) || 1);
    const [before, ...behind] = characters.split("万");
    if (behind.length === 1) return (numberOf(before) || NaN) * TEN_THOUSAND + (behind[0] ? numberOf(behind[0].replace(/^零/, "")) : 0);
    const parts = /^(?:(.)千)?零?(?:(.)百)?零?(?:(.?)十)?零?(.?)$/.exec(characters);
    if (!parts || !characters) return NaN;
    const [thousands, hundreds, tens, ones] = parts.slice(1).map((digit) =>
      digit === undefined ? 0 : digit === "" ? 1 : DIGITS.indexOf(OTHER_NUMERALS[digit] || digit));
    if ([thousands, hundreds, tens, ones].some((digit) => digit < 0)) return NaN;
    return thousands * 1000 + hundreds * 100 + tens * 10 + (parts[4] ? ones : 0);
  }

  /** 二〇一四 -> 2014; what has another numeral stays as it is.
   * @type {NoticeSearch["digitByDigit"]} */
  function digitByDigit(characters) {
    const digits = [...characters].map((character) => DIGITS.indexOf(OTHER_NUMERALS[character] || character));
    return digits.includes(-1) ? characters : digits.join("");
  }

  /** 2014 -> 二〇一四.
   * @type {NoticeSearch["hanDigits"]} */
  function hanDigits(digits) {
    return [...digits].map((digit) => DIGITS[Number(digit)]).join("");
  }

  /** @type {NoticeSearch["two"]} */
  function two(number) {
    return `${number}`.padStart(2, "0");
  }

  /** A text with each number in the other kind of numerals: 3严3实 -> 三严三实, 三十八 -> 38.
   * @type {NoticeSearch["otherNumerals"]} */
  function otherNumerals(text) {
    /** @param {string} digits */
    const asNumeral = (digits) => (digits.length > 3 || /^0/.test(digits) ? hanDigits(digits) : numeral(Number(digits)));
    /** @param {string} run */
    const asDigits = (run) => (/[十百千万]/.test(run) ? `${numberOf(run) || run}` : digitByDigit(run));
    const texts = [
      text.replace(/[0-9]+/g, hanDigits), text.replace(/[0-9]+/g, asNumeral),
      text.replace(new RegExp(`[${NUMERALS}]+`, "g"), asDigits),
    ];
    return [...new Set(texts)].filter((other) => other !== text);
  }

  /** The ways to write a number: 3 -> 3, 三; 2014 -> 2014, 二〇一四, 二千零一十四; 三十八 -> 三十八, 38; 60万 -> 六十万, 600000; and
   * where it is so written, 01版. `behind` are the symbols that follow.
   * @type {NoticeSearch["numberWordings"]} */
  function numberWordings(run, behind) {
    const digits = /^[0-9]+$/.test(run) ? run : digitByDigit(run);
    const ways = [run];
    if (digits !== run || /^[0-9]+$/.test(run)) ways.push(digits, ...(digits.length < LONG ? [hanDigits(digits)] : []));
    const number = /^[0-9]{9,}/.test(run) ? NaN : numberOf(run);
    if (number > 0) ways.push(`${number}`, numeral(number), ...(/[0-9]/.test(run) || PADDED.test(behind) ? [two(number)] : []));
    if (number && number % TEN_THOUSAND === 0) ways.push(`${number / TEN_THOUSAND}万`);
    if (number === 2) ways.push("两");
    return [...new Set(ways)];
  }

  /** @param {string} symbol @returns {string} */
  function kindOf(symbol) {
    return /[0-9]/.test(symbol) ? "digit" : symbol && NUMERALS.includes(symbol) ? "numeral" : "";
  }

  /** Whether a number goes on from one symbol of a text to the next; `between` are the marks that stand between them.
   * @type {NoticeSearch["goesOn"]} */
  function goesOn(before, behind, between) {
    const kind = kindOf(before);
    if (!kind || kind !== kindOf(behind)) return false;
    return !between || (kind === "digit" && (POINT.test(between) || /^[,，]$/.test(between)));
  }

  /** @type {NoticeSearch["isPoint"]} */
  function isPoint(before, behind, between) {
    return POINT.test(between) && kindOf(before) === "digit" && kindOf(behind) === "digit";
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({
    ZEROS, NUMERALS, NUMBER, numeral, hanDigits, numberOf, digitByDigit, two, otherNumerals, numberWordings, goesOn, isPoint,
  }));
})(Notices.search);
