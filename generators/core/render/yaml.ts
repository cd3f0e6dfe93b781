/** What can be written as YAML: JSON, and values with marks for the reader. */
export type Yaml = string | number | boolean | null | readonly Yaml[] | YamlMap | Marked;
export interface YamlMap {
  readonly [key: string]: Yaml;
}

interface Marks {
  /** Comment above the entry, one line a text. */
  readonly above?: readonly string[];
  /** Comment at the end of its line. */
  readonly behind?: string;
  /** Name by which `alias` refers to the map. */
  readonly anchor?: string;
  readonly alias?: string;
  /** Empty lines between the entries of the map. */
  readonly apart?: true;
}

export class Marked {
  readonly value: Yaml;
  readonly marks: Marks;

  constructor(value: Yaml, marks: Marks) {
    this.value = value;
    this.marks = marks;
  }
}

const mark = (value: Yaml, marks: Marks): Marked =>
  value instanceof Marked
    ? new Marked(value.value, { ...value.marks, ...marks })
    : new Marked(value, marks);

export const noted = (value: Yaml, ...above: readonly string[]): Marked => mark(value, { above });
export const trailed = (value: string, behind: string): Marked => mark(value, { behind });
export const anchored = (value: YamlMap, anchor: string): Marked => mark(value, { anchor });
/** What an anchor stands for; as value of the key `<<` it is merged into the map. */
export const alias = (anchor: string): Marked => mark(null, { alias: anchor });
export const apart = (value: YamlMap): Marked => mark(value, { apart: true });

/** What a reader of YAML 1.1 or 1.2 would take for something else than this text. */
const misread =
  /^(?:~|null|true|false|yes|no|on|off|y|n)$|^[-+.]?\d|^[-+]?\.(?:inf|nan)$|^[-+]?(?:\.[\d_]*)?(?:e[-+]?\d+)?$|^[-?:,[\]{}#&*!|>'"%@`=<]|: |:$| #|^\s|\s$/iu;

/** Quoted where it must be: singly, but for a text that then would need more escapes. */
function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  if (!misread.test(value)) return value;
  return value.includes("'") && !/["\\]/u.test(value)
    ? `"${value}"`
    : `'${value.replaceAll("'", "''")}'`;
}

function block(text: string, indent: string): string {
  const lines = text.trimEnd().split('\n');
  return ` |\n${lines.map((line) => (line === '' ? '' : indent + line)).join('\n')}\n`;
}

const open = (value: Yaml): Marked => mark(value, {});

const isCollection = (value: Yaml): value is readonly Yaml[] | YamlMap =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/** The value of a key or an item, with its line end; collections are indented. */
function valueOf(given: Yaml, indent: string): string {
  const { value, marks } = open(given);
  const anchor = marks.anchor === undefined ? '' : ` &${marks.anchor}`;
  if (isCollection(value)) return `${anchor}\n${collection(value, indent, marks)}`;
  const behind = marks.behind === undefined ? '' : ` # ${marks.behind}`;
  if (marks.alias !== undefined) return ` *${marks.alias}\n`;
  if (value === null) return '\n';
  if (typeof value === 'object') return Array.isArray(value) ? ' []\n' : ' {}\n';
  if (typeof value === 'string' && value.includes('\n')) return block(value, indent);
  return ` ${scalar(value)}${behind}\n`;
}

function item(given: Yaml, indent: string): string {
  const { value, marks } = open(given);
  const inner = `${indent}  `;
  if (!isCollection(value)) return `${indent}-${valueOf(given, inner)}`;
  return `${indent}- ${collection(value, inner, marks).slice(inner.length)}`;
}

function collection(value: readonly Yaml[] | YamlMap, indent: string, { apart: gaps }: Marks) {
  const entries = Array.isArray(value)
    ? value.map((entry: Yaml) => [entry, item(entry, indent)] as const)
    : Object.entries(value as YamlMap).map(
        ([key, entry]) => [entry, `${indent}${key}:${valueOf(entry, `${indent}  `)}`] as const,
      );
  const comments = (entry: Yaml): string =>
    (open(entry).marks.above ?? []).map((line) => `${indent}# ${line}`.trimEnd() + '\n').join('');
  return entries.map(([entry, text]) => comments(entry) + text).join(gaps ? '\n' : '');
}

/**
 * A YAML file, written to bytes that prettier leaves unchanged. Keys must be plain words; the first
 * entry of a map in a list bears no comment (give it to the item).
 */
export const yaml = (value: YamlMap): string => collection(value, '', { apart: true });
