import { formatCurl } from './format-curl.ts';
import { formatLuau } from './format-luau.ts';
import { formatPython } from './format-python.ts';
import { formatTypeScript } from './format-typescript.ts';
import type { SampleCall } from './sample-call.ts';

/** The languages of the samples, with their names for display. */
export const sampleLanguages = { curl: 'curl', typescript: 'TypeScript', python: 'Python', luau: 'Luau' } as const;

export type SampleLanguage = keyof typeof sampleLanguages;

const formats: Readonly<Record<SampleLanguage, (call: SampleCall) => string>> = {
  curl: formatCurl,
  typescript: formatTypeScript,
  python: formatPython,
  luau: formatLuau,
};

/** Creates the code that sends a request and prints the response. */
export function formatCall(language: SampleLanguage, call: SampleCall): string {
  return formats[language](call);
}
