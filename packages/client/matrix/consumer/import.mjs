import * as client from '@giftoin/client';
import * as testing from '@giftoin/client/testing';
import { program } from './compiled/program.js';

// Deno has `process` too, as Node and Bun do.
console.log(JSON.stringify(await program(client, testing, JSON.parse(process.argv[2]))));
