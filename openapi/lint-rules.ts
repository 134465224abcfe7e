/** This project's lint rules that need code; redocly.yaml switches them on. */

type Schema = { readonly properties?: Record<string, { readonly description?: string; readonly $ref?: string }> };
type Context = {
  readonly location: { child(path: (string | number)[]): unknown };
  report(problem: { message: string; location: unknown }): void;
};

/** A property says what it means where it stands, in a full sentence, even if what it refers to says so too. */
const propertyDescription = () => ({
  Schema(schema: Schema, { location, report }: Context) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (property.description?.trim().endsWith('.')) continue;
      report({
        message: `The property \`${name}\` has no description in full sentences.`,
        location: location.child(['properties', name]),
      });
    }
  },
});

export default () => ({
  id: 'giftoin',
  rules: { oas3: { 'property-description': propertyDescription } },
});
