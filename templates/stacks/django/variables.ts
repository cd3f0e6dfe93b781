import type { Variable } from '../../../generators/core/model/contribution.ts';
import { py } from '../../../generators/core/render/quote.ts';
import { call, digits, lineWidth } from './literals.ts';

/** Names of all levels that the log knows: see `common/log.py`. */
const levels = 'LOG_LEVEL';

/** The function that reads one kind of variable, as an expression. */
function parserOf(variable: Variable): string {
  switch (variable.kind) {
    case 'text':
    case 'secret':
      return variable.kind;
    case 'file':
    case 'store':
      return 'url.database';
    case 'port':
      return 'integer(0, 65_535)';
    case 'integer':
      return `integer(${digits(variable.min)}, ${digits(variable.max)})`;
    case 'choice':
      return variable.name === levels
        ? 'choice(log.LEVELS)'
        : `choice({${variable.values.map((value) => `${py(value)}: ${py(value)}`).join(', ')}})`;
    case 'list':
      return `items(${variable.of === 'origin' ? 'origin' : 'network'})`;
  }
}

/** The name of a setting: what a URL names is no text any more. */
export const settingOf = ({ name, kind }: Variable): string =>
  kind === 'file' || kind === 'store' ? name.replace(/_URL$/u, '') : name;

function defaultOf({ kind, default: value }: Variable): readonly string[] {
  if (value !== null) return [py(value)];
  return kind === 'list' ? ['""'] : [];
}

/** The line of `config/settings.py` that reads a variable. */
export function settingLine(variable: Variable): string {
  const words = [py(variable.name), parserOf(variable), ...defaultOf(variable)];
  const line = `${settingOf(variable)} = env.read(${words.join(', ')})`;
  return line.length <= lineWidth ? line : call(`${settingOf(variable)} = env.read`, words);
}
