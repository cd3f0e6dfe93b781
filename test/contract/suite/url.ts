import type { Resource } from '../../../generators/core/spec/field.ts';

/** Where the resource lives: `purchaseOrder` at `/api/v1/purchase-orders`. */
export const pathOf = (resource: Resource): string =>
  `/api/v1/${resource.plural.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
