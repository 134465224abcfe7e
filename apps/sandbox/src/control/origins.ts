/**
 * Finds a text that is not the exact origin of a page.
 *
 * @returns the end of a sentence that starts with the name of the setting; undefined if all texts are origins
 */
export function findOriginProblem(texts: readonly string[]): string | undefined {
  const wrong = texts.find((text) => !isOrigin(text));
  if (wrong === undefined) return undefined;
  return `is ${JSON.stringify(wrong)}. Use the exact origin of a page, for example http://127.0.0.1:4030.`;
}

/** The origin as a browser sends it: without a path, and without the default port of its scheme. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
