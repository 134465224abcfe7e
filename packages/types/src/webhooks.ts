/**
 * The webhooks of the API: requests that it sends to a server of yours.
 *
 * @module
 */
import type { SchemaViolation } from './compact-schema.ts';
import { createCompactValidators } from './compact-validator.ts';
import { keywords, schemas, type WebhookBodies, webhookNames, webhookSchemas } from './generated/webhooks.ts';

export { webhookNames };

/** The name of a webhook. */
export type WebhookName = keyof WebhookBodies;

/** The body of a webhook. */
export type WebhookBody<Name extends WebhookName> = WebhookBodies[Name];

/** The body of a webhook is not valid. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
  /** Where the body violates the schema of the webhook. `undefined` if it is not JSON or the webhook is unknown. */
  readonly violation: SchemaViolation | undefined;

  constructor(message: string, violation?: SchemaViolation) {
    super(message);
    this.violation = violation;
  }
}

const createValidator = createCompactValidators({ schemas, keywords });

/**
 * Parses the body of a webhook and validates it against the schema of the webhook. Unknown properties are kept.
 *
 * @param name the name of the webhook
 * @param body the body as text, or parsed already
 * @throws {WebhookError} if the webhook is unknown, or the body is not JSON or does not match the schema
 *
 * @example
 * const event = parseWebhook('reward.claimed', await request.text());
 */
export function parseWebhook<Name extends WebhookName>(name: Name, body: unknown): WebhookBody<Name> {
  const webhook = String(name);
  if (!(webhookNames as readonly string[]).includes(webhook)) {
    throw new WebhookError(`The webhook ${JSON.stringify(webhook)} is unknown.`);
  }
  const value = typeof body === 'string' ? parseJson(webhook, body) : body;
  const schema = Object.hasOwn(webhookSchemas, webhook) ? webhookSchemas[webhook] : undefined;
  const violation = schema === undefined ? undefined : createValidator(schema)(value);
  if (violation) {
    const place = violation.path || 'the body';
    throw new WebhookError(`The webhook ${webhook} is invalid: ${place}: ${violation.message}.`, violation);
  }
  return value as WebhookBody<Name>;
}

function parseJson(webhook: string, body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    throw new WebhookError(`The webhook ${webhook} is invalid: the body is not JSON.`);
  }
}
