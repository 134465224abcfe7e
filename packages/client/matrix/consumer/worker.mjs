import * as client from '@giftoin/client';
import * as openapiFetch from '@giftoin/client/openapi-fetch';
import * as testing from '@giftoin/client/testing';
import { program } from './compiled/program.js';

// biome-ignore lint/style/noDefaultExport: a module of workerd is its default export
export default {
  async fetch(request) {
    return Response.json(await program({ client, openapiFetch, testing }, await request.json()));
  },
};
