import { join } from 'node:path';

const specs = join(import.meta.dirname, '..', '..', 'contract', 'specs');

/** Resources that refer to each other, some of them shared: the example is neither. */
export const access = join(specs, 'access.json');

/** Fields with every modifier: the example has none. */
export const rich = join(specs, 'rich.json');
