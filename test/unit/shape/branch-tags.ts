/** What the branches of one template come to. */
export interface Branches {
  readonly tags: number;
  /** How deep an `if` lies in others; 1 when none does. */
  readonly depth: number;
}

const tag = /<%(?!%)([_=-]?)(?!#)([\s\S]*?)[-_]?%>/gu;
const quoted = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/gu;

/** `if`, `else`, `?:` and `&&`; neither `?.` nor `??`. */
const branch = /\bif\s*\(|\belse\b|\bswitch\s*\(|&&|\|\||(?<!\?)\?(?![.?])/u;

/** Counts the tags that branch, and how deep they lie in each other. */
export function branchesOf(template: string): Branches {
  const codes = [...template.matchAll(tag)].map(([, , code = '']) => code.replaceAll(quoted, '0'));
  const open: string[] = [];
  let pending = 'other';
  let depth = 0;
  for (const [word] of codes.join('\n').matchAll(/\bif\b|\belse\b|[{}]/gu)) {
    if (word === '{') {
      open.push(pending);
      pending = 'other';
      depth = Math.max(depth, open.filter((kind) => kind === 'branch').length);
    } else if (word === '}') open.pop();
    else pending = 'branch';
  }
  return { tags: codes.filter((code) => branch.test(code)).length, depth };
}
