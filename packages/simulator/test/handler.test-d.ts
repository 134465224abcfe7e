/** The types of handlers come from the document. `tsc` checks this file. */
import type { HandlerOf, OperationHandler } from '../src/api/handler.ts';

interface CreateOrder {
  readonly parameters: {
    readonly query?: { readonly dryRun?: boolean };
    readonly header: { readonly 'Idempotency-Key': string };
    readonly path?: never;
    readonly cookie?: never;
  };
  readonly requestBody: { readonly content: { readonly 'application/json': { readonly name: string } } };
  readonly responses: {
    readonly 201: {
      readonly headers: object;
      readonly content: { readonly 'application/json': { readonly id: string } };
    };
    readonly 409: { readonly content: { readonly 'application/problem+json': { readonly title: string } } };
    readonly default: { readonly content?: never };
  };
}

interface DeleteOrder {
  readonly parameters: { readonly path: { readonly orderId: string } };
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly reason?: string } } };
  readonly responses: { readonly 204: { readonly content?: never }; readonly 404: { readonly content?: never } };
}

type Create = HandlerOf<CreateOrder>;
type Delete = HandlerOf<DeleteOrder>;

export const valid: Create[] = [
  async ({ 'Idempotency-Key': id, dryRun, body }) => ({ id: dryRun === true ? body.name : id }),
  async () => Buffer.from('{"id":"1"}'),
  async () => ({ status: 201, body: { id: '1' }, headers: { location: '/1' } }),
  async () => ({ status: 409, body: { title: 'Used' } }),
  async () => ({ status: 503 }),
];

export const invalid: Create[] = [
  // @ts-expect-error the body has no id
  async () => ({ name: 'a' }),
  // @ts-expect-error 201 has another body
  async () => ({ status: 201, body: { title: 'Used' } }),
  // @ts-expect-error the success has a body
  async () => {},
  // @ts-expect-error the operation has no parameter id
  async ({ id }) => ({ id }),
];

export const validDelete: Delete[] = [
  async () => {},
  async ({ orderId, body }) => ({ status: orderId === body?.reason ? 204 : 404 }),
];

export const invalidDelete: Delete[] = [
  // @ts-expect-error 409 is not documented
  async () => ({ status: 409 }),
  // @ts-expect-error the body is optional
  async ({ body }) => ({ status: body.reason === '' ? 204 : 404 }),
];

// @ts-expect-error the operation of the document has no parameter limit
export const list: OperationHandler<'listCollectionChallengeProgress'> = async ({ limit }) => Buffer.from(limit);
