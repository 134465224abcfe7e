/** The lint rules of this project that require code. redocly.yaml enables them. */

type Schema = { readonly properties?: Record<string, { readonly description?: string; readonly $ref?: string }> };
type Operation = {
  readonly responses?: object;
  readonly requestBody?: object;
  readonly parameters?: readonly unknown[];
};
type PathItem = { readonly parameters?: readonly unknown[]; readonly [method: string]: unknown };
type Context = {
  readonly location: { child(path: (string | number)[]): unknown };
  report(problem: { message: string; location: unknown }): void;
};

/** Every property has a description in full sentences, even if the schema that it refers to has one too. */
const propertyDescription = () => ({
  Schema(schema: Schema, { location, report }: Context) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (property.description?.trim().endsWith('.')) continue;
      report({
        message: `The property \`${name}\` must have a description that ends with a full stop.`,
        location: location.child(['properties', name]),
      });
    }
  },
});

/** The errors that every request of an authenticated client can get, whatever the operation. */
const commonErrors = ['401', '402', '403', '429', '500'];
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/**
 * Every operation lists the common errors, and an error for an invalid request if a request can be invalid. Webhooks are not
 * in the paths: clients get their requests, and send no errors of the API.
 */
const operationErrors = () => ({ Paths: { PathItem: reportMissingErrors } });

function reportMissingErrors(pathItem: PathItem, { location, report }: Context) {
  for (const method of methods) {
    const operation = pathItem[method] as Operation | undefined;
    if (!operation?.responses) continue;
    const statuses = Object.keys(operation.responses);
    const missing = commonErrors.filter((status) => !statuses.includes(status));
    const hasInput = [pathItem, operation].some(({ parameters }) => parameters?.length) || operation.requestBody;
    if (hasInput && !statuses.includes('400') && !statuses.includes('422')) missing.unshift('400 or 422');
    if (missing.length === 0) continue;
    report({
      message: `An operation must list every error that its clients can get. Add ${missing.join(', ')}.`,
      location: location.child([method, 'responses']),
    });
  }
}

export default () => ({
  id: 'giftoin',
  rules: { oas3: { 'property-description': propertyDescription, 'operation-errors': operationErrors } },
});
