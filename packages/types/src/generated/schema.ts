/**
 * Machine-written from openapi.yaml. Do not edit: change the document and run `pnpm generate`.
 */

export interface paths {
    readonly "/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The platform of the user. An open set. */
                readonly platform: components["parameters"]["Platform"];
                /**
                 * @description The ID of the user on the platform. Always a string, because the IDs of some platforms are too
                 *     large for a JavaScript number. `.` and `..` are not allowed, because they have a special meaning
                 *     in URLs.
                 * @example 123456789012345678
                 */
                readonly platformUserId: components["parameters"]["PlatformUserId"];
            };
            readonly cookie?: never;
        };
        /**
         * List a user's progress in all collections
         * @description Returns every program that is visible to the API key, with the user's progress in each. If the
         *     user owns no cards or is unknown to the provider, every program has a progress of 0 %.
         */
        readonly get: operations["listCollectionChallengeProgress"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges/{programId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The platform of the user. An open set. */
                readonly platform: components["parameters"]["Platform"];
                /**
                 * @description The ID of the user on the platform. Always a string, because the IDs of some platforms are too
                 *     large for a JavaScript number. `.` and `..` are not allowed, because they have a special meaning
                 *     in URLs.
                 * @example 123456789012345678
                 */
                readonly platformUserId: components["parameters"]["PlatformUserId"];
                /**
                 * @description The ID of the program (the collection). The response contains it as `id`.
                 * @example program_123
                 */
                readonly programId: components["parameters"]["ProgramId"];
            };
            readonly cookie?: never;
        };
        /**
         * Get a user's progress in one collection
         * @description Returns one program, with the same schema as an item of the list. The list contains a program if
         *     and only if this operation returns it.
         */
        readonly get: operations["getCollectionChallengeProgress"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description The name of a platform, in lowercase.
         * @example discord
         * @example roblox
         */
        readonly Platform: string;
        /**
         * @description The ID of a user on a platform. Always a string.
         * @example 123456789012345678
         */
        readonly PlatformUserId: string;
        /**
         * @description The ID of a program (a collection).
         * @example program_123
         */
        readonly ProgramId: string;
        /**
         * Format: uri
         * @description An absolute URI with the `https` scheme.
         * @example https://example.com/images/winter-challenge.png
         */
        readonly HttpsUri: string;
        /**
         * Format: int64
         * @description Milliseconds since 1970-01-01T00:00:00Z.
         * @example 1644825600000
         */
        readonly Timestamp: number;
        /** @description Programs, with the user's progress in each. Each program occurs only once. */
        readonly CollectionChallengeProgressList: readonly components["schemas"]["CollectionChallengeProgress"][];
        /** @description A program (a collection of cards) and the progress of one user in it. */
        readonly CollectionChallengeProgress: {
            /** @description The ID of the program. */
            readonly id: components["schemas"]["ProgramId"];
            /** @description The name of the program, for display. */
            readonly name: string;
            /** @description The URL of an image of the program. */
            readonly image: components["schemas"]["HttpsUri"];
            /** @description What the user has to do in the program, in a sentence for display. */
            readonly description: string;
            /**
             * Format: int32
             * @description The number of different cards in the collection.
             */
            readonly size: number;
            /**
             * @description Cards of the collection, each with the quantity that the user owns. The array can contain only
             *     a part of the collection. `size` and `collectedCount` always count the whole collection.
             */
            readonly cards: readonly components["schemas"]["Card"][];
            /**
             * Format: int32
             * @description The share of the collection that the user owns, in percent, rounded down to a whole number.
             *     100 only if the collection is complete. 0 if `size` is 0.
             */
            readonly progressInPercentage: number;
            /** @description The environment in which the program runs. */
            readonly environment: components["schemas"]["Environment"];
            /** @description The time at which the program was created, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly createdTimestamp: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description The time until the program ends, in milliseconds. 0 after the end. Null or absent if and only
             *     if the program has no end.
             */
            readonly timeLeft?: number | null;
            /** @description The reward for the complete collection. Null or absent if there is no reward. */
            readonly reward?: components["schemas"]["Reward"];
            /** @description The state of the user's progress in the program. */
            readonly status: components["schemas"]["ProgressStatus"];
            /**
             * Format: int32
             * @description The number of different cards of the collection that the user owns. Never greater than `size`.
             */
            readonly collectedCount: number;
            /** @description When the program starts and ends. */
            readonly duration: components["schemas"]["Duration"];
        };
        /** @description A card of a collection and the quantity that the user owns. */
        readonly Card: {
            /** @description The name of the card, for display. */
            readonly name: string;
            /** @description The ID of the card, unique within its program. */
            readonly id: string;
            /** @description The URL of an image of the card. */
            readonly image: components["schemas"]["HttpsUri"];
            /**
             * Format: int32
             * @description The number of copies of the card that the user owns.
             */
            readonly ownedQuantity: number;
            /** @description Whether the user owns the card. True if and only if `ownedQuantity` is greater than 0. */
            readonly isOwned: boolean;
            /** @description The rarity of the card. */
            readonly rarity: components["schemas"]["CardRarity"];
        };
        /** @description What a user receives for a complete collection. Null if there is no reward. */
        readonly Reward: {
            /** @description The ID of the reward. */
            readonly id: string;
            /** @description The name of the reward, for display. */
            readonly name: string;
            /** @description The URL of an image of the reward. */
            readonly image: components["schemas"]["HttpsUri"];
            /** @description What the user receives the reward for, in a sentence for display. */
            readonly description: string;
            /** @description Whether the user has claimed the reward. A claimed reward has a `claimedTimestamp`. */
            readonly isClaimed: boolean;
            /** @description Whether the user can claim the reward now. True only if the collection is complete and the reward is not claimed yet. */
            readonly canClaim: boolean;
            /** @description The content of the reward. `viewType` defines how to display it. Null or absent if there is nothing to display. */
            readonly value?: string | null;
            /**
             * Format: int64
             * @description The time at which the user claimed the reward, in milliseconds since 1970-01-01T00:00:00Z. Null or absent if there is no such time.
             */
            readonly claimedTimestamp?: number | null;
            /** @description How to display the `value` of the reward. */
            readonly viewType: components["schemas"]["RewardViewType"];
        } | null;
        /** @description When a program starts and ends. */
        readonly Duration: {
            /** @description The start of the program. Null if it has no start. */
            readonly start: components["schemas"]["DurationStart"];
            /** @description The end of the program, never before its start. Null if it has no end. */
            readonly end: components["schemas"]["DurationEnd"];
        };
        /** @description The start of a program. Null if it has no start. */
        readonly DurationStart: {
            /** @description The time at which the program starts, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly date: components["schemas"]["Timestamp"];
            /** @description Whether the program is visible before it starts. */
            readonly showBefore: boolean;
        } | null;
        /** @description The end of a program. Null if it has no end. */
        readonly DurationEnd: {
            /** @description The time at which the program ends, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly date: components["schemas"]["Timestamp"];
            /** @description Whether the program stays visible after it ends. */
            readonly showAfter: boolean;
        } | null;
        /**
         * @description The state of a user's progress in a program. An open set. Known value from the provider:
         *     `in_progress`. Known values that the authors of this document have added: `upcoming` before the
         *     start, `completed` if the user owns every card, and `ended` after the end.
         * @example in_progress
         */
        readonly ProgressStatus: "in_progress" | "upcoming" | "completed" | "ended" | (string & {});
        /**
         * @description The rarity of a card. An open set. Known value: `rare`.
         * @example rare
         */
        readonly CardRarity: "rare" | (string & {});
        /**
         * @description How to display the value of a reward. An open set. Known value: `QR`, a QR code.
         * @example QR
         */
        readonly RewardViewType: "QR" | (string & {});
        /**
         * @description The environment in which a program runs. An open set. Known value: `production`.
         * @example production
         */
        readonly Environment: "production" | (string & {});
        /** @description The body of every error. */
        readonly ErrorBody: {
            /** @description The time, the code and the message of the error. */
            readonly status: components["schemas"]["ErrorStatus"];
        };
        /** @description The time, the code and the message of an error. */
        readonly ErrorStatus: {
            /**
             * @description The time of the server, in milliseconds since 1970-01-01T00:00:00Z: a number, or a string of
             *     digits. It differs from the `Date` header by one day at most.
             * @example 1644825600000
             */
            readonly timestamp: number | string;
            /**
             * Format: int32
             * @description The error as a number, for programs. 1002: the API key is missing. 1001: the API key is unknown. For every other error, it equals the HTTP status code.
             * @example 1002
             */
            readonly errorCode: number;
            /** @description The error as a sentence, for people. It contains no markup and no stack trace. */
            readonly errorMessage: string;
        };
    };
    responses: {
        /** @description The programs that are visible to the API key, each with the user's progress. Empty if there are none. */
        readonly CollectionChallengeProgressList: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["CollectionChallengeProgressList"];
            };
        };
        /** @description The program, with the user's progress. */
        readonly CollectionChallengeProgress: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["CollectionChallengeProgress"];
            };
        };
        /** @description A parameter is missing or malformed. Correct the parameter; the same request fails again. */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The API key is missing or empty (error code 1002), or it is unknown (error code 1001). */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The subscription of the API key is overdue. */
        readonly PaymentRequired: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The plan of the API key does not allow this request. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The program does not exist, or it is not visible to the API key. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The API key has sent too many requests. Wait for the time in `Retry-After`, then send the request again. */
        readonly TooManyRequests: {
            headers: {
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description An unexpected error in the server. Every operation lists it so that clients know its schema. If an input causes it, the server has a defect. */
        readonly InternalServerError: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        /** @description The platform of the user. An open set. */
        readonly Platform: components["schemas"]["Platform"];
        /**
         * @description The ID of the user on the platform. Always a string, because the IDs of some platforms are too
         *     large for a JavaScript number. `.` and `..` are not allowed, because they have a special meaning
         *     in URLs.
         * @example 123456789012345678
         */
        readonly PlatformUserId: components["schemas"]["PlatformUserId"];
        /**
         * @description The ID of the program (the collection). The response contains it as `id`.
         * @example program_123
         */
        readonly ProgramId: components["schemas"]["ProgramId"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description The time to wait before the next request, in whole seconds.
         * @example 30
         */
        readonly "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly listCollectionChallengeProgress: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The platform of the user. An open set. */
                readonly platform: components["parameters"]["Platform"];
                /**
                 * @description The ID of the user on the platform. Always a string, because the IDs of some platforms are too
                 *     large for a JavaScript number. `.` and `..` are not allowed, because they have a special meaning
                 *     in URLs.
                 * @example 123456789012345678
                 */
                readonly platformUserId: components["parameters"]["PlatformUserId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["CollectionChallengeProgressList"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 402: components["responses"]["PaymentRequired"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
        };
    };
    readonly getCollectionChallengeProgress: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The platform of the user. An open set. */
                readonly platform: components["parameters"]["Platform"];
                /**
                 * @description The ID of the user on the platform. Always a string, because the IDs of some platforms are too
                 *     large for a JavaScript number. `.` and `..` are not allowed, because they have a special meaning
                 *     in URLs.
                 * @example 123456789012345678
                 */
                readonly platformUserId: components["parameters"]["PlatformUserId"];
                /**
                 * @description The ID of the program (the collection). The response contains it as `id`.
                 * @example program_123
                 */
                readonly programId: components["parameters"]["ProgramId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: components["responses"]["CollectionChallengeProgress"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 402: components["responses"]["PaymentRequired"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalServerError"];
        };
    };
}
