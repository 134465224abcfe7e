import type { Parameter, SchemaValidator } from '@giftoin/openapi';

/** Formats a value of a parameter: one text, or one for each time that its name is repeated. */
export function formatParameter({ isArray, separator }: Parameter, value: unknown): readonly string[] {
  if (!isArray) return [String(value)];
  const items = (Array.isArray(value) ? value : [value]).map(String);
  return separator === undefined ? items : [items.join(separator)];
}

/** Whether the texts of a parameter are a value that fits its schema. */
export function isWellFormed(validate: SchemaValidator, parameter: Parameter, texts: readonly string[]): boolean {
  const { schema, types, isArray, separator } = parameter;
  const fits = (value: unknown) => validate(schema, value).length === 0;
  if (!isArray) return texts.length === 1 && listReadings(types, texts[0] ?? '').some(fits);
  const items = separator === undefined ? texts : (texts[0] ?? '').split(separator);
  return fits(items.map((item) => listReadings(types, item)[0]));
}

/** The JSON values that a text can mean. */
function listReadings(types: Parameter['types'], text: string): unknown[] {
  const isNumeric = types.includes('number') || types.includes('integer');
  return [
    ...(isNumeric && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? [Number(text)] : []),
    ...(types.includes('boolean') && /^(true|false)$/.test(text) ? [text === 'true'] : []),
    text,
  ];
}
