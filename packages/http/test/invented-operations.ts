import { readFile, writeFile } from 'node:fs/promises';
import { documentFile } from '@giftoin/openapi';

/** Operations that the document does not have, of every kind that the servers support. */
const paths = `
  /api/v1/programs/{programId}/cards:
    get:
      operationId: listCards
      parameters:
        - { name: programId, in: path, required: true, schema: { type: string, pattern: "^[a-z0-9_]+$" } }
        - { name: rarity, in: query, required: true, schema: { type: string, enum: [rare, common] } }
        - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100, default: 20 } }
        - { name: cursor, in: query, schema: { type: string, pattern: "^[a-z0-9]+$" } }
        - { name: minimum, in: query, schema: { type: number } }
        - { name: owned, in: query, schema: { type: boolean } }
        - { name: tag, in: query, schema: { type: array, maxItems: 3, items: { type: string } } }
        - { name: id, in: query, explode: false, schema: { type: array, items: { type: integer } } }
        - { name: word, in: query, style: spaceDelimited, explode: false, schema: { type: array, items: { type: string } } }
        - { name: size, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: number } } }
        - { name: X-Language, in: header, schema: { type: string, pattern: "^[a-z]{2}$" } }
      responses:
        "200":
          description: A page of cards.
          headers:
            X-Total: { schema: { type: integer }, description: The number of all cards. }
          content:
            application/json:
              schema:
                type: object
                required: [items]
                properties:
                  items: { type: array, items: { type: string } }
              examples:
                first: { value: { items: [card_1, card_2] } }
                empty: { value: { items: [] } }
        "400": { $ref: "#/components/responses/BadRequest" }
        "401": { $ref: "#/components/responses/Unauthorized" }
        "429": { $ref: "#/components/responses/TooManyRequests" }
  /api/v1/orders:
    post:
      operationId: createOrder
      parameters:
        - { name: Idempotency-Key, in: header, required: true, schema: { type: string, minLength: 1, maxLength: 64 } }
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/InventedOrder" }
      responses:
        "201":
          description: The order.
          headers:
            Location: { schema: { type: string }, description: The URL of the order. }
          content:
            application/json:
              schema: { $ref: "#/components/schemas/InventedOrder" }
              example: { name: First order, parts: [{ name: Part }] }
        "401": { $ref: "#/components/responses/Unauthorized" }
        "409":
          description: The idempotency key was used for another order.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/ErrorBody" }
        "422": { $ref: "#/components/responses/BadRequest" }
  /api/v1/orders/{orderId}.json:
    parameters:
      - { name: orderId, in: path, required: true, schema: { type: string, pattern: "^[a-z0-9.]+$" } }
    delete:
      operationId: deleteOrder
      responses:
        "204": { description: The order no longer exists. }
        default: { $ref: "#/components/responses/BadRequest" }
    patch:
      operationId: changeOrder
      requestBody:
        required: true
        content:
          application/merge-patch+json:
            schema: { type: object, minProperties: 1, properties: { name: { type: string } }, additionalProperties: false }
      responses:
        "200":
          description: The changed order.
          content:
            application/vnd.order+json:
              schema: { $ref: "#/components/schemas/InventedOrder" }
        "409": { $ref: "#/components/responses/BadRequest" }
        4XX: { $ref: "#/components/responses/BadRequest" }
    put:
      operationId: replaceOrder
      requestBody:
        content:
          application/json:
            schema: { $ref: "#/components/schemas/InventedOrder" }
      responses:
        "202": { description: The order will be replaced. }
        "400": { $ref: "#/components/responses/BadRequest" }

components:
`;

const schemas = `
  schemas:
    InventedOrder:
      type: object
      description: An order. Its parts are orders.
      required: [name]
      properties:
        name: { type: string, maxLength: 100, format: order-name }
        note: { type: [string, "null"] }
        parts: { type: array, items: { $ref: "#/components/schemas/InventedOrder" } }
      additionalProperties: false
`;

/** Writes a copy of the document that has the invented operations instead of its own. */
export async function writeInventedDocument(file: string): Promise<void> {
  const text = await readFile(documentFile, 'utf8');
  await writeFile(
    file,
    text.replace(/\n\npaths:\n.*\n\ncomponents:\n/s, () => `\n\npaths:${paths}`).replace('\n  schemas:\n', schemas),
  );
}
