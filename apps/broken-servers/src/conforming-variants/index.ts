import type { Entry } from '../entry.ts';
import { clockVariants } from './clocks.ts';
import { connectionVariants } from './connections.ts';
import { contentVariants } from './content.ts';
import { encodingVariants } from './encodings.ts';
import { jsonVariants } from './json.ts';
import { movingProgressVariants } from './moving-progress.ts';
import { proxyVariants } from './proxies.ts';

/** Every server that keeps the contract in an unusual way. */
export const conformingVariants: readonly Entry[] = [
  ...contentVariants,
  ...jsonVariants,
  ...movingProgressVariants,
  ...clockVariants,
  ...encodingVariants,
  ...connectionVariants,
  ...proxyVariants,
];
