import { readDocument } from '@giftoin/openapi';
import { expect, test } from 'vitest';
import { readSample } from '../../src/front-page/read-sample.ts';
import { renderProgressCard } from '../../src/front-page/render-progress-card.ts';

const { program } = readSample(await readDocument());
if (!program) throw new Error('The document has no example inProgress of its first operation. The picture needs it.');

test('the picture shows the example of the document', () => {
  const html = renderProgressCard(program);
  for (const text of [program.name, program.reward?.name, `${program.progressInPercentage} %`])
    expect(html).toContain(text);
  expect(html.match(/is-owned/g)).toHaveLength(program.cards.filter(({ isOwned }) => isOwned).length);
});

test('the picture escapes texts', () => {
  const html = renderProgressCard({ ...program, name: '<b>"A" & B' });
  expect(html).not.toContain('<b>');
  expect(html).toContain('aria-label="A progress card: &lt;b>&quot;A&quot; &amp; B,');
});

test('the picture has no end and no reward if the program has none', () => {
  const html = renderProgressCard({ ...program, timeLeft: null, reward: null });
  expect(html).not.toMatch(/progress-card-(time|reward)/);
});

test('the reward can be claimed if all cards are collected', () => {
  expect(renderProgressCard({ ...program, collectedCount: program.size })).toContain('Ready to claim');
});
