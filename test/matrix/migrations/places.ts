import { test } from 'vitest';
import { loadCast } from '../../../generators/core/model/load.ts';
import { parseSpec } from '../../../generators/core/spec/parse.ts';
import { storesOf } from '../../contract/store/stores-of.ts';
import { skipWithoutServer } from '../../servers/server-url.ts';
import { specInput } from '../../unit/spec/spec-input.ts';
import { choicesOf } from '../choices-of.ts';
import { skipFor } from '../skip-for.ts';
import { manifestOf, surroundingsOf } from '../surroundings.ts';
import { walkers } from './walk.ts';
import type { Seen, Walk } from './walk.ts';
import type { Wire } from './wire.ts';

/** Where a walk can be taken. */
export interface Place {
  /** Part of a path. */
  readonly title: string;
  readonly choices: { readonly stack: string; readonly database: string };
  /** What its table of users has that others have not. */
  readonly account: Wire;
  /** Takes a database through some turns, one after the other, in projects below the workshop. */
  readonly take: (walk: Pick<Walk, 'workshop' | 'id' | 'turns'>) => Promise<Seen>;
}

async function placeOf(stack: string, database: string, what: string): Promise<Place | undefined> {
  const title = `${stack}-${database}`;
  const name = `${what} in ${title}`;
  const stores = storesOf(database);
  if (stores === undefined) {
    skipWithoutServer(database, name);
    return undefined;
  }
  const cast = await loadCast(parseSpec(specInput({ stack, database })));
  const found = surroundingsOf(cast);
  if ('excuse' in found) {
    test(name, (context) => skipFor(found.excuse, context));
    return undefined;
  }
  const { variables } = found;
  const manifest = manifestOf(cast);
  const walker = walkers[manifest];
  if (walker === undefined) throw new Error(`nobody knows how migrations beside ${manifest} run`);
  return {
    title,
    choices: { stack, database },
    account: walker.account,
    take: (walk) => walker.take({ ...walk, stores, variables }),
  };
}

/** Every stack on every database, as far as both are here; what is not is skipped by name. */
export async function placesFor(what: string): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const stack of choicesOf('stack')) {
    for (const database of choicesOf('database')) {
      const place = await placeOf(stack, database, what);
      if (place !== undefined) places.push(place);
    }
  }
  return places;
}
