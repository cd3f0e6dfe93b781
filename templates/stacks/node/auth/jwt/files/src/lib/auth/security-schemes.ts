/** How callers sign in, as OpenAPI describes it. */
export const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
};
