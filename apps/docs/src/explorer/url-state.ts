import { apiKeyHeaders } from '@giftoin/types';
import type { PageData } from './page-data.ts';
import { createDefaultSettings, otherKeys, parseLoopbackOrigin, type Settings, toUser } from './settings.ts';
import { formatSteps, parseSteps } from './step-text.ts';
import type { Step } from './steps.ts';

/** What a URL contains: everything that leads to the same situation. Never an API key. */
export interface Situation {
  readonly settings: Settings;
  readonly steps: readonly Step[];
  /** The name of the injected fault. Empty: none. */
  readonly fault: string;
}

/** More steps would make a URL that some programs cut. */
export const maxSteps = 60;

/** Formats a situation as a query. Only contains what differs from the defaults. Empty if nothing does. */
export function formatSituation({ settings, steps, fault }: Situation, data: PageData): string {
  const defaults = createDefaultSettings(data);
  const query = new URLSearchParams();
  const add = (name: string, value: string, normal: string) => {
    if (value !== normal) query.set(name, value);
  };
  add('operation', settings.operationId, defaults.operationId);
  for (const [name, value] of Object.entries(settings.parameters)) add(name, value, defaults.parameters[name] ?? '');
  add('header', settings.apiKeyHeader, defaults.apiKeyHeader);
  add('key', settings.keyName, defaults.keyName);
  add('source', settings.source, defaults.source);
  add('url', settings.url, defaults.url);
  add('control', settings.controlUrl, defaults.controlUrl);
  if (steps.length <= maxSteps) add('steps', formatSteps(steps, toUser(settings)), '');
  add('fault', fault, '');
  const text = query.toString();
  return text && `?${text}`;
}

/** Parses the query of a URL. What it does not contain, or what this page does not know, has its default. */
export function parseSituation(search: string, data: PageData): Situation {
  const query = new URLSearchParams(search);
  const defaults = createDefaultSettings(data);
  const choose = (name: string, choices: readonly string[], normal: string) => {
    const value = query.get(name);
    return value !== null && choices.includes(value) ? value : normal;
  };
  const keyNames = [...data.keys.map(({ name }) => name), ...Object.keys(otherKeys)];
  const operationIds = data.operations.map(({ operationId }) => operationId);
  const settings: Settings = {
    operationId: choose('operation', operationIds, defaults.operationId),
    parameters: Object.fromEntries(
      Object.entries(defaults.parameters).map(([name, value]) => [name, query.get(name) ?? value]),
    ),
    apiKeyHeader: choose('header', apiKeyHeaders, defaults.apiKeyHeader),
    keyName: choose('key', keyNames, defaults.keyName),
    source: query.get('source') === 'sandbox' ? 'sandbox' : 'page',
    url: parseLoopbackOrigin(query.get('url') ?? '') ?? defaults.url,
    controlUrl: parseLoopbackOrigin(query.get('control') ?? '') ?? defaults.controlUrl,
  };
  const steps = parseSteps(query.get('steps') ?? '', toUser(settings)).slice(0, maxSteps);
  const faults = [...data.faultStatuses.map(String), ...Object.keys(otherFaults)];
  return { settings, steps, fault: choose('fault', faults, '') };
}

/** The faults beside the status codes, by name. */
export const otherFaults = {
  cut: { label: 'Cut connection', fault: { cut: true } },
  slow: { label: 'Slow response (3 s)', fault: { delay: 3_000 } },
} as const;
