/**
 * What a change of the document means for a client of the API. The first row that applies decides.
 *
 * The rows before `redocly` override its rules, those after it decide where it has no rule. A change to which no row
 * applies is major. To decide about it, add a row here, and an example of it to test/compatibility/rating-table.test.ts.
 */
import { isObject } from '@giftoin/openapi';
import type { Change, Rating } from './change.ts';
import { parsePointer } from './json-pointer.ts';

export interface Row {
  readonly id: string;
  readonly when: (change: Change) => boolean;
  readonly rating: Rating;
  readonly isWarning?: true;
  readonly reason: string;
}

const names = ({ before, after, kind }: Change) => parsePointer((kind === 'removed' ? before : after).pointer);
const name = (change: Change) => names(change).at(-1) ?? '';
/** The name of the map or list that contains the object, for example `properties`. */
const holder = (change: Change) => names(change).at(-2);
const has = (property: string, ...types: string[]) => {
  return (change: Change) => change.property === property && types.includes(change.type);
};
const is = (kind: Change['kind'], ...types: string[]) => {
  return (change: Change) => change.kind === kind && change.property === undefined && types.includes(change.type);
};
const isComponent = (change: Change) => names(change).length <= 3 && names(change)[0] === 'components';
const isSchemaComponent = (change: Change) => isComponent(change) && names(change)[1] === 'schemas';
const isKeyword = ({ type }: Change) => type !== 'Value';
const isText = (value: unknown) => value === undefined || typeof value === 'string';
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const gained = ({ before, after }: Change) => list(after.value).some((value) => !list(before.value).includes(value));
const lost = ({ before, after }: Change) => list(before.value).some((value) => !list(after.value).includes(value));
const isSent = ({ contexts }: Change) => contexts.has('request');
const isReceived = ({ contexts }: Change) => contexts.has('response');
const isInCondition = ({ contexts }: Change) => contexts.has('condition');
const isForbiddenValues = (change: Change) => {
  const isPlain = change.contexts.has('negated') && !isInCondition(change) && holder(change) === 'not';
  return (
    isPlain && has('enum', 'Schema')(change) && Array.isArray(change.before.value) && Array.isArray(change.after.value)
  );
};
const isProperty = (change: Change) => is(change.kind, 'Schema')(change) && holder(change) === 'properties';

