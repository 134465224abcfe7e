/** Servers that are broken in one way each: every check must find one of them at the least. */

import { answers } from './answers.ts';
import { errors } from './errors.ts';
import { existence } from './existence.ts';
import { keys } from './keys.ts';
import { parameters } from './parameters.ts';
import { protocol } from './protocol.ts';
import { query } from './query.ts';

export const defects = [...keys, ...parameters, ...existence, ...query, ...errors, ...protocol, ...answers];
