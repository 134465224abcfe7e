import { expect, test } from 'vitest';
import { checkCompatibility } from '../../compatibility/check-compatibility.ts';
import { formatChangelog, formatChangeset } from '../../compatibility/format-changelog.ts';
import { formatMarkdown, formatText } from '../../compatibility/format-text.ts';
import { at, copyCardDocument } from './card-document.ts';

const revision = copyCardDocument();
const card = at(revision, '/components/schemas/Card');
card.description = 'One card.';
card.properties.artist = { type: 'string', description: 'The name of\nthe artist.' };
card.properties.price = { type: 'integer', description: 'The price.' };
card.required = ['id', 'name', 'price'];
card.properties.side.deprecated = true;
at(revision, '/components/schemas/Rarity').anyOf[0].enum = ['common', 'epic'];
const operations = revision.paths['/cards/{cardId}'];
operations.get.responses['410'] = { description: 'The card is gone.' };
operations.get.parameters[1].schema.pattern = '^[a-z]{1,4}$';
operations.get.parameters[1].name = 'label';
operations.put.responses['200'].headers = { ETag: { description: 'The version.', schema: { type: 'string' } } };
operations.patch = {
  operationId: 'updateCard',
  summary: 'Update a card',
  responses: { '204': { description: 'Done.' } },
};
revision.info.version = '1.3.0';
const report = await checkCompatibility(copyCardDocument(), revision);

test('the changelog is for users of the API', () => {
  expect(formatChangelog(report)).toMatchInlineSnapshot(`
    "API version 1.3.0.

    Breaking changes:

    - The parameter \`label\` of \`getCard\`: \`name\` changes from \`"tag"\` to \`"label"\`.
    - The parameter \`label\` of \`getCard\`: \`pattern\` changes from \`"^[a-z]{1,8}$"\` to \`"^[a-z]{1,4}$"\`.
    - \`Card.price\` is now required. \`Card.size\` is no longer required.

    New:

    - \`Card.artist\` is new. Optional. The name of the artist.
    - \`Card.price\` is new. Always present. The price.
    - \`Card.side\` is deprecated.
    - The response 410 of \`getCard\` is new. The card is gone.
    - \`updateCard\` is new. Update a card
    - The header \`ETag\` of the response 200 of \`replaceCard\` is new. The version.
    - \`Rarity\` has the new known values \`epic\`. \`Rarity\` no longer lists \`rare\`, which clients can still receive.

    Reworded: \`Card\`."
  `);
});

test('the changeset has the bump of the document', () => {
  expect(formatChangeset(report)).toBe(`---\n"@giftoin/openapi": minor\n---\n\n${formatChangelog(report)}\n`);
});

test('the text names place, values, rating and reason of each change, and what to do', () => {
  expect(formatText(report)).toMatchInlineSnapshot(`
    "major  #/paths/~1cards~1{cardId}/get/parameters/1/name: changed from "tag" to "label"
           \`tag\` query parameter was renamed to \`label\`.
    major  #/paths/~1cards~1{cardId}/get/parameters/1/schema/pattern: changed from "^[a-z]{1,8}$" to "^[a-z]{1,4}$"
           \`pattern\` changed from '^[a-z]{1,8}$' to '^[a-z]{1,4}$'.
    major  #/components/schemas/Card/required: changed from ["id","name","size"] to ["id","name","price"]
           Properties of \`Card\` are no longer required: \`size\`.
    minor  #/components/schemas/Card/properties/artist: added {"type":"string","description":"The name of\\nthe artist."}
           Objects are open: clients ignore properties that they do not know.
    minor  #/components/schemas/Card/properties/price: added {"type":"integer","description":"The price."}
           Objects are open: clients ignore properties that they do not know.
    minor  #/components/schemas/Card/properties/side/deprecated: added true
           It still works. Clients have time to stop using it.
    minor  #/paths/~1cards~1{cardId}/get/responses/410: added {"description":"The card is gone."}
           Clients handle a status code that they do not know like the other errors.
    minor  #/paths/~1cards~1{cardId}/patch: added {"operationId":"updateCard","summary":"Update a card","responses":{"204":{"description":"Done."}}}
           Clients do not use it yet.
    minor  #/paths/~1cards~1{cardId}/put/responses/200/headers: added {"ETag":{"description":"The version.","schema":{"type":"string"}}}
           Clients ignore headers that they do not know.
    minor (warning)  #/components/schemas/Rarity: changed from ["common","rare"] to ["common","epic"]
           An open set accepts every value, but code that lists the known values may no longer compile.
    patch  #/components/schemas/Card/description: changed from "A card." to "One card."
           Only the wording changes.
    11 changes: 3 major, 7 minor, 1 patch.
    info.version 1.3.0 is too low. The changes require a major bump: set it to 2.0.0."
  `);
});

