import * as client from '@giftoin/client';
import * as openapiFetch from '@giftoin/client/openapi-fetch';
import * as testing from '@giftoin/client/testing';
import { program } from './compiled/program.js';

globalThis.run = (setting) => program({ client, openapiFetch, testing }, setting);
