// What the scripts of a page offer each other, and the data that they read. tsc --checkJs holds the scripts to it.

/** The tag name in front of a simple selector: "a" of "a.term[href]"; "" where there is none. */
type TagIn<Simple extends string> =
  Simple extends `${infer Head}[${string}` ? TagIn<Head>
    : Simple extends `${infer Head}:${string}` ? TagIn<Head>
      : Simple extends `${infer Head}.${string}` ? Head : Simple;

/** The element that a selector finds, told by the tag name at its end; without one any element of HTML. */
type ElementOf<Selector extends string> =
  Selector extends `${string} ${infer Last}` ? ElementOf<Last>
    : TagIn<Selector> extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[TagIn<Selector>]
      : TagIn<Selector> extends keyof SVGElementTagNameMap ? SVGElementTagNameMap[TagIn<Selector>]
        : HTMLElement;

interface ParentNode {
  querySelector<Selector extends string>(selector: Selector): ElementOf<Selector> | null;
  querySelectorAll<Selector extends string>(selector: Selector): NodeListOf<ElementOf<Selector>>;
}

interface Element {
  closest<Selector extends string>(selector: Selector): ElementOf<Selector> | null;
}


/** Characters of a text node, counted in UTF-16 units: from the first number up to the second. */
type TextPart = [node: Text, start: number, end: number];

/** What a menu offers; an indented line belongs to the one above it. */
type Offer = [words: string, action: () => unknown, isIndented?: boolean];

interface Selected {
  words: string;
  places: string[]; // "BLOCK.START-END", counted in characters
  parts: TextPart[];
}

/** The one global object of our scripts. Each script adds what others use of it. */
interface NoticeScripts {
  blockText: {
    unit(id: string): HTMLElement | null;
    own(id: string): [Text, number][];
    read(root: Element): string;
    section(heading: HTMLElement): HTMLElement[];
    heading(piece: Element): HTMLElement | null;
    nodes(root: Element): Text[];
    selected(): Selected | null;
    characters(text: string): number;
    unitsOf(text: string, count: number): number;
  };
  citations: {
    of(element: Element | null, url: string): [name: string, text: string][];
    entries(element: Element | null, url: string): [name: string, text: string][];
    address(id: string, places?: string[]): string;
  };
  markedWords: { show(places: string[]): void; mark(place: string): HTMLElement[] };
  printing: { choose(heading: HTMLElement | null): void; unfold(): void; fold(): void };
  printStudio: { open(button: HTMLElement): void };
  pinyin: { whole(isOn: boolean): void; parts(parts: TextPart[]): void; place(block: string): void };
  popupMenu: { toggle(button: HTMLElement, offers: Offer[]): void; say(words: string): void; copy(text: string): Promise<void> };
  picking: NoticePicking;
  readingModes: { shown(): string; show(mode: string): void };
  sourceView: { show(isOn: boolean, keepsPlace: boolean, change: () => void): void };
  toolbar: { load(name: string, then: () => void): void };
  shortcutsHelp(isOn: boolean, choose: (isOn: boolean) => void): HTMLDialogElement;
  search: NoticeSearch;
  script: string; // in a site in one file: where the script that runs would lie on the site
}

declare var Notices: NoticeScripts;

/** A row of two texts: the numbers of the paragraphs of each. */
interface PickedRow {
  kind: "verbatim" | "punctuation-only" | "altered" | "apart";
  base: number[];
  own: number[];
  moved?: boolean;
}

type PickedPart = [words: string, kind: "same" | "changed" | "only" | "mark"];

/** What the page 任选文件对照 is made of. */
interface NoticePicking {
  rows(base: string[], own: string[]): PickedRow[];
  differences(base: string, own: string): { base: PickedPart[]; own: PickedPart[] };
  elsewhere(others: string[]): (text: string) => [start: number, end: number, other: number][];
  make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, classes: string, ...content: (Node | string)[]): HTMLElementTagNameMap[Tag];
  texts(base: PickedDocument, own: PickedDocument, address: (path: string) => string): HTMLElement[];
  table(shown: Element): string;
  tasks(documents: PickedDocument[], classes: [id: string, name: string][], address: (path: string) => string): HTMLElement[];
}

/** compare/documents.js */
type PickableDocument = [id: string, name: string, date: string, level: string];

type PickedTask = [
  classes: string[], addressee: string, words: string[], amounts: string, section: string, block: string, start: number, end: number,
];

/** compare/pairs.js: a document that is compared, and what a reader must know of it; a comparison, by number of document. */
type ComparedDocument = [id: string, name: string, ...states: [words: string, classes: string][]];
type ComparedPair = [derived: number, base: number, hasItems: number, ...figures: string[]];

/** compare/documents/ID.js; addresses are seen from the top of the site */
interface PickedDocument {
  name: string;
  short: string;
  level: [id: string, name: string];
  date: string;
  url: string;
  broken: boolean;
  pages: Record<string, string>; // other document -> the page that compares the two
  blocks: [id: string, path: string, text: string, isHeading: number][];
  tasks: PickedTask[];
}

/** notices/readings/PAGE.js: the commonest reading of each character, and by block [character, reading, …] of the others. */
interface NoticeReadings {
  mostly: Record<string, string>;
  otherwise: Record<string, (number | string)[]>;
}

/** A quotation on a card; `at` is the address of its place, seen from the top of the site. */
interface CardSource {
  source: string;
  at: string;
}

/** glossary/cards/ID.js */
interface TermCard {
  term: string;
  pinyin: string;
  kind: string;
  met: string;
  url: string;
  quote?: CardSource & { text: string };
  parts?: string[];
  more?: number; // parts that the card leaves out
  parts_from?: CardSource;
  unexplained?: string;
}

/* Data are classic scripts, because a page from file:// may load no other: each calls one of these global functions. */
declare var termCard: (id: string, card: TermCard) => void;
declare var noticeReadings: (readings: NoticeReadings) => void;
declare var pickableDocuments: (documents: PickableDocument[], classes: [id: string, name: string][]) => void;
declare var comparedPairs: (documents: ComparedDocument[], pairs: ComparedPair[]) => void;
declare var pickedDocument: (id: string, record: PickedDocument) => void;
declare var sourceLines: (lines: [number: number, text: string][]) => void;
declare var __part: (key: string, data: unknown) => void;

/* What the scripts of mkdocs-material 9.8.1 ask of a page. */
declare var __md_scope: URL;
declare var __md_hash: (text: string) => number;
declare var __md_get: <Value>(key: string, storage?: Storage, scope?: URL) => Value | null;
declare var __md_set: (key: string, value: unknown, storage?: Storage, scope?: URL) => void;

/** Of a worker; in a page that stands in for one it is a promise (vendor/iframe-worker.js). */
declare function importScripts(...addresses: string[]): void | Promise<void>;

/** Cuts a text into words; not in every browser. */
declare namespace Intl {
  class Segmenter {
    constructor(language: string, options: { granularity: "word" });
    segment(text: string): Iterable<{ segment: string }>;
  }
}
