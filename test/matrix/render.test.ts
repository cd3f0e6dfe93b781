import { describe, expect, test } from 'vitest';
import { paragraph } from '../../templates/project/markdown.ts';
import { example } from '../../templates/example.ts';
import { checkPaths } from '../../generators/core/apply/paths.ts';
import { technologies } from '../unit/shape/technologies.ts';
import { cases, filesOf, npmCases, pythonCases } from './cases.ts';
import { unformatted } from './prettier-referee.ts';

describe.each(cases)('$title', async ({ spec }) => {
  const { files } = await filesOf(spec);
  const texts = [...files];

  test('renders, and twice the same bytes', async () => {
    expect(files.size).toBeGreaterThan(4);
    expect((await filesOf(spec)).files).toEqual(files);
  });

  test.runIf(files.has('package.json'))('is formatted as its own formatter wants it', async () => {
    expect(await unformatted(files)).toEqual([]);
  });

  test('has no file that is empty or has Windows line ends, and each ends in a line end', () => {
    const odd = texts.filter(
      ([path, text]) =>
        !(path.endsWith('__init__.py') && text === '') &&
        (text.length < 2 || text.includes('\r') || !text.endsWith('\n')),
    );
    expect(odd.map(([path]) => path)).toEqual([]);
  });

  test('has only paths that every system takes', () => {
    expect(() => {
      checkPaths([...files.keys()]);
    }).not.toThrow();
  });

  test('tells nothing of the machine that rendered it', () => {
    const home = process.env['HOME'] ?? process.cwd();
    // Every image has that one.
    const homes = home === '/root' ? [] : [home];
    const places = [process.cwd(), ...homes, process.execPath];
    const telling = texts.filter(([, text]) => places.some((place) => text.includes(place)));
    expect(telling.map(([path]) => path)).toEqual([]);
  });

  test('has no template tag and no word left over from rendering', () => {
    const quoted = JSON.stringify(spec.description).slice(1, -1);
    const withoutDescription = (text: string) =>
      [spec.description, quoted, paragraph(spec.description)].reduce(
        (left, form) => (form === '' ? left : left.replaceAll(form, '')),
        text,
      );
    const leftovers = /\[object Object\]|<%=|\b__(?:one|many)\./u;
    const odd = texts.filter(
      ([path, text]) => leftovers.test(withoutDescription(text)) || leftovers.test(path),
    );
    expect(odd.map(([path]) => path)).toEqual([]);
  });

  test('has no trace of what was not chosen', () => {
    const others = technologies.filter(
      ({ dimension, id }) => (spec as unknown as Record<string, unknown>)[dimension] !== id,
    );
    const traces = others.flatMap(({ id, word }) =>
      texts
        .filter(([path, text]) => word.test(path) || word.test(text))
        .map(([path]) => [id, path]),
    );
    expect(traces).toEqual([]);
  });

  test.skipIf(spec.resources.some(({ name }) => name === example.name) || spec.name === 'tasks')(
    'has no trace of the example resource',
    () => {
      const traces = texts.filter(([path, text]) => /\btasks?\b/iu.test(path + text));
      expect(traces.map(([path]) => path)).toEqual([]);
    },
  );
});

describe.each(npmCases)('package.json of $title', async ({ spec }) => {
  const { files } = await filesOf(spec);
  const manifest = JSON.parse(files.get('package.json') ?? '{}') as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;

  test('pins exact versions, sorted', () => {
    for (const kind of ['dependencies', 'devDependencies']) {
      const packages = manifest[kind] ?? {};
      expect(Object.keys(packages)).toEqual(Object.keys(packages).toSorted());
      for (const version of Object.values(packages)) expect(version).toMatch(/^\d+\.\d+\.\d+/u);
    }
  });

  test('says what the spec says', () => {
    expect(manifest).toMatchObject({ name: spec.name });
    expect(manifest['description'] ?? '').toBe(spec.description);
  });

  test('has only scripts whose programs are its packages, or npm and node', () => {
    const known = new Set([
      'node',
      'npm',
      'tsc',
      ...Object.keys(manifest['devDependencies'] ?? {}),
    ]);
    const programs = Object.values(manifest['scripts'] ?? {}).flatMap((script) =>
      script.split(' && ').map((part) => part.split(' ')[0] ?? ''),
    );
    expect(programs.filter((program) => !known.has(program))).toEqual([]);
  });
});

describe.each(pythonCases)('pyproject.toml of $title', async ({ spec }) => {
  const { files } = await filesOf(spec);
  const manifest = files.get('pyproject.toml') ?? '';

  test('has ranges of packages, sorted', () => {
    for (const [, list = ''] of manifest.matchAll(/^(?:dependencies|dev) = \[\n(.*?)^\]/gmsu)) {
      const packages = [...list.matchAll(/^ {4}"([\w[\]-]+)(>=[\d.]+,<[\d.]+)",$/gmu)];
      expect(packages.length).toBe(list.trimEnd().split('\n').length);
      const names = packages.map(([, name = '']) => name);
      expect(names).toEqual(names.toSorted());
    }
  });

  test('says what the spec says', () => {
    // Not the bare name: uv takes a project that is called like a package for that package.
    expect(manifest).toContain(`name = ${JSON.stringify(`${spec.name}-backend`)}\n`);
    const said = spec.description === '' ? [] : [JSON.stringify(spec.description)];
    expect([...manifest.matchAll(/^description = (.*)$/gmu)].map(([, text]) => text)).toEqual(said);
  });

  test('has migrations in numbers, each behind what it refers to', () => {
    const paths = [...files.keys()].filter((path) => /\/migrations\/\d/u.test(path));
    for (const path of paths) {
      expect(path).toMatch(/^apps\/\w+\/migrations\/0001_initial\.py$/u);
      for (const [, app] of (files.get(path) ?? '').matchAll(
        /^ {8}\("(\w+)", "0001_initial"\),$/gmu,
      )) {
        expect(files.has(`apps/${app}/migrations/0001_initial.py`), path).toBe(true);
      }
    }
  });
});

describe.each(cases)('the documents of $title', async ({ spec }) => {
  const { files, cast } = await filesOf(spec);
  const readme = files.get('README.md') ?? '';

  test('name every command, variable and folder, and the folders exist', () => {
    for (const { run, does } of cast.model.commands) {
      if (does !== null) expect(readme).toContain(`\`${run}\``);
    }
    for (const { name } of cast.model.variables) {
      expect(readme).toContain(`\`${name}\``);
      expect(files.get('.env.example')).toMatch(new RegExp(`^${name}=`, 'mu'));
    }
    for (const { path } of cast.model.folders) {
      const there = [...files.keys()].some((file) => file === path || file.startsWith(path));
      expect(there, path).toBe(true);
    }
  });

  test.runIf(spec.delivery === 'docker')('say whose address a container sees', () => {
    expect(readme.split('## Container')[1]?.split('\n## ')[0]).toContain('`TRUST_PROXY`');
  });

  test('name no file that does not exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/gu)].map(([, link = '']) => link);
    expect(links.filter((link) => !files.has(link.replace(/#.*$/u, '')))).toEqual([]);
  });
});
