import type { OperationId, OperationParameters } from '@giftoin/types';
import type { Memory, View } from './memory.ts';

/** Answers an operation with the bytes of its JSON; undefined where what is asked for is not there. */
export type Handler<Id extends OperationId> = (
  memory: Memory,
  view: View,
  parameters: OperationParameters<Id>,
) => Promise<Buffer | undefined>;
