// What the scripts of the search offer each other, as Notices.search, and the data of docs/search/ that they read.

// --- data: scripts/notice_site/search_index/ ---------------------------------------------------------

/** A way to narrow answers; see scripts/notice_site/search_index/facets.py. */
interface Facet {
  name: string;
  label: string;
  of: "document" | "volume" | "place";
  field: string;
  missing: string;
  length: number;
  order: "frequency" | "newest";
}

/** Where another volume lies, seen from the top of this one. */
interface VolumeAddress {
  name: string;
  address: string;
}

interface Manifest {
  format: number;
  version: string;
  documents: number;
  shards: number; // 0: the corpus is small and has no index; else the manifest is an IndexManifest
  fields: (keyof StoredRecord)[]; // the order of the values of a document
  facets: Facet[];
  volumes?: VolumeAddress[];
  names: [string, string[]][]; // what readers type, wordings that it stands for; symbols
}

/** The manifest of a large corpus says besides how its index is cut. */
interface IndexManifest extends Manifest {
  proposed: [number, string[]][]; // documents with readings that editors propose, in symbols
  initials: number; // shards of the initials of titles
  windows: number; // windows that a document has in the index
  common: string; // symbols that too many documents have to be listed
  letters: string[]; // pairs of Latin letters that stand side by side in texts
  starts: string; // Latin letters that begin a run of them
  ends: string; // Latin letters that end one
}

/** How the characters of a corpus are read: syllable -> characters; and their simplified forms, in pairs. */
interface Characters {
  first: Record<string, string>;
  other: Record<string, string>;
  forms: string;
  second: string;
}

interface TermRecord {
  url: string;
  term: string;
  forms: [text: string, syllables: string][];
  definition: string;
  mentions: number;
}

/** A document as the data hold it. */
type StoredRecord = {
  url: string;
  title: string;
  title_block: string;
  date: string;
  number: string;
  level: string;
  issuers: string[];
  genre: string;
  blocks: string[]; // of each passage
  texts: string[]; // of each passage
  headings: number[]; // characters of each passage that are a heading
  sections: Record<string, string>; // block -> the block above it, where ids do not say so
  runs_on: number[];
  proposed: [passage: number, before: string, after: string][]; // readings that editors propose // passages that run on in the paragraph before them
  spoken: (number | string)[]; // place in the stream, syllable, place, syllable, …
};

/** A document once it is read: its address is seen from the reader's own volume. */
type TextRecord = StoredRecord & { volume: string };

/** What facets ask of a document, a volume or a term. */
type FacetValues = Record<string, unknown>;

type RecordValues = StoredRecord[keyof StoredRecord][];

/** The parts of the search data by their keys: docs/search/KEY.js. */
interface SearchParts {
  manifest: Manifest;
  chars: Characters;
  forms: string;
  sounds: Record<string, string>; // syllable -> characters that no text has
  terms: TermRecord[];
  texts: RecordValues[];
  days: [date: string, count: number][]; // of a large corpus: how many documents have each date, in their order
  facets: Record<string, (string | string[])[]>; // field -> value of each document
  [document: DocumentKey]: RecordValues;
  [shard: ShardKey]: string;
}

type DocumentKey = `texts/${number}`;
type ShardFolder = "index" | "lists" | "other" | "initials";
type ShardKey = `${ShardFolder}/${number}`;

/** Promises the data of parts, in order. `from` is the same for another volume; null where its address leads back here. */
interface Load {
  <const Keys extends readonly (keyof SearchParts)[]>(keys: Keys): Promise<{ -readonly [Key in keyof Keys]: SearchParts[Keys[Key]] }>;
  from(address: string): Load | null;
}

// --- queries -----------------------------------------------------------------------------------------

/** How well a wording answers, 0 the best: the constants of match.js. */
type Tier = number;

interface Token {
  symbol: string;
  letter: string;
  tone: number;
  cut: boolean;
  marks?: string;
  isPercent?: boolean;
}

