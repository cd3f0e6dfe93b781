import { printable } from '../../refusal.ts';
import type { MergeKind, Owner } from '../../render/tree.ts';
import type { Explanation } from './explain.ts';

const owners: Readonly<Record<Owner, string>> = {
  managed: 'kept as generated; an edit is drift, and groundwork apply undoes it',
  shared: 'generated, and yours to edit too',
  seeded: 'written once, then yours; no command touches it again',
};

const merges: Readonly<Record<MergeKind, string>> = {
  text: 'line by line',
  json: 'key by key, yours wins',
  union: 'both lists are kept',
  binary: 'never, yours is kept',
};

const edits = { no: 'nothing', yes: 'edited, see below', deleted: 'deleted; it stays so' } as const;

/** An explanation for a person. */
export function textOfExplanation(explanation: Explanation): string {
  const { path, unit, template, because, owner, merge, edited, diff } = explanation;
  const rows = [
    ['template', template],
    ['because of', because.join(', ')],
    ['belongs to', unit === 'project' ? 'the project' : `the resource ${unit.slice(10)}`],
    ['owner', `${owner}: ${owners[owner]}`],
    ['merged', merges[merge]],
    ['your edits', edits[edited]],
  ] as const;
  const lines = rows.map(([head, value]) => `  ${head.padEnd(10)}  ${printable(value)}\n`);
  return `${printable(path)}\n${lines.join('')}${diff === '' ? '' : `\n${diff}`}`;
}

/** What is to be said of files that no template made. */
export function wordsForOther(path: string, migrations: string | undefined): string {
  if (path === '.env') return 'holds your secrets; commands only add variables that are new';
  if (path === 'groundwork.json' || path.startsWith('.groundwork/')) {
    return 'is the state of groundwork; it belongs into git';
  }
  if (migrations !== undefined && path.startsWith(`${migrations}/`)) {
    return 'is a migration: written once, never changed by a command';
  }
  return 'was not generated: it is yours';
}
