/** The lint rules of this project that require code. redocly.yaml enables them. */

type Schema = { readonly properties?: Record<string, { readonly description?: string; readonly $ref?: string }> };
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

export default () => ({
  id: 'giftoin',
  rules: { oas3: { 'property-description': propertyDescription } },
});