/** What can stand for one symbol of a text: a symbol literally, or a syllable. */
type Edge = SymbolEdge | SyllableEdge;

interface SymbolEdge {
  to: number;
  symbol: string;
  syllable?: undefined;
  tone?: undefined;
}

interface SyllableEdge {
  to: number;
  symbol?: undefined;
  syllable: string;
  tone: number; // 0: any
  accent: string;
}

interface Initial {
  to: number;
  letters: string;
}

/** Another way to write what was typed. `pattern` has what may not stand before it as its first group; `parts` are
 * alternatives, each the words that a document which has it holds, or `dates` its names; with `year` it counts in documents of that year only. */
interface Wording {
  pattern: RegExp;
  parts: string[][];
  tier: Tier; // how well it answers
  dates?: string[]; // names of the dates that it means, as an index lists them
  year?: string;
  edited?: string; // the wording of which this has one symbol otherwise
  isWritten?: (characters: string) => boolean; // whether the characters of the text, with punctuation, are meant
}

/** A date that was typed; 0 stands for a year or day that was not. */
interface TypedDate {
  year: number;
  month: number;
  day: number;
}

interface Query {
  typed: string;
  tokens: Token[];
  length: number;
  text: string;
  edges: Edge[][];
  rest: string[];
  initials: Initial[][];
  isSpoken: boolean;
  isLiteral: boolean;
  joints: number[]; // places of symbols behind which other words begin
  isNumbered: boolean; // the number of a document
  otherwise: Query | null; // with the other simplified forms, where a symbol has two
  means: string[]; // the wordings that it is another name of
  words: Query[]; // where several were typed
  isAny: boolean; // one of them is enough
  isPasted: boolean; // they are sentences of the whole
  without: Query[]; // what documents are not to hold
  wordings: Wording[];
  alike: Query[]; // the same with percentages written otherwise
  typedDate: TypedDate | null;
  date: string; // the ISO date that was typed, or ""
  digits: number[]; // places of digits behind digits
  points: number[]; // those of them that a decimal point parts
  percents: number[]; // places of digits with a percent sign behind them
  asRead(lexicon: Lexicon, sounds: Map<string, string>): Query | null;
  edited(lexicon: Lexicon): Query | null;
  numeralVariants(lexicon: Lexicon): Query[];
  literally(symbols: string, lexicon: Lexicon): Query;
  rewritten(text: string): Token[];
}

/** A syllable with tone, and what it is compared by. */
interface Reading {
  toned: string;
  plain: string;
  tone: number;
  accent: string;
}

interface Lexicon {
  syllables: Set<string>;
  all(symbol: string): Reading[];
  plain(symbol: string): string;
  isSyllable(letters: string): boolean;
  isBeginning(letters: string): boolean;
  hasTone(symbol: string, plain: string, tone: number): boolean;
}

interface Folding {
  fold(character: string): string;
  symbols(text: string): string;
  places(text: string): Span[];
}

/** UTF-16 units of a text: from the first number up to the second. */
type Span = [start: number, end: number];

/** Places of a stream -> readings that are not the commonest ones of their symbols. */
type Spoken = Map<number, Reading>;

/** How a query goes on after a symbol: to which place, how well, whether read, whether as a syllable cut short. */
interface Step {
  to: number;
  tier: Tier;
  read: boolean;
  rest: boolean;
}

interface Match {
  start: number;
  end: number;
  tier: Tier;
  isProposed?: boolean; // in a reading that an editor proposes
}

interface Matcher {
  query: Query;
  steps(symbol: string, at: number, spoken: Reading | null | undefined): Step[];
  find(stream: string, spoken: Spoken): Match[];
}

// --- terms and documents -----------------------------------------------------------------------------

/** Symbols with their readings; a symbol without one has null. */
interface ReadSymbols {
  symbols: string;
  readings: (Reading | null)[];
}