/** Extensions that say how an operation behaves. Changing or removing one is undecided, and so is anything in it. */
const behaviors = ['x-pagination', 'x-idempotency-key', 'x-retryable'];
const wording = ['title', 'summary', 'description', '$comment', 'termsOfService'];
/** The keywords of a schema that Redocly has a rule for. */
const constraints = [
  ...['type', 'enum', 'const', 'pattern', 'format', 'required', 'multipleOf', 'uniqueItems'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength'],
  ...['minItems', 'maxItems', 'minProperties', 'maxProperties', 'contentEncoding', 'contentMediaType'],
  ...['additionalProperties', 'unevaluatedProperties', 'unevaluatedItems', 'items'],
];
const subschemas = ['items', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems', 'prefixItems'];

export const ratingTable: readonly Row[] = [
  {
    id: 'example',
    when: (change) =>
      change.contexts.has('example') ||
      ['Example', 'ExamplesMap', 'NamedExamples'].includes(change.type) ||
      (isKeyword(change) && ['example', 'examples'].includes(change.property ?? '')),
    rating: 'patch',
    reason: 'Examples do not restrict requests or responses.',
  },
  {
    id: 'wording',
    when: (change) =>
      wording.includes(change.property ?? '') &&
      !change.contexts.has('data') &&
      isText(change.before.value) &&
      isText(change.after.value),
    rating: 'patch',
    reason: 'Only the wording changes.',
  },
  {
    id: 'publisher',
    when: ({ type, property }) =>
      ['Contact', 'License', 'ExternalDocs', 'Tag', 'TagList'].includes(type) || property === 'tags',
    rating: 'patch',
    reason: 'It describes the document, not the API.',
  },
  {
    id: 'source',
    when: ({ property }) => property === 'x-source',
    rating: 'patch',
    reason: 'The source of a statement changes, not the statement.',
  },
  {
    id: 'returned-as-added',
    when: ({ property, before }) => property === 'x-returned-as' && before.value === undefined,
    rating: 'minor',
    reason: 'The response promises to contain the value of the parameter.',
  },
  {
    id: 'returned-as-removed',
    when: ({ property }) => property === 'x-returned-as',
    rating: 'major',
    reason: 'The response no longer promises to contain the value of the parameter in this property.',
  },
  {
    id: 'behavior-added',
    when: (change) => change.before.value === undefined && behaviors.includes(name(change)),
    rating: 'minor',
    reason: 'The document promises pages, or that a request can be sent again.',
  },
  {
    id: 'openapi-version',
    when: ({ property, type }) => type === 'Root' && property === 'openapi',
    rating: 'patch',
    reason: 'The version of the specification does not change the API.',
  },
  {
    id: 'deprecated',
    when: ({ property, contexts }) => property === 'deprecated' && !contexts.has('data'),
    rating: 'minor',
    reason: 'It still works. Clients have time to stop using it.',
  },
  {
    id: 'unit-stated',
    when: ({ property, before }) => property === 'x-unit' && before.value === undefined,
    rating: 'patch',
    reason: 'The document states the unit in a form for programs.',
  },
  {
    id: 'unit',
    when: ({ property }) => property === 'x-unit',
    rating: 'major',
    reason: 'The same number means something else.',
  },
  {
    id: 'precedence-stated',
    when: ({ property, before }) => property === 'x-precedence' && before.value === undefined,
    rating: 'patch',
    reason: 'The document states in a form for programs which API key header counts.',
  },
  {
    id: 'precedence',
    when: ({ property }) => property === 'x-precedence',
    rating: 'major',
    reason: 'The first API key header that is not empty counts. Now it is another one.',
  },
  {
    id: 'order-with-meaning',
    when: ({ kind, property }) => kind === 'reordered' && ['servers', 'prefixItems'].includes(property ?? ''),
    rating: 'major',
    reason: 'The order has a meaning: the first server is the default, and each item has a schema of its own.',
  },
  {
    id: 'order',
    when: (change) =>
      (change.kind === 'reordered' &&
        ['security', 'parameters', 'allOf', 'anyOf', 'oneOf'].includes(change.property ?? '')) ||
      (['enum', 'required', 'type'].includes(change.property ?? '') &&
        [change.before.value, change.after.value].every(Array.isArray) &&
        !gained(change) &&
        !lost(change)),
    rating: 'patch',
    reason: 'Only the order changes, and it has no meaning.',
  },
  {
    id: 'known-value-removed',
    when: (change) => change.type === 'OpenSet' && lost(change),
    rating: 'minor',
    isWarning: true,
    reason: 'An open set accepts every value, but code that lists the known values may no longer compile.',
  },
  {
    id: 'known-value-added',
    when: (change) => change.type === 'OpenSet',
    rating: 'minor',
    reason: 'An open set accepts every value, so that clients already handle the new one.',
  },
  {
    id: 'forbidden-value-compatible',
    when: (change) =>
      isForbiddenValues(change) && !(isSent(change) && gained(change)) && !(isReceived(change) && lost(change)),
    rating: 'minor',
    reason: 'Clients can send more values, or receive fewer.',
  },
  {
    id: 'negated',
    when: ({ contexts }) => contexts.has('negated'),
    rating: 'major',
    reason: 'The schema is in `not`: a value that was valid becomes invalid, or the other way round.',
  },
  {
    id: 'redocly',
    when: ({ verdicts }) => verdicts.length > 0,
    rating: 'major',
    reason: 'Redocly has a rule for it.',
  },
  {
    id: 'response-added',
    when: (change) =>
      is('added', 'Response')(change) &&
      holder(change) === 'responses' &&
      /^[45](\d\d|XX)$/.test(name(change)) &&
      !isComponent(change),
    rating: 'minor',
    reason: 'Clients handle a status code that they do not know like the other errors.',
  },
  {
    id: 'response-success-added',
    when: (change) => is('added', 'Response')(change) && !isComponent(change),
    rating: 'major',
    reason: 'Clients expect the documented success responses only.',
  },
  {
    id: 'response-header-added',
    when: (change) => is('added', 'Header', 'HeadersMap')(change) && !isComponent(change),
    rating: 'minor',
    reason: 'Clients ignore headers that they do not know.',
  },
  {
    id: 'response-header-promised',
    when: (change) => has('required', 'Header')(change) && change.after.value === true,
    rating: 'minor',
    reason: 'The response promises the header.',
  },
  {
    id: 'response-header-optional',
    when: has('required', 'Header'),
    rating: 'major',
    reason: 'The response no longer promises the header.',
  },
  {
    id: 'component-schema-added',
    when: (change) => isSchemaComponent(change) && is('added', 'Schema', 'NamedSchemas')(change),
    rating: 'minor',
    reason: 'Generated clients get a new type.',
  },
  {
    id: 'component-schema-removed',
    when: (change) =>
      isSchemaComponent(change) && ['Schema', 'NamedSchemas'].includes(change.type) && change.property === undefined,
    rating: 'major',
    reason: 'The name of a schema is the name of a type in generated clients.',
  },
  {
    id: 'component',
    when: (change) => isComponent(change) && change.property === undefined && change.type !== 'Value',
    rating: 'patch',
    reason: 'The name of a component that is not a schema is only used in the document. Its uses are rated separately.',
  },
  {
    id: 'operation-added',
    when: is('added', 'Paths', 'PathItem', 'Operation', 'WebhooksMap', 'CallbacksMap', 'Callback', 'LinksMap', 'Link'),
    rating: 'minor',
    reason: 'Clients do not use it yet.',
  },
  {
    id: 'path-template',
    when: is('renamed', 'PathItem'),
    rating: 'patch',
    reason: 'The names in a path template are not part of the URL. The parameters are rated separately.',
  },
  {
    id: 'parameter-added',
    when: is('added', 'Parameter', 'ParameterList'),
    rating: 'minor',
    reason: 'The parameter is optional.',
  },
  {
    id: 'parameter-optional',
    when: (change) => has('required', 'Parameter', 'RequestBody')(change) && !isReceived(change),
    rating: 'minor',
    reason: 'Requests that contain it remain valid.',
  },
  {
    id: 'path-parameter-renamed',
    when: has('name', 'Parameter'),
    rating: 'major',
    reason: 'Generated clients take the parameter by its name.',
  },
  {
    id: 'server-added',
    when: (change) => is('added', 'Server')(change) && names(change).length === 2,
    rating: 'minor',
    reason: 'The other servers remain.',
  },
  {
    id: 'authentication-relaxed',
    when: ({ type, kind, after, property }) =>
      (type === 'SecurityRequirement' && (kind !== 'removed' || property !== undefined)) ||
      (type === 'SecurityRequirementList' && kind === 'removed' && after.pointer === '/security'),
    rating: 'minor',
    reason: 'Every request that was authenticated remains so.',
  },
  {
    id: 'request-body-required',
    when: (change) =>
      is('added', 'RequestBody')(change) && isObject(change.after.value) && change.after.value.required === true,
    rating: 'major',
    reason: 'Requests without a body become invalid.',
  },
  {
    id: 'request-body-added',
    when: is('added', 'RequestBody'),
    rating: 'minor',
    reason: 'The request body is optional.',
  },
  {
    id: 'request-media-type-added',
    when: (change) => is('added', 'MediaType')(change) && !isReceived(change),
    rating: 'minor',
    reason: 'Clients can send another media type.',
  },
  {
    id: 'response-media-type-added',
    when: is('added', 'MediaType'),
    rating: 'major',
    reason: 'Clients can receive a media type that they do not know.',
  },
  {
    id: 'property-added',
    when: (change) =>
      (is('added', 'SchemaProperties')(change) || (isProperty(change) && change.kind === 'added')) &&
      !(change.contexts.has('closed') && isReceived(change)),
    rating: 'minor',
    reason: 'Objects are open: clients ignore properties that they do not know.',
  },
  {
    id: 'property-removed',
    when: (change) => isProperty(change) && change.kind !== 'added',
    rating: 'major',
    reason: 'Clients that send the property would be ignored.',
  },
  {
    id: 'default-added',
    when: (change) => has('default', 'Schema')(change) && change.before.value === undefined,
    rating: 'minor',
    reason: 'The document says what an omitted value means.',
  },
  {
    id: 'default-changed',
    when: has('default', 'Schema'),
    rating: 'major',
    reason: 'An omitted value means something else.',
  },
  {
    id: 'direction',
    when: (change) => has('readOnly', 'Schema')(change) || has('writeOnly', 'Schema')(change),
    rating: 'major',
    reason: 'The property moves out of requests or out of responses.',
  },
  {
    id: 'discriminator-value-added',
    when: (change) =>
      is('added', 'Schema')(change) && holder(change) === 'mapping' && names(change).at(-3) === 'discriminator',
    rating: 'minor',
    reason: 'The schemas of the variants are rated separately.',
  },
  {
    id: 'constraint-compatible',
    when: (change) =>
      !isInCondition(change) &&
      ((change.type === 'Schema' && constraints.includes(change.property ?? '')) ||
        (is(change.kind, 'Schema')(change) &&
          (subschemas.includes(name(change)) || ['allOf', 'anyOf', 'prefixItems'].includes(holder(change) ?? ''))) ||
        is(change.kind, 'AllOf', 'AnyOf')(change)),
    rating: 'minor',
    reason: 'Clients can send more values, or receive fewer.',
  },
];
