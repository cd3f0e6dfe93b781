import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snapshot } from '../../unit/apply/files.ts';
import { groundwork, isSentence } from '../cli.ts';
import { author, book, projectWith } from './shop.ts';

const resource = (...words: readonly string[]) => ['resource', ...words];
const field = (...words: readonly string[]) => ['field', 'book', ...words];

/** One for all: none of these commands writes. */
let root: string;
let before: Record<string, string>;

beforeAll(async () => {
  root = await projectWith([author, book], afterAll);
  before = snapshot(root);
});

describe('what cannot be is refused in one sentence, before anything is written', () => {
  test.concurrent.for<readonly [readonly string[], number, string]>([
    [resource(), 2, 'Say what it is called: groundwork resource book title:string ...'],
    [
      resource('order'),
      2,
      'Say which fields order has: groundwork resource order title:string ...',
    ],
    [
      resource('order', 'title'),
      2,
      'title is not understood at character 6: a field has a type: title:string.',
    ],
    [resource('order', 'title:strin'), 2, '"strin" is no type; did you mean string?'],
    [resource('order', 'n:int'), 2, '"int" is no type; did you mean integer?'],
    [resource('order', 'title:string:uniqe'), 2, '"uniqe" is no modifier; did you mean unique?'],
    [
      resource('order', 'title:string:max=999'),
      2,
      'order.title.maxLength must be a whole number from 1 to 255.',
    ],
    [resource('order', 'title:string:scale=2'), 2, 'order.title.scale is not known; '],
    [
      resource('order', 'id:uuid', 'a:date'),
      2,
      'order.id.name is a name that every resource has or that queries use.',
    ],
    [
      resource('order', 'version:integer', 'a:date'),
      2,
      'order.version.name is a name that every resource has',
    ],
    [resource('order', 'a:date', 'a:text'), 2, 'order.a.name collides with the field a.'],
    [
      resource('order', 'a:ref=zebra'),
      2,
      'order.a.resource "zebra" is no resource here; one of: author, book, order.',
    ],
    [
      resource('order', 'a:date', 'books:many=bok'),
      2,
      'books:many=bok names no resource; did you mean book?',
    ],
    [
      resource('order', 'n:integer', 'a:ref=order'),
      2,
      'order.a.required cannot hold: the first of all has none to refer to.',
    ],
    [resource('order', 'json:json:unique'), 2, 'order.json.unique cannot hold for the type json.'],
    [
      resource('health', 'a:date'),
      2,
      'health.name is a name that every project has; choose another.',
    ],
    [
      resource('Order', 'a:date'),
      2,
      'Order.name must be letters and digits in camelCase, starting with a lower-case letter.',
    ],
    [resource('order', 'a:date', '--plural', 'order'), 2, 'must differ from the name'],
    [
      resource('book', 'a:date'),
      1,
      'There is a resource book already, and it is another one; change it with groundwork field book ..., or choose another name.',
    ],
    [resource('order', 'a:date', '--from', 'x.json'), 2, '--from brings whole resources; '],
    [resource('--from', 'x.json'), 2, '--from: cannot read x.json; '],
    [
      resource('order', 'a:date', '--sharde'),
      2,
      '--sharde is no flag of this command; did you mean --shared?',
    ],
    [
      resource('order', 'a:date:fill=2026-01-01'),
      2,
      'fill= is for rows that are there already; a new resource has none.',
    ],
    [field('a:date:optional:fill=2026-01-01'), 2, 'fill= is for required fields; a is optional.'],
    [field('a:integer:fill=x'), 2, 'fill= of book.a cannot be: book.a must be a whole number'],
    [
      ['remove', 'field', 'book', 'title'],
      1,
      'Data would be lost: book.title; say --allow-data-loss to drop it.',
    ],
    [['field'], 2, 'Say which resource: groundwork field book subtitle:string:optional.'],
    [field(), 2, 'Say which fields: groundwork field book subtitle:string:optional.'],
    [['field', 'bok', 'a:date'], 2, '"bok" is no resource of this project; did you mean book?'],
    [
      ['field', 'author', 'book:ref=book'],
      2,
      'resources must not refer to each other in a circle: author -> book -> author.',
    ],
    [
      ['remove'],
      2,
      'Say what to remove: groundwork remove resource book, or groundwork remove field book subtitle.',
    ],
    [['remove', 'resuorce', 'book'], 2, 'resuorce cannot be removed; did you mean resource?'],
    [['remove', 'resource'], 2, 'Say which resource: groundwork remove resource book.'],
    [
      ['remove', 'resource', 'author'],
      1,
      'author is still referred to by book.author; remove that first.',
    ],
    [['remove', 'resource', 'boook'], 2, 'did you mean book?'],
    [['remove', 'field', 'book'], 2, 'Say which field of which resource: '],
    [['remove', 'field', 'book', 'titel'], 2, 'book has no field "titel"; did you mean title?'],
    [
      ['remove', 'field', 'author', 'name'],
      1,
      'name is the only field of author; remove the whole: groundwork remove resource author.',
    ],
    [['set'], 2, 'Say what to set: groundwork set ci=none; groundwork choices lists all.'],
    [['set', 'databse=sqlite'], 2, 'databse=sqlite names no dimension; did you mean database?'],
    [['set', 'database=sqlit'], 2, 'database "sqlit" is no choice; did you mean sqlite?'],
    [['set', 'auth'], 2, 'auth needs a choice: auth=..., one of jwt, none.'],
    [['set', '--ci', 'none'], 2, '--ci is no flag of this command; say groundwork set ci=none.'],
    [['set', '--ci=none', '--yes'], 2, 'say groundwork set ci=none.'],
    [['set', '--ci'], 2, 'say groundwork set ci=..., one of github, none.'],
    [['diff', '--auth', 'none'], 2, 'say groundwork diff auth=none.'],
    [['add', 'resource', 'x'], 2, 'add is no command; did you mean groundwork resource?'],
    [['generate'], 2, 'generate is no command; did you mean groundwork resource?'],
    [['rm', 'book'], 2, 'rm is no command; did you mean groundwork remove?'],
    [['chekc'], 2, 'chekc is no command; did you mean check?'],
    [['constructor'], 2, 'constructor is no command; one of: new, resource, '],
    [['diff', 'auth=nobody'], 2, 'auth "nobody" is no choice; '],
    [['apply', 'now'], 2, 'Too many words: now.'],
    [['upgrade', 'now'], 2, 'Too many words: now.'],
    [['check', 'now'], 2, 'Too many words: now.'],
    [['apply', '--conflict', 'theirs'], 2, '--conflict "theirs" is no way to settle one; '],
    [['explain'], 2, 'Say which file: groundwork explain src/app.ts.'],
    [['explain', 'src/ap.ts'], 2, 'src/ap.ts does not exist, and is not generated.'],
    [['explain', '../x'], 2, '../x is no file of this project.'],
  ])('%j', async ([words, exitCode, sentence]) => {
    const { code, stdout, stderr } = await groundwork(words, { cwd: root });
    expect({ code, stdout }, stderr).toEqual({ code: exitCode, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(isSentence(stderr), stderr).toBe(true);
    expect(snapshot(root)).toEqual(before);
  });

  test('all that is not understood is told at once', async () => {
    const words = ['resource', 'order', 'a:strin', 'b:date:max', '--json'];
    const { code, stdout } = await groundwork(words, { cwd: root });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      error: '2 answers are wrong; mend them and run the command again.',
      faults: [{ path: 'a:strin' }, { path: 'b:date:max' }],
    });
  });
});
