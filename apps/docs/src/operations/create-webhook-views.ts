import { listWebhooks, type OpenApiDocument } from '@giftoin/openapi';
import { createAnchors } from './create-anchors.ts';
import { createBodyView } from './create-body-view.ts';
import type { BodyView } from './operation-view.ts';

/** What the page of the webhooks shows about one of them. Texts are Markdown. */
export interface WebhookView {
  readonly name: string;
  readonly title: string;
  readonly anchor: string;
  readonly method: string;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  readonly body: BodyView | undefined;
}

export function createWebhookViews(document: OpenApiDocument): WebhookView[] {
  const createAnchor = createAnchors();
  return listWebhooks(document).map((webhook) => {
    const { name, method, summary, description, deprecated, mediaType, schema, namedExamples } = webhook;
    const anchor = createAnchor(`webhook-${name}`);
    // The API writes the body.
    const context = {
      document,
      direction: 'response',
      createAnchor: (path: string) => createAnchor(`${anchor}-${path}`),
    } as const;
    const body =
      mediaType === undefined ? undefined : createBodyView(context, { mediaType, schema: schema ?? {}, namedExamples });
    return { name, title: summary ?? name, anchor, method, deprecated, description, body };
  });
}
