import { listPages, type Origins, readProgram, replaceOrigins } from '@giftoin/samples';

export interface Sample {
  /** The file, for example `readmes/root.ts`. */
  readonly name: string;
  readonly code: string;
}

/** Reads the programs that READMEs show. JSX and tests need more than Node.js: only their own tests run them. */
export function readSamples(readmes: readonly string[]): readonly Sample[] {
  const blocks = listPages().flatMap(({ file, blocks }) => (readmes.includes(file) ? blocks : []));
  const names = new Set(blocks.flatMap(({ sample }) => sample?.split('#')[0] ?? []));
  return [...names].filter((name) => /^[^.]+\.ts$/.test(name)).map((name) => ({ name, code: readProgram(name) }));
}

/** The packages of others that samples import. */
export function listOtherPackages(samples: readonly Sample[]): readonly string[] {
  const specifiers = samples.flatMap(({ code }) =>
    Array.from(code.matchAll(/^import .* from '(.+)';/gm), ([, name = '']) => name),
  );
  return [...new Set(specifiers)].filter((name) => !/^(@giftoin\/|node:|\.)/.test(name));
}

/** Formats a sample as a program that uses the servers of the proof. */
export function formatProgram({ code }: Sample, origins: Origins): string {
  return `import './prelude.js';\n${replaceOrigins(code, origins)}`;
}

/** Sends what goes to the production API to the sandbox. */
export function formatPrelude({ sandbox }: Origins): string {
  return `import { productionOrigin } from '@giftoin/client';

const { fetch } = globalThis;
globalThis.fetch = async (input, options) => {
  const request = new Request(input, options);
  const response = await fetch(new Request(request.url.replace(productionOrigin, ${JSON.stringify(sandbox)}), request));
  // The client refuses a response of another origin.
  return Object.defineProperty(response, 'url', { value: request.url });
};
`;
}
