import type { Spec } from '../../../../generators/core/spec/spec.ts';
import { isFilterable, propertyOf, type Resource } from '../../../../generators/core/spec/field.ts';
import { pathOf } from '../url.ts';

/** What the contract says that the document must list. */
export interface ExpectedRoute {
  readonly method: string;
  readonly path: string;
  readonly statuses: readonly number[];
  readonly query: readonly string[];
  /** Takes a token. */
  readonly closed: boolean;
}

const route = (
  method: string,
  path: string,
  statuses: readonly number[],
  query: readonly string[] = [],
): ExpectedRoute => ({ method, path, statuses, query, closed: false });

function resourceRoutes(spec: Spec, resource: Resource): readonly ExpectedRoute[] {
  const many = pathOf(resource);
  const one = `${many}/{id}`;
  const filters = resource.fields.filter((field) => isFilterable(field)).map(propertyOf);
  const conflict = resource.fields.some((field) => field.unique) ? [409] : [];
  const needed = spec.resources.some(({ fields }) =>
    fields.some((field) => field.type === 'reference' && field.resource === resource.name),
  );
  const body = [400, 413, 415, 422, 429, 500, ...conflict];
  return [
    route('GET', many, [200, 400, 422, 429, 500], ['limit', 'cursor', 'sort', ...filters]),
    route('POST', many, [201, ...body]),
    route('GET', one, [200, 304, 400, 404, 429, 500]),
    route('PATCH', one, [200, 404, 412, ...body]),
    route('DELETE', one, [204, 400, 404, 412, 429, 500, ...(needed ? [409] : [])]),
  ];
}

const signIn = (path: string, success: number, ...more: readonly number[]): ExpectedRoute =>
  route('POST', `/api/v1/auth/${path}`, [success, 400, 413, 415, 422, 429, 500, ...more]);

const closed = (...routes: readonly ExpectedRoute[]): readonly ExpectedRoute[] =>
  routes.map((each) => ({ ...each, statuses: [...each.statuses, 401, 403], closed: true }));

const authRoutes: readonly ExpectedRoute[] = [
  signIn('register', 201, 409),
  signIn('login', 200, 401),
  signIn('refresh', 200, 401),
  signIn('logout', 204),
  ...closed(
    signIn('password', 204),
    route('GET', '/api/v1/auth/me', [200, 429, 500]),
    route('GET', '/api/v1/users', [200, 400, 422, 429], ['limit', 'cursor', 'sort', 'email']),
    route('PATCH', '/api/v1/users/{id}', [200, 400, 404, 413, 415, 422, 429, 500]),
  ),
];

export const expectedRoutes = (spec: Spec): readonly ExpectedRoute[] => [
  route('GET', '/livez', [200]),
  route('GET', '/readyz', [200, 503]),
  route('GET', '/openapi.json', [200]),
  ...(spec.auth === 'none' ? resourcesOf(spec) : [...closed(...resourcesOf(spec)), ...authRoutes]),
];

function resourcesOf(spec: Spec): readonly ExpectedRoute[] {
  return spec.resources.flatMap((resource) => resourceRoutes(spec, resource));
}
