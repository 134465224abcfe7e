/** 2026-06-01T00:00:00Z */
const june = 1_780_272_000_000;
const day = 86_400_000;

const card = { name: 'A card', image: 'https://example.com/card.png', rarity: 'rare' };
const program = {
  id: 'program_123',
  name: 'A challenge',
  image: 'https://example.com/challenge.png',
  description: 'Two cards',
  environment: 'production',
  createdTimestamp: june,
  duration: { start: { date: june, showBefore: false }, end: { date: june + day, showAfter: true } },
  reward: { id: 'r', name: 'R', image: 'https://example.com/r.png', description: '', value: 'V', viewType: 'QR' },
  cards: [
    { ...card, id: 'card_456' },
    { ...card, id: 'card_457' },
  ],
};
const user = { platform: 'discord', platformUserId: '42' };

type Values = Readonly<Record<string, readonly unknown[]>>;

/** What a property can be, by its name. */
export const validValues: Values = {
  workspace: [...Array(9).fill('default'), 'second'],
  platform: ['discord'],
  platformUserId: ['42', '42', '42', '43'],
  programId: ['program_123', 'program_123', 'program_123', 'program_1002'],
  cardId: ['card_456', 'card_457'],
  quantity: [1, 3],
  missing: [0, 0, 0, 1, 2],
  time: [june, june + 2 * day, june - day, 8.64e15],
  by: [day, -day, 1],
  start: [june, june + day, null],
  end: [june + day, june - day, null],
  showBefore: [true, false],
  showAfter: [true, false],
  keyName: ['limited', 'limited', 'default', 'failing', 'mine'],
  environment: ['production', 'production', 'staging'],
  overdue: [true, false, false, false],
  planDenied: [true, false, false, false],
  rateLimit: [{ requests: 2, per: day }, null],
  status: [500, 404, 400, 401, 402, 403, 429],
  errorCode: [7],
  delay: [1],
  cut: [true, false],
  times: [1, 2],
  share: [0.5, 1],
  scenario: ['one-card-short', 'big-user', 'claimed'],
  snapshot: ['a', 'b'],
  limit: [5, 1_000],
  programs: [
    [program],
    [program, { ...program, id: 'program_1002', reward: null, duration: { start: null, end: null } }],
    [{ ...program, environment: 'staging' }],
  ],
  users: [
    [{ ...user, cards: { program_123: { card_456: 2, card_457: 1 } } }],
    [{ ...user, cards: { program_123: { card_456: 1, card_457: 1 } }, claims: { program_123: june } }],
    [],
  ],
  clock: [{ frozenAt: june + 1_000 }, { frozenAt: june + 2 * day }],
};

export const invalidValues: Values = {
  workspace: ['missing', 'Not A Name'],
  platform: ['BAD', 7],
  platformUserId: ['..', ''],
  programId: ['unknown', '/'],
  cardId: ['unknown', null],
  quantity: [1_000_000, 2_000_000_000, 0, 1.5, '2'],
  missing: [11, -1],
  time: [9e15, 'now'],
  start: ['soon', 8.65e15, 0.5],
  end: ['soon', -8.65e15],
  showBefore: ['yes', null],
  showAfter: [1],
  by: [8.64e15, 0.5],
  keyName: ['unknown', 'not a name'],
  environment: ['', 'x'.repeat(65)],
  overdue: ['no'],
  planDenied: [0],
  rateLimit: [{ requests: 0, per: 1 }, { requests: 1 }, 'off'],
  status: [418, '500'],
  errorCode: [1.5],
  delay: [-1],
  cut: [null],
  times: [0],
  share: [0, 2],
  scenario: ['unknown'],
  snapshot: ['not a name'],
  limit: [0, 'all'],
  programs: [
    [program, program],
    [{ ...program, cards: [{ id: '!' }], more: 1 }],
    [{ ...program, image: 'https://a b' }],
    [{ ...program, duration: { start: { date: june, showBefore: true }, end: { date: 0, showAfter: true } } }],
  ],
  users: [
    [user, user],
    [{ ...user, cards: { program_123: { unknown: 1 }, unknown: {} }, claims: { unknown: 1 } }],
    [{ ...user, cards: { program_123: { card_456: 0 } } }],
  ],
  clock: [{ frozenAt: 'x', offset: 1.5 }],
};

/** A world whose clock is frozen, so that no response depends on when it is sent. */
export const frozenWorld = { programs: [program], clock: { frozenAt: june + 1_000 } };
