/** A conforming list of programs of about 20 KB, as a user with many cards gets it. */
export function createBody(): string {
  const programs = Array.from({ length: 10 }, (_, index) => ({
    id: `program_${index}`,
    name: 'Winter Challenge',
    description: 'Collect all cards of the winter.',
    environment: 'production',
    createdTimestamp: 1_764_000_000_000,
    status: 'started',
    duration: { start: null, end: null },
    timeLeft: null,
    image: 'https://example.com/images/program.png',
    size: 12,
    collectedCount: 4,
    progressInPercentage: 33,
    reward: null,
    cards: Array.from({ length: 12 }, (_, card) => ({
      id: `card_${index}_${card}`,
      name: 'Snowflake',
      description: 'A card of the winter.',
      image: 'https://example.com/images/card.png',
      rarity: 'common',
      isOwned: card < 4,
      ownedQuantity: card < 4 ? 1 : 0,
    })),
  }));
  return JSON.stringify(programs);
}
