import { fileURLToPath } from 'node:url';

/** The folder with the samples. */
export const samplesFolder: string = fileURLToPath(new URL('..', import.meta.url));

/** The root of the repository. */
export const repository: string = fileURLToPath(new URL('../../../..', import.meta.url));
