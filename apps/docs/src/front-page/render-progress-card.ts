import { drawCard, giftSymbol, lockSymbol } from './draw-cards.ts';
import type { Sample } from './read-sample.ts';

type Program = NonNullable<Sample['program']>;

/** The picture has room for so many cards. */
const maximumCards = 4;

/**
 * Renders the picture of a progress card: a program of the document, as a bot or a website can show it. It is one image for
 * screen readers.
 */
export function renderProgressCard(program: Program): string {
  const { name, description, collectedCount, size, progressInPercentage, cards } = program;
  const count = `${collectedCount} of ${size} cards`;
  return `<div class="progress-card" role="img" aria-label="${escapeHtml(`A progress card: ${name}, ${count}, ${progressInPercentage} %.`)}" data-pagefind-ignore>
<div class="progress-card-head"><div><div class="progress-card-name">${escapeHtml(name)}</div><div>${escapeHtml(description)}</div></div>${renderTimeLeft(program)}</div>
<div class="progress-card-cards">${cards.slice(0, maximumCards).map(renderCard).join('')}</div>
<div class="progress-card-count"><span>${count}</span><span>${progressInPercentage} %</span></div>
<div class="progress-card-bar"><div style="width: ${progressInPercentage}%"></div></div>
${renderReward(program)}</div>`;
}

function renderCard({ name, isOwned, ownedQuantity }: Program['cards'][number], index: number): string {
  const quantity = ownedQuantity > 1 ? `<span class="progress-card-quantity">×${ownedQuantity}</span>` : '';
  return `<div class="progress-card-tile${isOwned ? ' is-owned' : ''}">${drawCard(index)}${quantity}<span>${escapeHtml(name.replace(/ Card$/, ''))}</span></div>`;
}

function renderTimeLeft({ timeLeft }: Program): string {
  if (timeLeft === undefined || timeLeft === null) return '';
  const days = Math.floor(timeLeft / 86_400_000);
  return `<div class="progress-card-time">${days} ${days === 1 ? 'day' : 'days'} left</div>`;
}

function renderReward({ reward, collectedCount, size }: Program): string {
  if (!reward) return '';
  const missing = size - collectedCount;
  const state = missing === 0 ? 'Ready to claim' : `${missing} ${missing === 1 ? 'card' : 'cards'} to go`;
  return `<div class="progress-card-reward">${giftSymbol}<div><div class="progress-card-name">${escapeHtml(reward.name)}</div><div>${state}</div></div>${missing === 0 ? '' : lockSymbol}</div>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
