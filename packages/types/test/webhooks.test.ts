import { parseWebhook, WebhookError, webhookNames } from '@giftoin/types/webhooks';
import { expect, test } from 'vitest';

// The document of the Giftoin API has no webhooks. documents/webhooks-only.yaml has.
test('refuses a webhook that the document does not contain', () => {
  expect(webhookNames).toEqual([]);
  expect(() => parseWebhook('reward.claimed' as never, '{}')).toThrow(
    new WebhookError('The webhook "reward.claimed" is unknown.'),
  );
});
