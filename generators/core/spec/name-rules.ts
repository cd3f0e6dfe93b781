/** File names that Windows keeps for devices. */
const devices = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/iu;

export const projectName = /^[a-z](?:-?[a-z0-9])*$/u;
export const camelName = /^[a-z][a-zA-Z0-9]*$/u;
export const enumValue = /^[A-Za-z][A-Za-z0-9_-]*$/u;

/** Names, of projects and resources and fields and enum values alike, have at most 30 characters. */
export const longestName = 30;

const reservedFields: ReadonlySet<string> = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'version',
  'ownerId',
  'limit',
  'cursor',
  'sort',
  'constructor',
  // `await` would take a row for a promise.
  'then',
]);

/** What every project has where resources get theirs: a folder, and schemas of its description. */
const reservedResources: ReadonlySet<string> = new Set([
  'constructor',
  'health',
  'liveness',
  'problemDetails',
  'readiness',
]);

const tooLong = (name: string): string | undefined =>
  name.length > longestName ? `has ${name.length} characters; at most ${longestName}` : undefined;

/** Why a text cannot be the name of a project, or `undefined`. */
export function faultOfProjectName(name: string): string | undefined {
  if (!projectName.test(name)) {
    return 'must be lower-case letters, digits and single hyphens, starting with a letter';
  }
  if (devices.test(name)) return 'is a reserved file name on Windows; choose another';
  return tooLong(name);
}

/** Why a text cannot be the name (or plural) of a resource, or `undefined`. */
export function faultOfResourceName(name: string): string | undefined {
  if (!camelName.test(name)) {
    return 'must be letters and digits in camelCase, starting with a lower-case letter';
  }
  if (devices.test(name)) return 'is a reserved file name on Windows; choose another';
  if (reservedResources.has(name)) return 'is a name that every project has; choose another';
  return tooLong(name);
}

/** Why a text cannot be the name of a field, or `undefined`; a reference is carried as `<name>Id`. */
export function faultOfFieldName(name: string, isReference = false): string | undefined {
  if (!camelName.test(name)) {
    return 'must be letters and digits in camelCase, starting with a lower-case letter';
  }
  if (reservedFields.has(name) || (isReference && reservedFields.has(`${name}Id`))) {
    return 'is a name that every resource has or that queries use';
  }
  return tooLong(name);
}
