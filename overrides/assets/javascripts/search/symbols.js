/* Turns text into the symbols that search compares, as scripts/notice_site/search_index/symbols.py does. */

// The first script of the search: the others add to the object that it makes. A worker has no Notices before.
self.Notices = self.Notices || /** @type {NoticeScripts} */ ({});
Notices.search = /** @type {NoticeSearch} */ ({});

(function (search) {
  "use strict";

  const IGNORED =
    "\\x00-*,-/:;?@\\[-\\]_`{}\\x7f-\xa1\xa7\xab\xad\xb6\xb7\xbb\xbf\u02b9-\u02bf\u2000-\u206f\u2e00-\u2e5d" +
    "\u3000-\u3003\u3008-\u3011\u3014-\u301f\u3030\u303d\u30a0\u30fb\ufe00-\ufe1f\ufe30-\ufe61\ufe63\ufe68-\ufe6f" +
    "\uff01-\uff0a\uff0c-\uff0f\uff1a\uff1b\uff1f\uff20\uff3b-\uff3d\uff3f\uff5b\uff5d\uff5f-\uff65\ufeff\ufff0-\uffff";
  const IS_IGNORED = new RegExp(`^[${IGNORED}]$`);
  const ALL_IGNORED = new RegExp(`[${IGNORED}]+`, "g");

  /* What each character is searched as: width, case, simplified form. */
  class Folding {
    /** @param {string} pairs character and form by turns */
    constructor(pairs) {
      /** @type {Map<string, string>} */
      this.forms = new Map();
      const characters = [...pairs];
      for (let i = 0; i < characters.length; i += 2) this.forms.set(characters[i], characters[i + 1]);
      const set = [...this.forms.keys()].join("");
      this.changed = new RegExp(`[A-Z\uff01-\uff5e${set}]`, "gu");
      this.fold = this.fold.bind(this);
    }

    /** @param {string} character */
    fold(character) {
      const form = this.forms.get(character);
      if (form !== undefined) return form;
      const code = Number(character.codePointAt(0));
      if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
      return code >= 65 && code <= 90 ? character.toLowerCase() : character;
    }

    /** The symbols of a text, each one UTF-16 unit: 践行“三嚴三實” -> 践行三严三实.
     * @param {string} text */
    symbols(text) {
      return text.replace(ALL_IGNORED, "").replace(this.changed, this.fold);
    }

    /** For each symbol of a text, where its character begins and ends: [[0, 1], [1, 2], [3, 4] …].
     * @param {string} text */
    places(text) {
      /** @type {Span[]} */
      const places = [];
      let at = 0;
      for (const character of text) {
        const end = at + character.length;
        if (!IS_IGNORED.test(character)) {
          for (let unit = this.fold(character).length; unit > 0; unit--) places.push([at, end]);
        }
        at = end;
      }
      return places;
    }
  }

  Object.assign(search, /** @satisfies {SearchModule} */ ({ Folding, isIgnored: (character) => IS_IGNORED.test(character) }));
})(Notices.search);
