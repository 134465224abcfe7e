import { RequestError } from '@giftoin/http';
import type { HandlerOf, Handlers } from '@giftoin/simulator/sandbox';

interface Order {
  readonly name: string;
  readonly note?: string | null;
  readonly parts?: readonly Order[];
}

type Json<Body> = { readonly content: { readonly 'application/json': Body } };
type Empty = { readonly content?: never };
type ErrorJson = Json<{ readonly status: { readonly errorCode: number } }>;
type OrderPath = { readonly path: { readonly orderId: string } };

/** The invented operations as `pnpm generate` types them. */
interface Operations {
  readonly listCards: {
    readonly parameters: {
      readonly query: { readonly rarity: 'rare' | 'common'; readonly limit?: number; readonly tag?: readonly string[] };
      readonly header?: { readonly 'X-Language'?: string };
      readonly path: { readonly programId: string };
    };
    readonly requestBody?: never;
    readonly responses: { readonly 200: Json<{ readonly items: readonly string[] }>; readonly 400: ErrorJson };
  };
  readonly createOrder: {
    readonly parameters: {
      readonly query?: never;
      readonly header: { readonly 'Idempotency-Key': string };
      readonly path?: never;
    };
    readonly requestBody: Json<Order>;
    readonly responses: { readonly 201: Json<Order>; readonly 409: ErrorJson; readonly 422: ErrorJson };
  };
  readonly deleteOrder: {
    readonly parameters: OrderPath;
    readonly requestBody?: never;
    readonly responses: { readonly 204: Empty; readonly default: ErrorJson };
  };
  readonly changeOrder: {
    readonly parameters: OrderPath;
    readonly requestBody: { readonly content: { readonly 'application/merge-patch+json': { readonly name?: string } } };
    readonly responses: {
      readonly 200: { readonly content: { readonly 'application/vnd.order+json': Order } };
      readonly 409: ErrorJson;
    };
  };
  readonly replaceOrder: {
    readonly parameters: OrderPath;
    readonly requestBody?: Json<Order>;
    readonly responses: { readonly 202: Empty; readonly 400: ErrorJson };
  };
}

type InventedHandlers = { readonly [Id in keyof Operations]: HandlerOf<Operations[Id]> };

/** Creates handlers with a state of their own. */
export function createInventedHandlers(): InventedHandlers & Handlers {
  const orders = new Map<string, Order>();
  const created = new Map<string, Order>();

  const handlers: InventedHandlers = {
    // The input as it is: the tests compare it.
    listCards: async (input) => ({
      status: 200,
      headers: { 'x-total': '2' },
      body: { items: [JSON.stringify(input)] },
    }),
    createOrder: async ({ 'Idempotency-Key': key, body }, { workspace }) => {
      const id = `${workspace}/${key}`;
      const earlier = created.get(id);
      if (earlier && JSON.stringify(earlier) !== JSON.stringify(body)) {
        throw new RequestError(409, 'The idempotency key was used for another order.');
      }
      created.set(id, body);
      return { status: 201, headers: { location: '/api/v1/orders/7.json' }, body };
    },
    deleteOrder: async ({ orderId }) => {
      orders.delete(orderId);
    },
    changeOrder: async ({ orderId, body }) => {
      const order = orders.get(orderId) ?? { name: 'New' };
      if (body.name === 'taken') return { status: 409, body: { status: { errorCode: 409 } } };
      return { ...order, ...body };
    },
    replaceOrder: async ({ orderId, body }) => {
      if (body) orders.set(orderId, body);
    },
  };
  return handlers as InventedHandlers & Handlers;
}
