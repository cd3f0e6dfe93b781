/** A piece of code in the words of a stack, and which names in it have to be imported. */
export interface Code {
  readonly text: string;
  readonly imported: readonly string[];
}

type Part = Code | string;

export const imported = (name: string): Code => ({ text: name, imported: [name] });

/** Pieces of code in a row, which import what each of them does. */
export const joined = (parts: readonly Part[]): Code => ({
  text: parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
  imported: [...new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : part.imported)))],
});

/** Code as it is written here; what is put into it may be code that imports something. */
export const code = (texts: TemplateStringsArray, ...parts: readonly Part[]): Code =>
  joined(texts.flatMap((text, index) => [text, ...parts.slice(index, index + 1)]));