test('the Markdown has a table for each rating', () => {
  expect(formatMarkdown(report)).toMatchInlineSnapshot(`
    "## Compatibility of the contract

    ❌ info.version 1.3.0 is too low. The changes require a major bump: set it to 2.0.0.

    <details open><summary>3 breaking changes (major)</summary>

    | Place | Change | Reason |
    | --- | --- | --- |
    | \`#/paths/~1cards~1{cardId}/get/parameters/1/name\` | changed from \`"tag"\` to \`"label"\` | \`tag\` query parameter was renamed to \`label\`. |
    | \`#/paths/~1cards~1{cardId}/get/parameters/1/schema/pattern\` | changed from \`"^[a-z]{1,8}$"\` to \`"^[a-z]{1,4}$"\` | \`pattern\` changed from '^[a-z]{1,8}$' to '^[a-z]{1,4}$'. |
    | \`#/components/schemas/Card/required\` | changed from \`["id","name","size"]\` to \`["id","name","price"]\` | Properties of \`Card\` are no longer required: \`size\`. |

    </details>

    <details open><summary>7 additions (minor)</summary>

    | Place | Change | Reason |
    | --- | --- | --- |
    | \`#/components/schemas/Card/properties/artist\` | added \`{"type":"string","description":"The name of\\nthe artist."}\` | Objects are open: clients ignore properties that they do not know. |
    | \`#/components/schemas/Card/properties/price\` | added \`{"type":"integer","description":"The price."}\` | Objects are open: clients ignore properties that they do not know. |
    | \`#/components/schemas/Card/properties/side/deprecated\` | added \`true\` | It still works. Clients have time to stop using it. |
    | \`#/paths/~1cards~1{cardId}/get/responses/410\` | added \`{"description":"The card is gone."}\` | Clients handle a status code that they do not know like the other errors. |
    | \`#/paths/~1cards~1{cardId}/patch\` | added \`{"operationId":"updateCard","summary":"Update a card","responses":{"204":{"description":"Done."}}}\` | Clients do not use it yet. |
    | \`#/paths/~1cards~1{cardId}/put/responses/200/headers\` | added \`{"ETag":{"description":"The version.","schema":{"type":"string"}}}\` | Clients ignore headers that they do not know. |
    | \`#/components/schemas/Rarity\` | changed from \`["common","rare"]\` to \`["common","epic"]\` | An open set accepts every value, but code that lists the known values may no longer compile. **Warning** |

    </details>

    <details><summary>1 change that affects no client (patch)</summary>

    | Place | Change | Reason |
    | --- | --- | --- |
    | \`#/components/schemas/Card/description\` | changed from \`"A card."\` to \`"One card."\` | Only the wording changes. |

    </details>"
  `);
});

test('a document without changes has an empty report', async () => {
  const unchanged = await checkCompatibility(copyCardDocument(), copyCardDocument());
  expect(formatText(unchanged)).toBe(
    'The document has not changed since the last release.\ninfo.version 1.2.3 is the released version.',
  );
});
