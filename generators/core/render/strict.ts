/** Keys that JSON.stringify and await look up on any object. */
const lookedUp: ReadonlySet<string> = new Set(['toJSON', 'then']);

/**
 * Wraps plain data so that reading an unknown key throws and names it: a misspelt key in a template
 * must never print an empty string.
 */
export function strict<T extends object>(value: T, at = 'it'): T {
  return new Proxy(value, {
    get(target, key) {
      if (typeof key === 'symbol' || Array.isArray(target) || Object.hasOwn(target, key)) {
        const got: unknown = Reflect.get(target, key);
        return typeof got === 'object' && got !== null ? strict(got, `${at}.${String(key)}`) : got;
      }
      if (lookedUp.has(key)) return undefined;
      throw new Error(`template reads unknown ${at}.${key}`);
    },
  });
}