/** A wording of a term. */
interface Form extends ReadSymbols {
  text: string;
  letters: string;
  folding: Folding;
}

interface TermPlace {
  volume: string;
  url: string;
  definition: string;
}

/** A term; `url` is the address of its first place, `number` its rank in the glossary. */
interface Term {
  term: string;
  readonly pinyin: string;
  number: number;
  url: string;
  forms: Form[];
  mentions: number;
  places: TermPlace[];
}

/** Where a wording ends that begins at a place of a form, how well it answers and how it was typed. */
interface Ending {
  end: number;
  tier: Tier;
  manner: number;
}

/** A term that answers: which wording, how well, how it was typed, where in the wording. */
interface TermMatch extends Ending {
  term: Term;
  form: Form;
  place: number;
  start: number;
}

interface Glossary {
  terms: Term[];
  find(query: Query, lexicon: Lexicon): TermMatch[];
  nearest(query: Query, lexicon: Lexicon): Term[];
}

/** What answers in one passage; see Text.hits in texts.js. */
interface Hit {
  passage: number;
  tier: Tier;
  headed: boolean;
  ranges: Span[];
  isProposed: boolean; // nothing but readings that editors propose
}

/** A passage as an editor proposes to read it: where it stands in the stream, its symbols, how many of these are those of
 * the text at its beginning and at its end, and by how many it is longer. */
interface ProposedReading {
  at: number;
  stream: string;
  first: number;
  last: number;
  longer: number;
}

interface SearchText {
  record: TextRecord;
  number: number;
  stream: string;
  spoken: Spoken;
  hits(matches: Match[]): Hit[];
  name(): string;
  textOf(passage: number): string;
  characters(start: number, end: number): string;
  gap(place: number): string;
  readings(): ProposedReading[];
  proposedMatch(reading: ProposedReading, match: Match): Match[];
  paragraphAt(place: number): number;
  paragraphOf(passage: number): number;
  sentenceAt(place: number): number;
  sectionsOf(passage: number): string[];
  address(passage: number, ranges: Span[]): string;
}

/** Numbers of documents that may answer; in `heads` those that may have the wording in a title or heading. */
interface Candidates {
  heads: number[];
  all: number[];
}

/** A line of a shard: a pair, a symbol or a date, and its places as coded lists, those in headings behind a blank; they are
 * "" while a `list` of their own is not loaded, of which those with lower numbers are shorter. */
interface PairRecord {
  key: string;
  list: number | null;
  numbers: string;
}

interface SearchShard {
  records: Map<string, PairRecord>;
  pairs(first: string, second: string, tier: Tier): string[];
}

interface SearchShards {
  open(folder: ShardFolder, numbers: number[]): Promise<SearchShard[]>;
  fill(records: PairRecord[]): Promise<void>;
}

/** The lists of a large corpus by pairs of symbols; a window is a stretch of a document. */
interface PairIndex {
  manifest: IndexManifest;
  lexicon: Lexicon;
  shards: SearchShards;
  shardNumber(first: string, second: string): number;
  open(numbers: number[]): Promise<SearchShard[]>;
  records(pairs: string[]): Promise<Map<string, PairRecord>>;
  following(before: number[], after: number[], reach: number): number[];
  documents(windows: number[]): number[];
}

interface SearchIndex {
  candidates(query: Query, tier: Tier): Promise<Candidates>;
  proposed(query: Query): number[];
  sequence(parts: string[], joints?: number[]): Promise<Candidates>;
  dated(beginning: string): Promise<number[]>;
  dates(names: string[]): Promise<Candidates>;
  holds(pairs: string[]): Promise<boolean[]>;
  lists(pairs: string[], most: number): Promise<number[][]>;
}

