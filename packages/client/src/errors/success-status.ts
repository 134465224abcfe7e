import type { endpoints, OperationId } from '@giftoin/types';

/** The status codes that the document contains as successes. */
export type SuccessStatus = { [Id in OperationId]: StatusesOf<(typeof endpoints)[Id]> }[OperationId];

type StatusesOf<Endpoint> = Endpoint extends { readonly successes: infer Successes }
  ? Successes extends readonly (infer Status extends number)[]
    ? Status
    : 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226
  : 200;
