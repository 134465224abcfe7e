/**
 * Machine-written from openapi.yaml. Do not edit: change the document and run `pnpm generate`.
 */

export interface paths {
    readonly "/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The platform on which the user is known. An open set. */
                readonly platform: components["parameters"]["Platform"];
                /**
                 * @description The user's identifier on that platform. Always a string: the numbers that platforms use do not fit
                 *     the numbers of JavaScript. Neither `.` nor `..`, which URLs give a meaning of their own.
                 * @example 123456789012345678
                 */
                readonly platformUserId: components["parameters"]["PlatformUserId"];
            };
            readonly cookie?: never;
        };
        /**
         * A user's progress in all collections
         * @description Answers every program that is visible to the key, with the user's progress in each. A user who
         *     owns nothing, known to the provider or not, gets every visible program at 0 %.
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
                /** @description The platform on which the user is known. An open set. */
                readonly platform: components["parameters"]["Platform"];
                /**
                 * @description The user's identifier on that platform. Always a string: the numbers that platforms use do not fit
                 *     the numbers of JavaScript. Neither `.` nor `..`, which URLs give a meaning of their own.
                 * @example 123456789012345678
                 */
                readonly platformUserId: components["parameters"]["PlatformUserId"];
                /**
                 * @description The identifier of the program, that is, of the collection. The answer repeats it as its `id`.
                 * @example program_123
                 */
                readonly programId: components["parameters"]["ProgramId"];
            };
            readonly cookie?: never;
        };
        /**
         * A user's progress in one collection
         * @description Answers one program, in the shape of an item of the list. A program is in the list exactly where
         *     it is answered here.
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
         * @description The name of a platform, in lower case.
         * @example discord
         * @example roblox
         */
        readonly Platform: string;
        /**
         * @description A user's identifier on a platform. Always a string.
         * @example 123456789012345678
         */
        readonly PlatformUserId: string;
        /**
         * @description The identifier of a program, that is, of a collection.
         * @example program_123
         */
        readonly ProgramId: string;
        /**
         * Format: uri
         * @description An absolute URI with the scheme `https`.
         * @example https://example.com/images/winter-challenge.png
         */
        readonly HttpsUri: string;
        /**
         * Format: int64
         * @description Milliseconds since 1970-01-01T00:00:00Z.
         * @example 1644825600000
         */
        readonly Timestamp: number;
        /** @description Programs with the user's progress in each. No program occurs twice. */
        readonly CollectionChallengeProgressList: readonly components["schemas"]["CollectionChallengeProgress"][];
        /** @description A program, that is, a collection of cards, with one user's progress in it. */
        readonly CollectionChallengeProgress: {
            /** @description The identifier of the program. */
            readonly id: components["schemas"]["ProgramId"];
            /** @description The name of the program, for people. */
            readonly name: string;
            /** @description A picture of the program. */
            readonly image: components["schemas"]["HttpsUri"];
            /** @description What the program asks for, in a sentence for people. */
            readonly description: string;
            /**
             * Format: int32
             * @description The number of different cards in the collection.
             */
            readonly size: number;
            /**
             * @description Cards of the collection, each with the quantity the user owns. It may be a part of the
             *     collection: `size` and `collectedCount` count the whole.
             */
            readonly cards: readonly components["schemas"]["Card"][];
            /**
             * Format: int32
             * @description The share of the collection that the user owns, in whole percent, rounded down: 100 only
             *     when the collection is complete, and 0 where `size` is 0.
             */
            readonly progressInPercentage: number;
            /** @description The environment in which the program runs. */
            readonly environment: components["schemas"]["Environment"];
            /** @description When the program was created, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly createdTimestamp: components["schemas"]["Timestamp"];
            /**
             * Format: int64
             * @description Milliseconds until the program ends, 0 after its end. Null or absent exactly where the
             *     program has no end.
             */
            readonly timeLeft?: number | null;
            /** @description What the user can claim for the complete collection. Null or absent where there is no reward. */
            readonly reward?: components["schemas"]["Reward"];
            /** @description Where the user stands in the program. */
            readonly status: components["schemas"]["ProgressStatus"];
            /**
             * Format: int32
             * @description The number of different cards of the collection that the user owns; never above `size`.
             */
            readonly collectedCount: number;
            /** @description When the program runs. */
            readonly duration: components["schemas"]["Duration"];
        };
        /** @description A card of a collection, with the quantity that the user owns. */
        readonly Card: {
            /** @description The name of the card, for people. */
            readonly name: string;
            /** @description The identifier of the card, unique in its program. */
            readonly id: string;
            /** @description A picture of the card. */
            readonly image: components["schemas"]["HttpsUri"];
            /**
             * Format: int32
             * @description How many copies of the card the user owns.
             */
            readonly ownedQuantity: number;
            /** @description True exactly where `ownedQuantity` is above 0. */
            readonly isOwned: boolean;
            /** @description How rare the card is. */
            readonly rarity: components["schemas"]["CardRarity"];
        };
        /** @description What a user gets for a complete collection. Null where there is none. */
        readonly Reward: {
            /** @description The identifier of the reward. */
            readonly id: string;
            /** @description The name of the reward, for people. */
            readonly name: string;
            /** @description A picture of the reward. */
            readonly image: components["schemas"]["HttpsUri"];
            /** @description What the reward is for, in a sentence for people. */
            readonly description: string;
            /** @description Whether the user has claimed the reward. A claimed reward has a `claimedTimestamp`. */
            readonly isClaimed: boolean;
            /** @description Whether the user can claim the reward now. True only for a complete collection whose reward is not claimed yet. */
            readonly canClaim: boolean;
            /** @description The content of the reward, to be shown as `viewType` says. Null or absent where there is none to show. */
            readonly value?: string | null;
            /**
             * Format: int64
             * @description When the user claimed the reward, in milliseconds since 1970-01-01T00:00:00Z. Null or absent where there is no such time.
             */
            readonly claimedTimestamp?: number | null;
            /** @description How to show the `value` of the reward. */
            readonly viewType: components["schemas"]["RewardViewType"];
        } | null;
        /** @description When a program runs. */
        readonly Duration: {
            /** @description The start of the program. Null where it has none. */
            readonly start: components["schemas"]["DurationStart"];
            /** @description The end of the program, never before its start. Null where it has none. */
            readonly end: components["schemas"]["DurationEnd"];
        };
        /** @description The start of a program. Null where it has none. */
        readonly DurationStart: {
            /** @description When the program starts, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly date: components["schemas"]["Timestamp"];
            /** @description Whether the program is visible before it starts. */
            readonly showBefore: boolean;
        } | null;
        /** @description The end of a program. Null where it has none. */
        readonly DurationEnd: {
            /** @description When the program ends, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly date: components["schemas"]["Timestamp"];
            /** @description Whether the program stays visible after it has ended. */
            readonly showAfter: boolean;
        } | null;
        /**
         * @description Where a user stands in a program. An open set; the known values are `in_progress`, and, decided
         *     here, `upcoming` before the start, `completed` when every card is owned, and `ended` after the end.
         * @example in_progress
         */
        readonly ProgressStatus: "in_progress" | "upcoming" | "completed" | "ended" | (string & {});
        /**
         * @description How rare a card is. An open set; the known value is `rare`.
         * @example rare
         */
        readonly CardRarity: "rare" | (string & {});
        /**
         * @description How the value of a reward is shown. An open set; the known value is `QR`, a QR code.
         * @example QR
         */
        readonly RewardViewType: "QR" | (string & {});
        /**
         * @description The environment a program runs in. An open set; the known value is `production`.
         * @example production
         */
        readonly Environment: "production" | (string & {});
        /** @description The body of every error. */
        readonly ErrorBody: {
            /** @description What went wrong. */
            readonly status: components["schemas"]["ErrorStatus"];
        };
        /** @description What went wrong, for programs and for people. */
        readonly ErrorStatus: {
            /**
             * @description The server's time, within a day of the `Date` header, in milliseconds since
             *     1970-01-01T00:00:00Z. A number, or a string of its digits.
             * @example 1644825600000
             */
            readonly timestamp: number | string;
            /**
             * Format: int32
             * @description What went wrong, for programs. 1002 is a missing API key, 1001 an unknown one; every other error repeats its HTTP status.
             * @example 1002
             */
            readonly errorCode: number;
            /** @description What went wrong, in a sentence for people. Never markup or a stack trace. */
            readonly errorMessage: string;
        };
    };
    responses: {
        /** @description The programs visible to the key, each with the user's progress. Empty where there are none. */
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
        /** @description A parameter is missing or malformed. Send it as its schema says; a repeat of the same request fails again. */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The API key is missing or empty (error code 1002), or unknown (error code 1001). */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The subscription behind the key is overdue. */
        readonly PaymentRequired: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The plan of the key does not allow this request. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The program does not exist, or is not visible to this key. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The key has sent too many requests. Wait as long as `Retry-After` says. */
        readonly TooManyRequests: {
            headers: {
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The server failed. Listed so that its shape is known; an input that provokes it is a defect of the server. */
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
        /** @description The platform on which the user is known. An open set. */
        readonly Platform: components["schemas"]["Platform"];
        /**
         * @description The user's identifier on that platform. Always a string: the numbers that platforms use do not fit
         *     the numbers of JavaScript. Neither `.` nor `..`, which URLs give a meaning of their own.
         * @example 123456789012345678
         */
        readonly PlatformUserId: components["schemas"]["PlatformUserId"];
        /**
         * @description The identifier of the program, that is, of the collection. The answer repeats it as its `id`.
         * @example program_123
         */
        readonly ProgramId: components["schemas"]["ProgramId"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description Whole seconds to wait before the next request.
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
                /** @description The platform on which the user is known. An open set. */
                readonly platform: components["parameters"]["Platform"];
                /**
                 * @description The user's identifier on that platform. Always a string: the numbers that platforms use do not fit
                 *     the numbers of JavaScript. Neither `.` nor `..`, which URLs give a meaning of their own.
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
                /** @description The platform on which the user is known. An open set. */
                readonly platform: components["parameters"]["Platform"];
                /**
                 * @description The user's identifier on that platform. Always a string: the numbers that platforms use do not fit
                 *     the numbers of JavaScript. Neither `.` nor `..`, which URLs give a meaning of their own.
                 * @example 123456789012345678
                 */
                readonly platformUserId: components["parameters"]["PlatformUserId"];
                /**
                 * @description The identifier of the program, that is, of the collection. The answer repeats it as its `id`.
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
