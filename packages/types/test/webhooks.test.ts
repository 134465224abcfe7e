import { parseWebhook, WebhookError, webhookNames } from '@giftoin/types/webhooks';
import { expect, test } from 'vitest';

// documents/webhooks-only.yaml shows the webhooks that a document contains.
test('refuses a webhook that the document does not contain', () => {
  expect(webhookNames).not.toContain('reward.claimed');
  expect(() => parseWebhook('reward.claimed' as never, '{}')).toThrow(
    new WebhookError('The webhook "reward.claimed" is unknown.'),
  );
});
