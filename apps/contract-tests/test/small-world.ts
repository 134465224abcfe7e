export type Body = Record<string, unknown>;

const day = 86_400_000;
const now = Date.now();
const started = now - 20 * day;

/** Programs of every kind, with the progress of the user who owns cards or of one who owns none; fresh objects each time. */
export function programsOf(isOwner: boolean): Body[] {
  const own = (count: number) => (isOwner ? count : 0);
  return [
    program('program_123', 3, own(2), { end: 7, isClaimed: false }),
    program('complete', 2, own(2), { end: 3, isClaimed: false }),
    program('claimed', 1, own(1), { end: undefined, isClaimed: isOwner }),
    program('ended', 7, own(4), { end: -1, isClaimed: false }),
    { ...program('empty', 0, 0, { end: undefined, isClaimed: false }), reward: null },
  ];
}

/** As many programs as are asked for, of which the owner has some, and as many cards more as are given. */
export function manyPrograms(count: number, size: number, isOwner: boolean, more = 0): Body[] {
  return Array.from({ length: count }, (_, index) => {
    const collected = isOwner ? Math.min(size, (index % size) + more) : 0;
    return program(index === 0 ? 'program_123' : `program_${index}`, size, collected, { end: 30, isClaimed: false });
  });
}

function program(
  id: string,
  size: number,
  collectedCount: number,
  { end, isClaimed }: { end: number | undefined; isClaimed: boolean },
): Body {
  const endDate = end === undefined ? undefined : now + end * day;
  const cards = Array.from({ length: size }, (_, index) => ({
    name: `Card ${index}`,
    id: `${id}_${index}`,
    image: 'https://example.com/card.png',
    ownedQuantity: index < collectedCount ? index + 1 : 0,
    isOwned: index < collectedCount,
    rarity: 'rare',
  }));
  return {
    id,
    name: `Program ${id}`,
    image: 'https://example.com/program.png',
    description: 'Collect all cards',
    size,
    cards,
    progressInPercentage: size === 0 ? 0 : Math.floor((100 * collectedCount) / size),
    environment: 'production',
    createdTimestamp: started,
    timeLeft: endDate === undefined ? null : Math.max(0, endDate - Date.now()),
    reward: {
      id: `reward_${id}`,
      name: 'Badge',
      image: 'https://example.com/badge.png',
      description: 'For the complete collection',
      isClaimed,
      canClaim: !isClaimed && collectedCount === size && size > 0,
      value: 'text',
      claimedTimestamp: isClaimed ? started + day : null,
      viewType: 'QR',
    },
    status: 'in_progress',
    collectedCount,
    duration: {
      start: { date: started, showBefore: true },
      end: endDate === undefined ? null : { date: endDate, showAfter: true },
    },
  };
}
