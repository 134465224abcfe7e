import { isObject, type OpenApiDocument } from '@giftoin/openapi';
import packageJson from '../package.json' with { type: 'json' };
import type { Finding } from './change.ts';
import type { CompatibilityReport } from './check-compatibility.ts';
import { formatPlace } from './format-place.ts';
import { appendToPointer, getParent, parsePointer, readPointer } from './json-pointer.ts';

/** How many reworded places and changed examples are listed. */
const maxPlaces = 5;

/** Formats the changes for users of the API, in Markdown. */
export function formatChangelog(report: CompatibilityReport): string {
  const section = (title: string, rating: Finding['rating']) => {
    const findings = report.findings.filter((finding) => finding.rating === rating && !isMinorDetail(finding));
    const sentences = [...new Set(findings.flatMap(splitMap).map((finding) => formatSentence(report, finding)))];
    return sentences.length === 0 ? [] : [[title, '', ...sentences.map((sentence) => `- ${sentence}`)].join('\n')];
  };
  const sections = [
    ...section('Breaking changes:', 'major'),
    ...section('New:', 'minor'),
    ...section('Other changes:', 'patch'),
  ];
  return [`API version ${report.revision.info.version}.`, ...sections, ...formatDetails(report)].join('\n\n');
}

/** Formats a changeset: the bump of the package of the document, and the changelog entry. */
export function formatChangeset(report: CompatibilityReport): string {
  return `---\n"${packageJson.name}": ${report.bump}\n---\n\n${formatChangelog(report)}\n`;
}

/** Splits the addition of a map, for example of the first headers of a response, into its entries. */
function splitMap(finding: Finding): Finding[] {
  const { kind, type, after } = finding;
  if (kind !== 'added' || !['HeadersMap', 'SchemaProperties', 'ParameterList'].includes(type)) return [finding];
  return Object.entries(after.value ?? {}).map(([name, value]) => ({
    ...finding,
    after: { pointer: appendToPointer(after.pointer, name), value },
  }));
}

function isMinorDetail({ decidedBy }: Finding): boolean {
  return ['example', 'wording', 'order', 'source', 'component'].includes(decidedBy);
}

function formatDetails({ revision, findings }: CompatibilityReport): string[] {
  const details = (
    [
      ['wording', 'Reworded'],
      ['example', 'Changed examples'],
    ] as const
  ).flatMap(([row, title]) => {
    const changed = findings.filter(({ decidedBy }) => decidedBy === row);
    const places = [...new Set(changed.map(({ after }) => formatPlace(revision, after.pointer)))];
    if (places.length === 0) return [];
    const more = places.length > maxPlaces ? ` and ${places.length - maxPlaces} more` : '';
    return [`${title}: ${places.slice(0, maxPlaces).join(', ')}${more}.`];
  });
  return details.length === 0 ? [] : [details.join('\n\n')];
}

function formatSentence({ base, revision }: CompatibilityReport, finding: Finding): string {
  const { kind, type, property, before, after } = finding;
  const isRemoved = kind === 'removed';
  const document = isRemoved ? base : revision;
  const pointer = isRemoved ? before.pointer : after.pointer;
  const place = formatPlace(document, pointer);
  if (type === 'OpenSet') return formatKnownValues(formatPlace(revision, after.pointer), finding);
  if (kind === 'renamed') return `${formatPlace(base, before.pointer)} is now ${place}.`;
  if (property === undefined) {
    if (isRemoved) return `${toSubject(place)} is removed.`;
    return kind === 'added'
      ? `${toSubject(place)} is new.${formatDetail(revision, pointer, after.value)}`
      : `${toSubject(place)} has changed.`;
  }
  if (property === 'deprecated') return `${toSubject(place)} is ${after.value === true ? '' : 'no longer '}deprecated.`;
  if (property === 'required' && type === 'Schema') return formatRequired(place, finding);
  if (before.value === undefined) return `${toSubject(place)}: \`${property}\` is now ${formatValue(after.value)}.`;
  if (after.value === undefined)
    return `${toSubject(place)}: \`${property}\` no longer applies (it was ${formatValue(before.value)}).`;
  return `${toSubject(place)}: \`${property}\` changes from ${formatValue(before.value)} to ${formatValue(after.value)}.`;
}

function formatKnownValues(place: string, { before, after }: Finding): string {
  const [from, to] = [before.value as string[], after.value as string[]];
  const added = to.filter((value) => !from.includes(value)).map((value) => `\`${value}\``);
  const removed = from.filter((value) => !to.includes(value)).map((value) => `\`${value}\``);
  const parts = [
    ...(added.length === 0 ? [] : [`${place} has the new known values ${added.join(', ')}.`]),
    ...(removed.length === 0
      ? []
      : [`${place} no longer lists ${removed.join(', ')}, which clients can still receive.`]),
  ];
  return parts.join(' ');
}

function formatRequired(place: string, { before, after }: Finding): string {
  const [from, to] = [before.value, after.value].map((value) => (Array.isArray(value) ? value : []));
  const name = place.replaceAll('`', '');
  const toNames = (values: unknown[]) => values.map((value) => `\`${name}.${value}\``).join(', ');
  const added = (to ?? []).filter((value) => !from?.includes(value));
  const removed = (from ?? []).filter((value) => !to?.includes(value));
  return [
    ...(added.length === 0 ? [] : [`${toNames(added)} is now required.`]),
    ...(removed.length === 0 ? [] : [`${toNames(removed)} is no longer required.`]),
  ].join(' ');
}

/** Appends whether a new property is required, and the description of what is new. */
function formatDetail(document: OpenApiDocument, pointer: string, value: unknown): string {
  if (!isObject(value)) return '';
  const names = parsePointer(pointer);
  const schema = readPointer(document, getParent(getParent(pointer)));
  const isProperty = names.at(-2) === 'properties' && isObject(schema);
  const isRequired = isProperty && Array.isArray(schema.required) && schema.required.includes(names.at(-1));
  const text = [value.summary, value.description].find((candidate) => typeof candidate === 'string');
  const description = typeof text === 'string' ? ` ${text.trim().replaceAll(/\s+/g, ' ')}` : '';
  return `${isProperty ? (isRequired ? ' Always present.' : ' Optional.') : ''}${description}`;
}

function toSubject(place: string): string {
  return place.charAt(0).toUpperCase() + place.slice(1);
}

function formatValue(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return `\`${text.length > 120 ? `${text.slice(0, 117)}…` : text}\``;
}
