import type { JsonObject, Parameter, ResponseHeader } from '@giftoin/openapi';
import { code } from './code.ts';
import { createValueView, type ViewContext } from './create-value-view.ts';
import type { ValueView } from './value-view.ts';

/** Creates the view of a parameter. */
export function createParameterView(context: ViewContext, parameter: Parameter): ValueView {
  const { name, schema, required, source, deprecated, description, example } = parameter;
  const view = createValueView(context, { name, prefix: '', schema, isRequired: required, source, open: [] });
  return {
    ...view,
    deprecated: deprecated || view.deprecated,
    description: description ?? view.description,
    constraints: [...describeSerialization(parameter), ...view.constraints],
    example: example === undefined ? view.example : formatValue(example),
  };
}

/** Creates the view of a response header. */
export function createHeaderView(context: ViewContext, header: ResponseHeader): ValueView {
  const { name, schema, required, source, description, example } = header;
  const view = createValueView(context, { name, prefix: '', schema, isRequired: required, source, open: [] });
  return {
    ...view,
    description: description ?? view.description,
    example: example === undefined ? view.example : formatValue(example),
  };
}

/** How several values are written into the URL or the header. */
function* describeSerialization({ name, isArray, separator }: Parameter): Generator<string> {
  if (!isArray) return;
  if (separator === undefined) yield `Repeat the name for each value: ${code(`${name}=a&${name}=b`)}.`;
  else yield `Separate the values with ${separator === ' ' ? 'a space' : code(separator)}.`;
}

function formatValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(formatValue).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value as JsonObject);
}
