import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serverUrl, skipWithoutServer } from '../servers/server-url.ts';
import { repository } from '../unit/shape/sources.ts';
import { copyProgram } from './program-copy.ts';
import { useWorkshop, runIn } from './workshop.ts';

const pattern = 'postgresql';
const trial = 'trial';
const server = serverUrl(pattern);
const row = `{ id: '${trial}', label: 'Trial', hint: 'x', family: 'sql', has: ['database-server'] },`;

const workshop = useWorkshop();

/** The same database by another name: nothing that is there already knows it. */
function addTrial(copy: string): void {
  const [from, to] = [pattern, trial].map((id) =>
    join(copy, `templates/stacks/node/database/${id}`),
  );
  const service = (id: string) => join(copy, `templates/services/${id}.ts`);
  const renamed = (path: string) => readFileSync(path, 'utf8').replaceAll(pattern, trial);
  cpSync(from ?? '', to ?? '', { recursive: true });
  const adapter = join(to ?? '', 'adapter.ts');
  writeFileSync(adapter, renamed(adapter));
  const described = renamed(service(pattern)).replace(
    `versions.images.${trial}`,
    `versions.images.${pattern}`,
  );
  writeFileSync(service(trial), described);
}

function addRow(copy: string): void {
  const choices = join(copy, 'templates/choices.ts');
  const before = readFileSync(choices, 'utf8');
  const after = before.replace(/(id: 'database',[\s\S]*?choices: \[)/u, `$1\n      ${row}`);
  expect(after).not.toBe(before);
  writeFileSync(choices, after);
}

const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );

const name = 'a database of its own folder, service and row makes a project that is green';

if (server === undefined) skipWithoutServer(pattern, name);
else {
  test(name, { timeout: 600_000 }, async () => {
    const copy = copyProgram(join(workshop(), 'program'));
    addTrial(copy);
    addRow(copy);

    const [old, now] = [repository, copy].map((root) => filesIn(join(root, 'templates')));
    const touched = [...(now ?? [])].flatMap(([path, text]) =>
      old?.get(path) === text ? [] : [path],
    );
    const own = new RegExp(`^stacks/node/database/${trial}/|^services/${trial}\\.ts$`, 'u');
    expect(touched.filter((path) => !own.test(path))).toEqual(['choices.ts']);

    const project = join(workshop(), 'project');
    const words = ['new', project, '--database', trial, '--yes', '--no-install', '--no-git'];
    const made = await runIn(copy, process.execPath, ['generators/cli/main.ts', ...words]);
    expect(made.ok, made.output).toBe(true);
    expect(readFileSync(join(project, 'compose.yaml'), 'utf8')).toContain(`${trial}:5432`);
    const variables = { TEST_DATABASE_URL: server };
    const verified = await runIn(project, 'npm', ['run', 'verify'], variables);
    expect(verified.ok, verified.output.slice(-8000)).toBe(true);
  });
}
