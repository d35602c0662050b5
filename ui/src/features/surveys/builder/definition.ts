/** A draft as the builder edits it: SurveyJS, flattened to questions that may begin a page. */

export type Words = string | Record<string, string>;
/** `default` for the survey's own language, else the tag of another. */
export type Tongue = string;
/** Languages in which the page itself speaks; others bring their own words. */
export const OWN_TONGUES: Record<string, string> = { en: "English", "zh-tw": "繁體中文", ja: "日本語" };
export interface Choice {
  value: string;
  text?: Words;
}
export interface Element {
  type: string;
  name: string;
  title?: Words;
  isRequired?: boolean;
  metric?: string;
  visibleIf?: string;
  showOtherItem?: boolean;
  rateMin?: number;
  rateMax?: number;
  minRateDescription?: Words;
  maxRateDescription?: Words;
  mostText?: Words;
  leastText?: Words;
  setSize?: number;
  choices?: (string | Choice)[];
  rows?: (string | Choice)[];
  columns?: (string | Choice)[];
  items?: (string | Choice)[];
  /** Ours, in the builder only: the question begins a page. */
  turn?: boolean;
}
export interface Draft {
  title: Words;
  accent?: string;
  logo?: string;
  elements: Element[];
  rest: Record<string, unknown>;
}
export type ListKey = "choices" | "rows" | "columns" | "items";

export const KINDS = ["nps", "csat", "ces", "rating", "radiogroup", "checkbox", "dropdown", "boolean", "matrix", "kano", "maxdiff", "comment", "text"] as const;
export type KindName = (typeof KINDS)[number];

const LISTS: Partial<Record<KindName, ListKey[]>> = {
  radiogroup: ["choices"],
  checkbox: ["choices"],
  dropdown: ["choices"],
  matrix: ["rows", "columns"],
  kano: ["items"],
  maxdiff: ["items"],
};

export const listsOf = (element: Element): ListKey[] => LISTS[kindOf(element)] ?? [];

export function kindOf({ type, metric }: Element): KindName {
  const found = KINDS.find((kind) => kind === (type === "rating" ? (metric ?? "rating") : type));
  return found ?? "comment";
}

export function readDraft(definition: Record<string, unknown>): Draft {
  const { title, theme, pages, elements, ...rest } = definition as Record<string, unknown> & { theme?: { accent?: string; logo?: string } };
  const sheets = (Array.isArray(pages) ? (pages as { elements?: Element[] }[]) : []).map((page) => page.elements ?? []).filter((page) => page.length);
  const onPages = sheets.flatMap((page, number) => page.map((element, place) => (number > 0 && place === 0 ? { ...element, turn: true } : element)));
  const loose = Array.isArray(elements) ? (elements as Element[]) : [];
  return { title: (title as Words) ?? "", accent: theme?.accent, logo: theme?.logo, elements: [...onPages, ...loose], rest };
}

export function writeDefinition({ title, accent, logo, elements, rest }: Draft): Record<string, unknown> {
  const pages: Element[][] = [[]];
  for (const { turn, ...element } of elements) {
    if (turn && pages.at(-1)!.length) pages.push([]);
    pages.at(-1)!.push(element);
  }
  const theme = accent || logo ? { theme: { ...(accent && { accent }), ...(logo && { logo }) } } : {};
  const asked = pages.length > 1 ? { pages: pages.map((page) => ({ elements: page })) } : { elements: pages[0] };
  return { ...rest, title, ...theme, ...asked };
}

export function wordsIn(words: Words | undefined, tongue: Tongue): string {
  if (words === undefined || typeof words === "string") return tongue === "default" ? (words ?? "") : "";
  return tongue === "default" ? (words.default ?? words["zh-cn"] ?? words.zh ?? "") : (words[tongue] ?? "");
}

export function withWords(words: Words | undefined, tongue: Tongue, typed: string): Words {
  const { default: own = wordsIn(words, "default"), "zh-cn": _simplified, zh: _zh, ...others } = typeof words === "object" ? words : {};
  const next: Record<string, string> = { default: own, ...others, [tongue]: typed };
  const kept = Object.fromEntries(Object.entries(next).filter(([name, text]) => name === "default" || text));
  return Object.keys(kept).length > 1 ? kept : (kept.default ?? "");
}

