/**
 * For servers that receive the webhooks of the API: the types of their bodies, and a parser that validates them.
 *
 * @module
 */
export { parseWebhook, type WebhookBody, WebhookError, type WebhookName, webhookNames } from '@giftoin/types/webhooks';
