/**
 * The status codes that the contract does not define: those that are registered for HTTP, and those that nginx and
 * Cloudflare add. They are listed because TypeScript narrows by literals only: with `number` in the union,
 * `status === 404` would narrow nothing. A server can send a code that is not listed, and a 404 that is not in the format of
 * the API: use `kind` to handle those.
 */
export type OtherStatus = OtherSuccess | OtherRedirection | OtherClientError | OtherServerError;

type OtherSuccess = 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;
type OtherRedirection = 300 | 304 | 305 | 306;
type OtherClientError =
  | (405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416 | 417 | 418 | 421 | 422)
  | (423 | 424 | 425 | 426 | 428 | 431 | 444 | 451 | 494 | 495 | 496 | 497 | 498 | 499);
type OtherServerError =
  | (501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511)
  | (520 | 521 | 522 | 523 | 524 | 525 | 526 | 527 | 528 | 529 | 530 | 599);
