import { readFile } from 'node:fs/promises';
import { documentFile } from '@giftoin/openapi';

/** A GET with path parameters. */
const endpoint = `
  /api/v1/users/{platform}/{platformUserId}/rewards/{rewardId}:
    parameters:
      - $ref: "#/components/parameters/Platform"
      - $ref: "#/components/parameters/PlatformUserId"
      - { name: rewardId, in: path, required: true, x-returned-as: id, schema: { type: string } }
      - { name: limit, in: query, schema: { type: integer } }
    get:
      operationId: getReward
      responses:
        "200":
          description: The reward.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Badge" }
              example: { id: b_1, colour: gold }
        "401": { $ref: "#/components/responses/Unauthorized" }
`;
/** A list in pages, and writes. */
const otherEndpoints = `  /api/v1/users/{platform}/{platformUserId}/rewards:
    parameters:
      - $ref: "#/components/parameters/Platform"
      - $ref: "#/components/parameters/PlatformUserId"
    get:
      operationId: listRewards
      x-pagination: { kind: cursor, parameter: cursor, next: /next, items: /items, limit: limit }
      parameters:
        - { name: colours, in: query, explode: false, schema: { type: array, items: { type: string, enum: [gold, silver] } } }
        - { name: cursor, in: query, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100 } }
      responses:
        "200":
          description: A page of rewards.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/BadgePage" }
              example: { items: [{ id: b_1, colour: gold }], next: null }
        "401": { $ref: "#/components/responses/Unauthorized" }
    post:
      operationId: createReward
      parameters:
        - { name: Idempotency-Key, in: header, required: true, schema: { type: string, minLength: 1 } }
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/NewBadge" }
      responses:
        "201":
          description: The new reward.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Badge" }
              examples: { created: { value: { id: b_9, colour: gold } } }
        "401": { $ref: "#/components/responses/Unauthorized" }
  /api/v1/colours:
    get:
      operationId: listColours
      x-pagination: { kind: offset, parameter: skip, items: "" }
      parameters: [{ name: skip, in: query, schema: { type: integer, minimum: 0 } }]
      responses:
        "200":
          description: A page of colours.
          content: { application/json: { schema: { type: array, items: { type: string } }, example: [gold] } }
        "401": { $ref: "#/components/responses/Unauthorized" }
  /api/v1/rewards/{rewardNumber}:
    parameters:
      - { name: rewardNumber, in: path, required: true, schema: { type: integer, minimum: 1 } }
    patch:
      operationId: changeReward
      requestBody:
        required: true
        content:
          application/merge-patch+json:
            schema: { type: object, properties: { colour: { type: [string, "null"] } } }
      responses:
        "200":
          description: The changed reward.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Badge" }
              example: { id: b_1, colour: silver }
        "202":
          description: The reward will be changed.
          content:
            application/json:
              schema: { type: object, required: [job], properties: { job: { type: integer } } }
              examples: { accepted: { value: { job: 7 } } }
        "401": { $ref: "#/components/responses/Unauthorized" }
        "409":
          description: The reward is claimed.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/ErrorBody" }
              examples: { alreadyClaimed: { value: { status: { errorCode: 409, errorMessage: It is claimed., timestamp: 1798156800000 } } } }
    delete:
      operationId: deleteReward
      responses:
        "204": { description: The reward is deleted. }
        "401": { $ref: "#/components/responses/Unauthorized" }
`;
const schemas = `
  schemas:
    Badge:
      type: object
      description: A badge.
      required: [id, colour]
      properties:
        id: { type: string, description: Its identifier. }
        colour: { anyOf: [{ type: string, enum: [gold, silver] }, { type: string }], description: Its colour. }
    BadgePage:
      type: object
      description: A page of badges.
      required: [items, next]
      properties:
        items: { type: array, description: The badges., items: { $ref: "#/components/schemas/Badge" } }
        next: { type: [string, "null"], description: The cursor of the next page. }
    NewBadge:
      type: object
      description: A badge to create.
      required: [colour]
      properties:
        colour: { type: string, minLength: 1, description: Its colour. }
        tags: { type: array, description: Its tags., items: { type: string } }
`;

/** Returns the text of the document with endpoints that it does not have. */
export async function growDocument(): Promise<string> {
  const text = await readFile(documentFile, 'utf8');
  return text
    .replace('\n\ncomponents:\n', () => `${endpoint}${otherEndpoints}\ncomponents:\n`)
    .replace('\n  schemas:\n', schemas);
}