/** The languages beside the survey's own: ours where any text is given in them, and those it brings words for. */
export function tonguesOf(definition: Record<string, unknown>): Tongue[] {
  const { words, ...asked } = definition;
  const text = JSON.stringify(asked);
  const ours = Object.keys(OWN_TONGUES).filter((tag) => text.includes(`"${tag}":`));
  return [...ours, ...Object.keys((words as object | undefined) ?? {}).filter((tag) => !ours.includes(tag))];
}

/** What a survey brings for languages that the page does not speak by itself; without words it speaks English. */
export function withTongues(rest: Record<string, unknown>, tongues: Tongue[]): Record<string, unknown> {
  const { words: before, ...others } = rest as { words?: Record<string, unknown> };
  const brought = tongues.filter((tag) => before?.[tag] || !(tag in OWN_TONGUES));
  return brought.length ? { ...others, words: Object.fromEntries(brought.map((tag) => [tag, before?.[tag] ?? {}])) } : others;
}

const asChoice = (choice: string | Choice): Choice => (typeof choice === "string" ? { value: choice, text: choice } : choice);

export function linesOf(choices: (string | Choice)[] | undefined, tongue: Tongue): string {
  return (choices ?? []).map((choice) => wordsIn(asChoice(choice).text ?? asChoice(choice).value, tongue)).join("\n");
}

/** One line is one choice; a line that stays keeps its value, so that conditions and numbers stay true. */
export function withLines(choices: (string | Choice)[] | undefined, tongue: Tongue, typed: string): Choice[] {
  const before = (choices ?? []).map(asChoice);
  const lines = typed.split("\n");
  if (tongue !== "default") return before.map((choice, place) => ({ ...choice, text: withWords(choice.text ?? choice.value, tongue, lines[place] ?? "") }));
  const taken = new Set<string>();
  const made = lines.map((line) => {
    const same = before.find(({ text, value }) => wordsIn(text ?? value, "default") === line && !taken.has(value));
    if (same) taken.add(same.value);
    return { line, same };
  });
  return made.map(({ line, same }, place) => {
    if (same) return same;
    const old = before[place] && !taken.has(before[place].value) ? before[place] : undefined;
    const value = old?.value ?? freeValue(taken, before);
    taken.add(value);
    return { value, text: withWords(old?.text, "default", line) };
  });
}

function freeValue(taken: Set<string>, before: Choice[]): string {
  const used = new Set([...taken, ...before.map(({ value }) => value)]);
  let number = 1;
  while (used.has(`c${number}`)) number += 1;
  return `c${number}`;
}

export function newElement(kind: KindName, elements: Element[]): Element {
  const names = new Set(elements.map(({ name }) => name));
  let number = elements.length + 1;
  while (names.has(`q${number}`)) number += 1;
  return asKind({ type: "comment", name: `q${number}`, title: "" }, kind);
}

/** The question as another kind; what both have in common stays. */
export function asKind(element: Element, kind: KindName): Element {
  const { name, title, isRequired, visibleIf, turn } = element;
  const plain: Element = { type: kind, name, title, isRequired, visibleIf, turn };
  if (kind === "nps" || kind === "csat" || kind === "ces") return { ...plain, type: "rating", metric: kind };
  for (const key of listsOf(plain)) plain[key] = element[key] ?? element.choices ?? element.items ?? starting(key);
  return plain;
}

const starting = (key: ListKey): Choice[] =>
  key === "columns" ? ["非常不满意", "不太满意", "一般", "比较满意", "非常满意"].map((text, place) => ({ value: String(place + 1), text })) : [1, 2, 3, 4].map((number) => ({ value: `c${number}`, text: "" }));

export interface Condition {
  name: string;
  sign: string;
  value: string;
}
const CONDITION = /\{(\w+)\}\s*(<>|<=|>=|=|<|>)\s*(-?\d+(?:\.\d+)?|'[^']*'|true|false)/g;

export const readConditions = (text: string | undefined): Condition[] =>
  [...(text ?? "").matchAll(CONDITION)].map(([, name, sign, value]) => ({ name: name!, sign: sign!, value: value! }));

export const writeConditions = (conditions: Condition[]): string | undefined =>
  conditions.length ? conditions.map(({ name, sign, value }) => `{${name}} ${sign} ${value}`).join(" and ") : undefined;