interface Volume {
  name: string;
  address: string;
  load: Load;
  manifest: Manifest;
  fields: Manifest["fields"];
  characters: Characters;
  terms: TermRecord[];
  folding: Folding;
  index: SearchIndex | null; // of a large corpus
  texts: Map<number, SearchText>;
  textsOf(numbers: number[]): Promise<SearchText[]>;
  facetValues(): Promise<SearchParts["facets"]>;
  valuesByNumber(): Promise<(number: number) => FacetValues>;
  searching(plan: SearchPlan, wants: Wants | null | undefined, patience: number): Promise<VolumeSearch>;
  holds(pairs: string[]): Promise<boolean[]>;
}

/** Whether a document is wanted, by the values that facets ask for. */
type Wants = (record: FacetValues) => boolean;

/** What a query asks of documents; see plan.js. */
interface SearchPlan {
  tiers: Tier[];
  wordTiers: Tier[]; // of documents that hold several words apart
  date: string;
  answer(text: SearchText): TextAnswer | null;
  candidates(index: SearchIndex, tier: Tier): Promise<Candidates>;
}

/** A search in one volume; see Volume.searching in volume.js. */
interface VolumeSearch {
  volume: Volume;
  candidates(tier: Tier): Promise<void>;
  parts(): number;
  unseen(): Promise<FacetValues[]>;
  answers(tier: Tier, isHeaded: boolean, part?: number): AsyncGenerator<DocumentAnswer, void>;
  newest(tiers: Tier[]): AsyncGenerator<DocumentAnswer, void>;
}

// --- answers -----------------------------------------------------------------------------------------

interface TermAnswer {
  kind: "term";
  term: Term;
  form: Form;
  tier: Tier;
  start: number;
  end: number;
}

interface TextAnswer {
  kind: "text";
  text: SearchText;
  tier: Tier;
  headed: boolean;
  hits: Hit[];
  lacks: string[]; // the words that were typed and that it does not hold
  near?: Nearness; // how it is near to a query that nothing answers
}

/** How something answers where nothing holds all that was typed. */
type Nearness = "apart" | "lacking" | "name" | "question" | "sound" | "edit" | "letter" | "parts";

/** Nothing answers: what comes now is near. `words` are those that are looked for instead, if others. */
interface InsteadNote {
  kind: "instead";
  how: Nearness;
  words: string;
  isSure: boolean; // all that may answer was looked at
  isNarrowed: boolean; // filters were on, and nothing is said of what they leave out
}

/** A query, how many of its words have to be held, and the note that goes before its answers. */
interface Attempt {
  attempt: Query;
  least: number;
  instead: Pick<InsteadNote, "how" | "words"> | null;
  isNear?: (words: string, tier: Tier) => boolean; // whether such words of a text answer
  parts?: QueryParts; // where parts of the query are looked for
}

/** Pairs of neighbouring symbols of a query: all, those that are looked for, how many of these a paragraph has to hold. */
interface QueryParts {
  all: string[];
  chosen: string[];
  least: number;
}

/** Documents of this tier will have to be loaded; `others` are terms further down. */
interface LoadingNote {
  kind: "loading";
  tier: Tier;
  others: TermAnswer[];
}

/** A document was looked at in vain; patience ended and something may be missing; so many documents of a large corpus
 * were looked at, and whoever goes on looks at more. */
type SearchNote = { kind: "vain" } | { kind: "cut" } | { kind: "pause"; checked: number };

type DocumentAnswer = TextAnswer | SearchNote;
type Answer = TermAnswer | LoadingNote | InsteadNote | DocumentAnswer;

interface SearchOptions {
  wants?: Wants | null;
  byDate?: boolean;
  patience?: number;
}

/** A volume that cannot be searched; `isOther`: its data have another format. */
interface AbsentVolume extends VolumeAddress {
  isOther: boolean;
}

