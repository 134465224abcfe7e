import * as client from '@giftoin/client';
import * as openapiFetch from '@giftoin/client/openapi-fetch';
import * as testing from '@giftoin/client/testing';
import { program } from '../compiled/program.js';

const [setting, name] = process.argv.slice(2);
const { fetch, default: defaultExport } = await import(name);
const modules = { client, openapiFetch, testing, fetch: fetch ?? defaultExport };
console.log(JSON.stringify(await program(modules, JSON.parse(setting))));
