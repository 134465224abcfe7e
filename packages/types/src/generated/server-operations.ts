/**
 * Machine-written from openapi.yaml. Do not edit: change the document and run `pnpm generate`.
 */

/** The operations in the order of the document, with the schemas of their parameters, for a server. */
export const serverOperations = [
  {
    "operationId": "listCollectionChallengeProgress",
    "method": "get",
    "path": "/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges",
    "apiKeyHeaders": [
      "x-gft_api_key",
      "x-gft-api-key",
      "gft-api-key"
    ],
    "parameters": [
      {
        "name": "platform",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "description": "The name of a platform, in lower case.",
          "pattern": "^[a-z0-9_-]{1,32}$",
          "x-source": "ours",
          "examples": [
            "discord",
            "roblox"
          ]
        }
      },
      {
        "name": "platformUserId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "description": "A user's identifier on a platform. Always a string.",
          "pattern": "^[A-Za-z0-9_.:@-]{1,128}$",
          "not": {
            "enum": [
              ".",
              ".."
            ]
          },
          "x-source": "ours",
          "examples": [
            "123456789012345678"
          ]
        }
      }
    ]
  },
  {
    "operationId": "getCollectionChallengeProgress",
    "method": "get",
    "path": "/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges/{programId}",
    "apiKeyHeaders": [
      "x-gft_api_key",
      "x-gft-api-key",
      "gft-api-key"
    ],
    "parameters": [
      {
        "name": "platform",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "description": "The name of a platform, in lower case.",
          "pattern": "^[a-z0-9_-]{1,32}$",
          "x-source": "ours",
          "examples": [
            "discord",
            "roblox"
          ]
        }
      },
      {
        "name": "platformUserId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "description": "A user's identifier on a platform. Always a string.",
          "pattern": "^[A-Za-z0-9_.:@-]{1,128}$",
          "not": {
            "enum": [
              ".",
              ".."
            ]
          },
          "x-source": "ours",
          "examples": [
            "123456789012345678"
          ]
        }
      },
      {
        "name": "programId",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "description": "The identifier of a program, that is, of a collection.",
          "pattern": "^[A-Za-z0-9_-]{1,128}$",
          "x-source": "ours",
          "examples": [
            "program_123"
          ]
        }
      }
    ]
  }
] as const;
