/** Returns the name that shares most pairs of letters with another one. */
export function findSimilar(name: string, names: readonly string[]): string {
  const toLetters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const letters = toLetters(name);
  const similarity = (other: string) => {
    const known = toLetters(other);
    const shared = [...letters].filter((_, index) => index > 0 && known.includes(letters.slice(index - 1, index + 1)));
    return shared.length / (letters.length + known.length);
  };
  return names.reduce((best, other) => (similarity(other) > similarity(best) ? other : best), names[0] ?? '');
}
