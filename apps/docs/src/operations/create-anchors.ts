/** Creates IDs of elements. A name that occurs again gets a number. */
export function createAnchors(): (name: string) => string {
  const used = new Set<string>();
  return (name) => {
    const anchor = name
      .replaceAll(/\[\]|[{}]/g, '')
      .replaceAll(/[^\w.~-]+/g, '-')
      .replace(/-$/, '');
    let unique = anchor;
    for (let number = 2; used.has(unique); number += 1) unique = `${anchor}-${number}`;
    used.add(unique);
    return unique;
  };
}