interface Engine {
  volumes: Volume[];
  others: VolumeAddress[];
  absent: AbsentVolume[];
  facets: Facet[];
  isWhole: boolean;
  readonly isLarge: boolean;
  folding: Folding;
  lexicon: Lexicon;
  names: Map<string, string[]>;
  wording(typed: string): Promise<Query | null>;
  soundsFor(query: Query): Promise<Map<string, string>>;
  open(): Promise<void>;
  openOthers(): Promise<void>;
  query(typed: string): Promise<Query | null>;
  search(query: Query, options?: SearchOptions): AsyncGenerator<Answer, void>;
  unseen(): Promise<FacetValues[]>;
  nearest(query: Query): Term[];
}

// --- what the page shows -----------------------------------------------------------------------------

/** A piece of a text, marked where it answers. */
interface Piece {
  text: string;
  marked: boolean;
}

/** What was found so far. */
interface Found {
  terms: TermAnswer[];
  texts: TextAnswer[];
  unseen: FacetValues[]; // of documents that may answer and were not looked at
}

interface FacetCounts extends Facet {
  isAtMost: boolean; // counts include documents that may answer
  values: { value: string; count: number }[];
}

/** A short word beside an answer, and what it means. */
interface Label {
  name: string;
  title: string;
}

/** A value of a facet by which answers are narrowed. */
interface ChosenValue {
  name: string;
  label: string;
  value: string;
}

interface SearchState {
  facets: Facet[];
  within: string;
  shown: number;
  allChosen(): ChosenValue[];
  clear(): void;
  find: string;
  sort: string;
  chosen(name: string): string[];
  choose(name: string, value: string, isChosen: boolean): void;
  address(page: string): string;
  wants(record: FacetValues, except?: string): boolean;
  readonly narrowsDocuments: boolean;
  terms(terms: TermAnswer[]): TermAnswer[];
  texts(texts: TextAnswer[], except?: string): TextAnswer[];
  counts(found: Found, isOfVolumes: boolean): FacetCounts[];
}

type Child = string | Node;

/** Properties of an element, and data-* attributes. */
type Properties<Name extends keyof HTMLElementTagNameMap> =
  Partial<Omit<HTMLElementTagNameMap[Name], "dataset">> & { data?: Record<string, string> };

