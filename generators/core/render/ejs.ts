import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ejs from 'ejs';
import { json, py, ts } from './quote.ts';
import { strict } from './strict.ts';
import { templatesFolder } from './templates-folder.ts';

type Compiled = (locals: object) => string;

const compiled = new Map<string, Compiled>();

const printed = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new Error(`template prints ${value === null ? 'null' : typeof value}`);
};

function compile(template: string): Compiled {
  const text = readFileSync(join(templatesFolder, template), 'utf8');
  // <%- skips `escape`, and with it the check that something printable is printed.
  if (text.includes('<%-')) throw new Error(`templates/${template} uses <%-`);
  const options = {
    filename: template,
    strict: true,
    localsName: 'data',
    destructuredLocals: ['it', 'json', 'py', 'ts'],
    escape: printed,
  };
  return ejs.compile(text, options);
}

/**
 * Renders one template with what it may read as `it`.
 *
 * @param template path relative to `templates/`
 * @throws when it reads an unknown key or prints anything but a string or number
 */
export function renderTemplate(template: string, it: object): string {
  const render = compiled.get(template) ?? compile(template);
  compiled.set(template, render);
  try {
    return render({ it: strict(it), json, py, ts });
  } catch (error) {
    throw new Error(
      `templates/${template}: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    );
  }
}
