import { catalogue } from './catalogue/index.ts';
import { conformingVariants } from './conforming-variants/index.ts';
import type { Entry } from './entry.ts';

/** Every defect, then every conforming variant. */
export const entries: readonly Entry[] = [...catalogue, ...conformingVariants];
