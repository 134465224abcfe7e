/** Words of TypeScript that a type cannot have as its name. */
const keywords =
  'any as bigint boolean break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in infer instanceof interface is keyof let never new null number object package private protected public readonly return static string super switch symbol this throw true try type typeof undefined unique unknown var void while with yield';

/** Names that the generated file uses. */
const used = 'components NonNullable';

/** Names that @giftoin/types exports beside the schemas. */
const types =
  'Endpoint EndpointPagination OperationBody OperationError OperationId OperationInput OperationParameters OperationResponse Operations WebhookBody WebhookName';

/** Names that @giftoin/client exports. It exports the types of the schemas too. */
const client =
  'AbortedError ApiKeyHeader BadArgumentError BadRequestError CallOptions Fetch FetchInit FetchOptions FetchResponse ForbiddenError GiftoinClient GiftoinClientOptions GiftoinError GiftoinErrorDetails GiftoinErrorKind HeadersLike InternalServerError Methods NetworkError NotFoundError NotJsonError OtherStatus PageItem PaginatedOperationId PaginateMethods PaymentRequiredError RawMethods RawResponse RedirectError RedirectStatus ResponseBody Result Rules SafeMethods SuccessStatus TimeoutError TooLargeError TooManyRequestsError UnauthorizedError UnexpectedStatusError Violation WrongShapeError';

/** Names that the type of a schema cannot have. The type then has the name with `Schema` at the end. */
export const reservedTypeNames: ReadonlySet<string> = new Set([keywords, used, types, client].join(' ').split(' '));

/**
 * Names that an operation cannot have: the client has a member with this name, its fixtures have, or every object has. A
 * client with a method `then` would be a promise.
 */
export const reservedOperationIds: ReadonlySet<string> = new Set([
  ...['raw', 'safe', 'paginate', 'errors', 'then'],
  ...Object.getOwnPropertyNames(Object.prototype),
]);
