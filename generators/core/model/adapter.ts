import type { Spec } from '../spec/spec.ts';
import type { Contribution } from './contribution.ts';
import type { Model } from './model.ts';

/** What `adapter.ts` (or `stack.ts`) of an adapter folder exports. */
export interface Adapter {
  readonly contribute?: (spec: Spec) => Contribution;
  /** The shared files that this adapter prints from the model: path -> text. */
  readonly writers?: Readonly<Record<string, (model: Model) => string>>;
}
