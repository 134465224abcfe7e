import { documentFile } from '@giftoin/openapi';
import { readPageData } from '../../src/explorer/read-page-data.ts';

export const data = await readPageData(documentFile);
export const user = { platform: 'discord', platformUserId: '123456789012345678' };
