import * as client from '@giftoin/client';
import * as openapiFetch from '@giftoin/client/openapi-fetch';
import * as testing from '@giftoin/client/testing';
import { program } from './compiled/program.js';

// Node.js, Bun and Deno all have `process`.
console.log(JSON.stringify(await program({ client, openapiFetch, testing }, JSON.parse(process.argv[2]))));