interface NoticeSearch {
  // symbols.js
  Folding: new (pairs: string) => Folding;
  isIgnored(character: string): boolean;
  // syllables.js
  accent(syllable: string): string;
  initialAccent(letters: string): string;
  reading(toned: string): Reading;
  printed(reading: Reading): string;
  spelled(letters: string): string;
  Lexicon: new (tables: Characters[]) => Lexicon;
  // numerals.js
  ZEROS: string;
  NUMERALS: string;
  NUMBER: RegExp;
  numeral(number: number): string;
  hanDigits(digits: string): string;
  numberOf(characters: string): number;
  digitByDigit(characters: string): string;
  two(number: number): string;
  otherNumerals(text: string): string[];
  numberWordings(run: string, behind: string): string[];
  goesOn(before: string, behind: string, between: string): boolean;
  isPoint(before: string, behind: string, between: string): boolean;
  // wordings.js
  otherPercentages(typed: string): string[];
  otherWordings(typed: string, text: string): Wording[];
  anyWording(texts: string[]): Wording;
  withOneEdit(text: string): Wording;
  dateOf(typed: string): TypedDate | null;
  isoDate(date: TypedDate): string;
  isDocumentNumber(typed: string, text: string): boolean;
  placesOf(wording: Wording, stream: string): Span[];
  // words.js
  split(typed: string, isSyllable: (letters: string) => boolean, isSpoken: (letters: string) => boolean): { words: string[]; without: string[]; isAny: boolean };
  sentences(typed: string): string[];
  listed(typed: string): string[];
  asked(typed: string): string;
  edgesOfQuestion(text: string): number[];
  // query.js
  LONGEST: number;
  Query: new (tokens: Token[], lexicon: Lexicon, typed?: string) => Query;
  tokens(text: string, folding: Folding): Token[];
  initialLetters(query: Query): string[];
  // match.js
  EXACT: Tier;
  ALIKE: Tier;
  NUMERAL: Tier;
  UNFINISHED: Tier;
  LESSER: Tier;
  FUZZY: Tier;
  SENTENCE: Tier;
  PARAGRAPH: Tier;
  DOCUMENT: Tier;
  isTwofold(a: Tier, b: Tier): boolean;
  Matcher: new (query: Query, lexicon: Lexicon) => Matcher;
  // texts.js
  BREAK: string;
  TITLE: number;
  Text: new (values: RecordValues, number: number, volume: Volume) => SearchText;
  // coding.js
  ascending(code: string): number[];
  union(lists: number[][]): number[];
  intersection(a: number[], b: number[]): number[];
  heldByMost(lists: number[][], least: number): Candidates;
  // terms.js
  EQUAL: number;
  INITIALS: number;
  WRITTEN: number;
  Glossary: new (volumes: Volume[]) => Glossary;
  endings(form: ReadSymbols, matcher: Matcher, start: number): Ending[];
  // shards.js
  Shards: new (lexicon: Lexicon, load: Load) => SearchShards;
  shardOf(first: string, second: string, shards: number): number;
  listsOf(record: PairRecord): Candidates;
  // spoken.js
  spoken(index: PairIndex, query: Query, tier: Tier): Promise<Candidates>;
  // index.js
  Index: new (manifest: IndexManifest, lexicon: Lexicon, load: Load) => SearchIndex;
  // plan.js
  Plan: new (query: Query, termsOf: (query: Query) => TermMatch[], lexicon: Lexicon, least: number) => SearchPlan;
  // attempts.js
  attempts(engine: Engine, query: Query): AsyncGenerator<Attempt, void>;
  // volume.js
  Volume: { open(load: Load, address: VolumeAddress, own?: Volume): Promise<Volume> };
  OtherFormat: new (address: string) => Error;
  OWN_NAME: string;
  absences(absent: AbsentVolume[]): { title: string; advice: string }[];
  newestFirst(streams: AsyncGenerator<DocumentAnswer, void>[]): AsyncGenerator<DocumentAnswer, void>;
  // engine.js
  Engine: new (load: Load) => Engine;
  // loading.js
  loader(root: string): Load;
  // excerpts.js
  excerpt(text: string, ranges: Span[], length?: { before?: number; length?: number }): Piece[];
  marked(text: string, ranges: Span[], start?: number, end?: number): Piece[];
  termWording(answer: TermAnswer): { pieces: Piece[]; isVariant: boolean };
  // parts.js
  partsOf(query: Query): QueryParts | null;
  PartsPlan: new (parts: QueryParts) => SearchPlan;
  // misspelled.js
  respelled(letters: string, lexicon: Lexicon, texts: SearchText[]): string[];
  // labels.js
  tierLabels(tier: Tier): Label[];
  labels(answer: TextAnswer): Label[];
  insteadText(note: InsteadNote): string;
  withoutText(query: Query): string;
  // facets.js
  AT_ONCE: number;
  State: new (address: string) => SearchState;
  placeOf(hit: Hit): string;
  // csv-export.js
  table(terms: TermAnswer[], texts: TextAnswer[], link: (address: string) => string, isOfVolumes: boolean): string;
  // results.js
  element<Name extends keyof HTMLElementTagNameMap>(
    name: Name, properties?: Properties<Name>, ...children: Child[]): HTMLElementTagNameMap[Name];
  whole(address: string, root: string): string;
  termsSection(terms: TermAnswer[], root: string, heading: string): HTMLElement;
  textItem(found: TextAnswer, root: string): HTMLElement;
  nothingFound(query: Query | null, nearest: Term[], root: string): HTMLElement[];
  chips(chosen: ChosenValue[], remove: (name: string, value: string) => void, clear: () => void): Child[];
  facetGroup(facet: FacetCounts, chosen: string[], change: (value: string, isChosen: boolean) => void): HTMLElement;
}

/** What one script adds to Notices.search. */
type SearchModule = Partial<NoticeSearch>;
