import type { endpoints, OperationId, OperationResponse } from '@giftoin/types';

/** The operationId of an operation that returns a list in pages (`x-pagination` in the document). */
export type PaginatedOperationId = {
  [Id in OperationId]: (typeof endpoints)[Id] extends { readonly pagination: object } ? Id : never;
}[OperationId];

/** An item of the list that an operation returns in pages. */
export type PageItem<Id extends PaginatedOperationId> = (typeof endpoints)[Id] extends {
  readonly pagination: { readonly items: infer Pointer };
}
  ? ItemOf<ValueAt<OperationResponse<Id>, Pointer>>
  : never;

/** The value at a JSON pointer. */
type ValueAt<Value, Pointer> = Pointer extends `/${infer Name}/${infer Rest}`
  ? ValueAt<Member<Value, Name>, `/${Rest}`>
  : Pointer extends `/${infer Name}`
    ? Member<Value, Name>
    : Value;

type Member<Value, Name extends string> = Name extends keyof NonNullable<Value> ? NonNullable<Value>[Name] : unknown;

type ItemOf<List> = NonNullable<List> extends readonly (infer Item)[] ? Item : unknown;
