/**
 * Machine-written from sandbox-control.yaml. Do not edit: change the document and run `pnpm generate`.
 */

export interface paths {
    readonly "/workspaces": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Lists the names of all workspaces */
        readonly get: operations["listWorkspaces"];
        readonly put?: never;
        /** Creates a workspace with the default world */
        readonly post: operations["createWorkspace"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Deletes a workspace and everything in it */
        readonly delete: operations["deleteWorkspace"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/grant": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Adds copies of a card to the inventory of a user */
        readonly post: operations["grantCard"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Removes copies of a card from the inventory of a user
         * @description If the user owns fewer copies, the user keeps none.
         */
        readonly post: operations["revokeCard"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/complete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Gives a user all cards of a program, or all but the last ones
         * @description The missing cards are the last ones of the collection. They are removed from the inventory if the user owns them.
         */
        readonly post: operations["completeCollection"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/claim": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Claims the reward of a completed collection
         * @description If several claims arrive at the same time, one succeeds and the others fail with 409.
         */
        readonly post: operations["claimReward"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/unclaim": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Cancels a claim */
        readonly post: operations["unclaimReward"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/clock": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        /** Returns the clock of the workspace */
        readonly get: operations["getClock"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/clock/freeze": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Stops the clock at its current time */
        readonly post: operations["freezeClock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/clock/set": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sets the clock to a time
         * @description A running clock continues from this time. A frozen clock stays frozen.
         */
        readonly post: operations["setClock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/clock/advance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Moves the clock forward or back */
        readonly post: operations["advanceClock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/clock/follow": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Sets the clock to the system clock */
        readonly post: operations["followSystemClock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        /** Lists the API keys of the workspace, without their secrets */
        readonly get: operations["listKeys"];
        readonly put?: never;
        /** Creates an API key */
        readonly post: operations["createKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/keys/{keyName}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
                /** @description The name of an API key. It is not secret. */
                readonly keyName: components["parameters"]["KeyName"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Revokes an API key */
        readonly delete: operations["revokeKey"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Changes the permissions of an API key
         * @description Omitted properties stay unchanged.
         */
        readonly patch: operations["changeKey"];
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/keys/{keyName}/injected-faults": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
                /** @description The name of an API key. It is not secret. */
                readonly keyName: components["parameters"]["KeyName"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Makes requests of an API key fail, late or incomplete
         * @description If several injected faults match a request, the one that was injected first is applied.
         */
        readonly post: operations["injectFault"];
        /** Removes the injected faults of an API key */
        readonly delete: operations["clearInjectedFaults"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/scenario": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Replaces the world with a scenario
         * @description Replaces the programs, users and clock of the workspace. API keys, snapshots and the request log
         *     stay.
         */
        readonly post: operations["applyScenario"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/reset": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Resets the workspace to the default world
         * @description The clock follows the system clock, the request log is empty, and every API key has its initial
         *     permissions and injected faults. API keys and snapshots that were created meanwhile stay.
         */
        readonly post: operations["resetWorkspace"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/snapshots": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        /** Lists the names of the snapshots */
        readonly get: operations["listSnapshots"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/snapshots/{snapshot}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
                /** @description The name of a snapshot. */
                readonly snapshot: components["parameters"]["Snapshot"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        /**
         * Saves the world as a snapshot
         * @description Replaces the snapshot if it already exists.
         */
        readonly put: operations["saveSnapshot"];
        readonly post?: never;
        /** Deletes a snapshot */
        readonly delete: operations["deleteSnapshot"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/snapshots/{snapshot}/restore": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
                /** @description The name of a snapshot. */
                readonly snapshot: components["parameters"]["Snapshot"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Restores the world from a snapshot */
        readonly post: operations["restoreSnapshot"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/world": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        /** Exports the world as one JSON document */
        readonly get: operations["exportWorld"];
        /** Replaces the world with a JSON document */
        readonly put: operations["loadWorld"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/request-log": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        /**
         * Lists the last requests of the API keys of the workspace, newest first
         * @description Keeps the last 1,000 requests. Requests to another process on the same database appear within a second.
         */
        readonly get: operations["readRequestLog"];
        readonly put?: never;
        readonly post?: never;
        /** Clears the request log */
        readonly delete: operations["clearRequestLog"];
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
         * @description The name of a workspace.
         * @example default
         */
        readonly WorkspaceName: string;
        /**
         * @description The name of an API key. It is not secret.
         * @example default
         */
        readonly KeyName: string;
        /**
         * @description The name of a snapshot.
         * @example before-the-last-card
         */
        readonly SnapshotName: string;
        /**
         * @description The name of a platform, in lower case.
         * @example discord
         */
        readonly Platform: string;
        /**
         * @description The user ID on a platform.
         * @example 123456789012345678
         */
        readonly PlatformUserId: string;
        /**
         * @description The ID of a program, a card or a reward.
         * @example program_123
         */
        readonly Id: string;
        /**
         * Format: uri
         * @description An absolute URI with the scheme `https`.
         * @example https://example.com/images/snowflake.png
         */
        readonly HttpsUri: string;
        /**
         * Format: int64
         * @description Milliseconds since 1970-01-01T00:00:00Z.
         * @example 1644825600000
         */
        readonly Timestamp: number;
        /** @description A workspace to create. */
        readonly NewWorkspace: {
            /** @description The name. Default: a generated name. */
            readonly workspace?: components["schemas"]["WorkspaceName"];
            /** @description The initial world. Default: the default world. */
            readonly scenario?: components["schemas"]["Scenario"];
        };
        /** @description A workspace and its API keys. */
        readonly CreatedWorkspace: {
            /** @description The name. */
            readonly workspace: components["schemas"]["WorkspaceName"];
            /** @description The initial API keys of the workspace. */
            readonly apiKeys: components["schemas"]["InitialApiKeys"];
        };
        /** @description The API keys that a new workspace has, by name. */
        readonly InitialApiKeys: {
            /** @description An API key without restrictions. */
            readonly default: string;
            /** @description An API key whose subscription is overdue. Its requests fail with 402. */
            readonly overdue: string;
            /** @description An API key whose plan does not allow requests. Its requests fail with 403. */
            readonly denied: string;
            /** @description An API key with a limit of one request per minute. Other requests fail with 429. */
            readonly limited: string;
            /** @description An API key with an injected fault. Its requests fail with 500. */
            readonly failing: string;
        };
        /** @description A user and a program. */
        readonly UserProgram: {
            /** @description The platform of the user. */
            readonly platform: components["schemas"]["Platform"];
            /** @description The user ID on the platform. */
            readonly platformUserId: components["schemas"]["PlatformUserId"];
            /** @description The program ID. */
            readonly programId: components["schemas"]["Id"];
        };
        /** @description A user, a card of a program, and a quantity. */
        readonly UserCard: {
            /** @description The platform of the user. */
            readonly platform: components["schemas"]["Platform"];
            /** @description The user ID on the platform. */
            readonly platformUserId: components["schemas"]["PlatformUserId"];
            /** @description The program ID. */
            readonly programId: components["schemas"]["Id"];
            /** @description The card ID. */
            readonly cardId: components["schemas"]["Id"];
            /**
             * @description The number of copies of the card.
             * @default 1
             */
            readonly quantity?: number;
        };
        /** @description A user, a program, and the number of cards to leave out. */
        readonly CompletionRequest: {
            /** @description The platform of the user. */
            readonly platform: components["schemas"]["Platform"];
            /** @description The user ID on the platform. */
            readonly platformUserId: components["schemas"]["PlatformUserId"];
            /** @description The program ID. */
            readonly programId: components["schemas"]["Id"];
            /**
             * @description The number of cards at the end of the collection that the user does not own afterwards.
             * @default 0
             */
            readonly missing?: number;
        };
        /** @description The progress of a user in a program, even if the program is not visible. */
        readonly ProgressSummary: {
            /** @description The program ID. */
            readonly programId: components["schemas"]["Id"];
            /** @description The number of different cards in the collection. */
            readonly size: number;
            /** @description The number of different cards that the user owns. */
            readonly collectedCount: number;
            /** @description The status that the API returns. */
            readonly status: string;
            /** @description Whether the reward can be claimed now. */
            readonly canClaim: boolean;
            /** @description Whether the reward is claimed. */
            readonly isClaimed: boolean;
        };
        /** @description The clock of a workspace. */
        readonly Clock: {
            /** @description The current time of the workspace, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly now: components["schemas"]["Timestamp"];
            /** @description The time at which the clock is frozen, in milliseconds since 1970-01-01T00:00:00Z. Null if it runs. */
            readonly frozenAt: components["schemas"]["Timestamp"] | null;
            /** @description The difference between a running clock and the system clock, in milliseconds. Positive if the clock is ahead. */
            readonly offset: number;
        };
        /** @description The state of a clock. */
        readonly ClockState: {
            /** @description The time at which the clock is frozen, in milliseconds since 1970-01-01T00:00:00Z. Null if it runs. */
            readonly frozenAt?: components["schemas"]["Timestamp"] | null;
            /** @description The difference between a running clock and the system clock, in milliseconds. Positive if the clock is ahead. */
            readonly offset?: components["schemas"]["Timestamp"];
        };
        /** @description A time. */
        readonly ClockTime: {
            /** @description The time, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly time: components["schemas"]["Timestamp"];
        };
        /** @description A step in time. */
        readonly ClockStep: {
            /** @description Milliseconds to move forward. Negative to move back. */
            readonly by: components["schemas"]["Timestamp"];
        };
        /** @description The rate limit of an API key, a token bucket. Null if there is no limit. */
        readonly RateLimit: {
            /** @description The capacity of the bucket in requests. */
            readonly requests: number;
            /** @description How long an empty bucket takes to refill, in milliseconds of the system clock. */
            readonly per: number;
        } | null;
        /** @description The permissions of an API key. */
        readonly KeySettings: {
            /** @description Whether the subscription is overdue (402). */
            readonly overdue?: boolean;
            /** @description Whether the plan does not allow requests (403). */
            readonly planDenied?: boolean;
            /** @description The rate limit (429). Null for no limit. */
            readonly rateLimit?: components["schemas"]["RateLimit"];
        };
        /** @description An API key to create. */
        readonly NewKey: {
            /** @description The name. Default: a generated name. */
            readonly keyName?: components["schemas"]["KeyName"];
            /**
             * @description The environment whose programs the API key can read.
             * @default production
             */
            readonly environment?: string;
            /** @description Whether the subscription is overdue (402). */
            readonly overdue?: boolean;
            /** @description Whether the plan does not allow requests (403). */
            readonly planDenied?: boolean;
            /** @description The rate limit (429). Null for no limit. */
            readonly rateLimit?: components["schemas"]["RateLimit"];
        };
        /** @description An API key, without its secret. */
        readonly Key: {
            /** @description The name. */
            readonly keyName: components["schemas"]["KeyName"];
            /** @description The environment whose programs the API key can read. */
            readonly environment: string;
            /** @description Whether the subscription is overdue (402). */
            readonly overdue: boolean;
            /** @description Whether the plan does not allow requests (403). */
            readonly planDenied: boolean;
            /** @description The rate limit (429). Null for no limit. */
            readonly rateLimit: components["schemas"]["RateLimit"];
            /** @description The injected faults, in the order in which they are applied. */
            readonly injectedFaults: readonly components["schemas"]["InjectedFault"][];
        };
        /** @description A new API key. */
        readonly CreatedKey: {
            /** @description The name. */
            readonly keyName: components["schemas"]["KeyName"];
            /** @description The secret API key. Only its hash is stored. */
            readonly apiKey: string;
        };
        /**
         * @description A fault that the sandbox applies to requests of an API key: an error, a delay, a response that is cut
         *     off, or a combination. It is applied to the next `times` requests, to a `share` of the requests, or
         *     to all requests.
         */
        readonly InjectedFault: {
            /**
             * @description The status code to return.
             * @enum {unknown}
             */
            readonly status?: 400 | 401 | 402 | 403 | 404 | 429 | 500;
            /** @description The error code to return. Default: the error code of the contract for the status code. */
            readonly errorCode?: number;
            /** @description How long to delay the response, in milliseconds. */
            readonly delay?: number;
            /** @description Whether to close the connection in the middle of the response. */
            readonly cut?: boolean;
            /** @description The number of requests to apply the fault to. Default: no limit. */
            readonly times?: number;
            /** @description The share of requests to apply the fault to, evenly spread. Default: 1. */
            readonly share?: number;
        };
        /**
         * @description A predefined world for one user. `new-user`: owns no cards. `half-way`: owns half of the cards.
         *     `one-card-short`: owns all cards but one. `just-completed`: owns all cards and can claim the reward.
         *     `claimed`: has claimed the reward. `expired`: the program has ended. `no-end`: the program has no
         *     end. `no-reward`: the program has no reward. `big-user`: takes part in 100 programs of 20 cards.
         * @enum {string}
         */
        readonly Scenario: "new-user" | "half-way" | "one-card-short" | "just-completed" | "claimed" | "expired" | "no-end" | "no-reward" | "big-user";
        /** @description A scenario and its user. */
        readonly ScenarioRequest: {
            /** @description The scenario. */
            readonly scenario: components["schemas"]["Scenario"];
            /** @description The platform of the user. Default: `discord`. */
            readonly platform?: components["schemas"]["Platform"];
            /** @description The user ID on the platform. Default: `123456789012345678`. */
            readonly platformUserId?: components["schemas"]["PlatformUserId"];
        };
        /** @description The state that the responses of the API are computed from: programs, users and clock. */
        readonly World: {
            /** @description The URL of the JSON Schema of this document, for editors. */
            readonly $schema?: string;
            /** @description The programs, in the order in which the API lists them. */
            readonly programs: readonly components["schemas"]["Program"][];
            /** @description The users who own cards or have claimed rewards. All other users own no cards. */
            readonly users?: readonly components["schemas"]["User"][];
            /** @description The clock. Default: the system clock. */
            readonly clock?: components["schemas"]["ClockState"];
        };
        /** @description A program with a collection of cards. */
        readonly Program: {
            /** @description The program ID. */
            readonly id: components["schemas"]["Id"];
            /** @description The display name of the program. */
            readonly name: string;
            /** @description The URL of an image of the program. */
            readonly image: components["schemas"]["HttpsUri"];
            /** @description A sentence that describes the program. */
            readonly description: string;
            /** @description The environment of the program. Only API keys of that environment can read it. */
            readonly environment: string;
            /** @description When the program was created, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly createdTimestamp: components["schemas"]["Timestamp"];
            /** @description When the program runs. */
            readonly duration: components["schemas"]["ProgramDuration"];
            /** @description The reward for the complete collection. Null or omitted if there is no reward. */
            readonly reward?: components["schemas"]["ProgramReward"];
            /** @description The cards of the collection, in the order in which the API lists them. */
            readonly cards: readonly components["schemas"]["ProgramCard"][];
        };
        /** @description When a program runs. */
        readonly ProgramDuration: {
            /** @description The start. Null if the program has no start. */
            readonly start: components["schemas"]["ProgramStart"];
            /** @description The end. Null if the program has no end. */
            readonly end: components["schemas"]["ProgramEnd"];
        };
        /** @description The start of a program. Null if it has no start. */
        readonly ProgramStart: {
            /** @description The time, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly date: components["schemas"]["Timestamp"];
            /** @description Whether the program is visible before the start. */
            readonly showBefore: boolean;
        } | null;
        /** @description The end of a program. Null if it has no end. */
        readonly ProgramEnd: {
            /** @description The time, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly date: components["schemas"]["Timestamp"];
            /** @description Whether the program is visible after the end. */
            readonly showAfter: boolean;
        } | null;
        /** @description The reward of a program. Null if it has no reward. */
        readonly ProgramReward: {
            /** @description The reward ID. */
            readonly id: components["schemas"]["Id"];
            /** @description The display name of the reward. */
            readonly name: string;
            /** @description The URL of an image of the reward. */
            readonly image: components["schemas"]["HttpsUri"];
            /** @description A sentence that describes the reward. */
            readonly description: string;
            /** @description The value of the reward, for example a code. The API returns it only after the reward is claimed. */
            readonly value?: string | null;
            /** @description How to display the value. */
            readonly viewType: string;
        } | null;
        /** @description A card of a collection. */
        readonly ProgramCard: {
            /** @description The card ID. */
            readonly id: components["schemas"]["Id"];
            /** @description The display name of the card. */
            readonly name: string;
            /** @description The URL of an image of the card. */
            readonly image: components["schemas"]["HttpsUri"];
            /** @description How rare the card is. */
            readonly rarity: string;
        };
        /** @description The cards that a user owns and the rewards that the user has claimed. */
        readonly User: {
            /** @description The platform of the user. */
            readonly platform: components["schemas"]["Platform"];
            /** @description The user ID on the platform. */
            readonly platformUserId: components["schemas"]["PlatformUserId"];
            /** @description The quantity of each card, by program ID and card ID. */
            readonly cards?: {
                readonly [key: string]: {
                    readonly [key: string]: number;
                };
            };
            /** @description When the user claimed rewards, by program ID, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly claims?: {
                readonly [key: string]: components["schemas"]["Timestamp"];
            };
        };
        /** @description A request and the status code of its response. */
        readonly RequestLogEntry: {
            /** @description When the response was sent, in milliseconds since 1970-01-01T00:00:00Z of the system clock. */
            readonly time: components["schemas"]["Timestamp"];
            /** @description The HTTP method. */
            readonly method: string;
            /** @description The path of the request. It can be truncated after 2000 characters. */
            readonly path: string;
            /** @description The ID of the requested operation. */
            readonly operationId: string;
            /** @description The workspace of the API key. */
            readonly workspace: components["schemas"]["WorkspaceName"];
            /** @description The name of the API key. */
            readonly keyName: components["schemas"]["KeyName"];
            /** @description The name of the header that contained the API key. */
            readonly header: string;
            /** @description The status code of the response. 0 if an injected fault cut the response off. */
            readonly status: number;
            /** @description How long the response took, in milliseconds. */
            readonly duration: number;
        };
        /** @description The body of every error, in the format of the Collection Challenges API. */
        readonly ErrorBody: {
            /** @description The error. */
            readonly status: components["schemas"]["ErrorStatus"];
        };
        /** @description The details of an error. */
        readonly ErrorStatus: {
            /** @description The server's time, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly timestamp: components["schemas"]["Timestamp"];
            /** @description The HTTP status code. */
            readonly errorCode: number;
            /** @description A sentence that describes the error and how to fix it. */
            readonly errorMessage: string;
        };
    };
    responses: {
        /** @description Done. The change is stored. */
        readonly Done: {
            headers: {
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** @description A parameter or the request body is invalid. The message lists the validation errors. */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The token is missing or wrong. */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The workspace, program, card, API key or snapshot does not exist. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The current state does not allow the change. For example, the reward is already claimed. */
        readonly Conflict: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The database is unavailable. Retry later. */
        readonly Unavailable: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        /** @description The name of a workspace. */
        readonly Workspace: components["schemas"]["WorkspaceName"];
        /** @description The name of an API key. It is not secret. */
        readonly KeyName: components["schemas"]["KeyName"];
        /** @description The name of a snapshot. */
        readonly Snapshot: components["schemas"]["SnapshotName"];
    };
    requestBodies: {
        readonly UserCard: {
            readonly content: {
                readonly "application/json": components["schemas"]["UserCard"];
            };
        };
        readonly UserProgram: {
            readonly content: {
                readonly "application/json": components["schemas"]["UserProgram"];
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly listWorkspaces: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The names, in alphabetical order. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["WorkspaceName"][];
                };
            };
            readonly 401: components["responses"]["Unauthorized"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createWorkspace: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewWorkspace"];
            };
        };
        readonly responses: {
            /** @description The workspace and its API keys. The API keys are not returned again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CreatedWorkspace"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 409: components["responses"]["Conflict"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly deleteWorkspace: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: components["responses"]["Done"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly grantCard: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["UserCard"];
        readonly responses: {
            /** @description The new progress of the user in the program. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProgressSummary"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly revokeCard: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["UserCard"];
        readonly responses: {
            /** @description The new progress of the user in the program. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProgressSummary"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly completeCollection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CompletionRequest"];
            };
        };
        readonly responses: {
            /** @description The new progress of the user in the program. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProgressSummary"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly claimReward: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["UserProgram"];
        readonly responses: {
            /** @description The new progress of the user in the program. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProgressSummary"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly unclaimReward: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: components["requestBodies"]["UserProgram"];
        readonly responses: {
            /** @description The new progress of the user in the program. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProgressSummary"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getClock: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The clock. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Clock"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly freezeClock: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The clock. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Clock"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly setClock: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClockTime"];
            };
        };
        readonly responses: {
            /** @description The clock. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Clock"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly advanceClock: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClockStep"];
            };
        };
        readonly responses: {
            /** @description The clock. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Clock"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly followSystemClock: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The clock. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Clock"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listKeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The API keys, sorted by name. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Key"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewKey"];
            };
        };
        readonly responses: {
            /** @description The API key. Its secret is not returned again. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CreatedKey"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly revokeKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
                /** @description The name of an API key. It is not secret. */
                readonly keyName: components["parameters"]["KeyName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: components["responses"]["Done"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly changeKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
                /** @description The name of an API key. It is not secret. */
                readonly keyName: components["parameters"]["KeyName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["KeySettings"];
            };
        };
        readonly responses: {
            /** @description The API key after the change. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Key"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly injectFault: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
                /** @description The name of an API key. It is not secret. */
                readonly keyName: components["parameters"]["KeyName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["InjectedFault"];
            };
        };
        readonly responses: {
            /** @description The API key after the change. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Key"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly clearInjectedFaults: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
                /** @description The name of an API key. It is not secret. */
                readonly keyName: components["parameters"]["KeyName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: components["responses"]["Done"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly applyScenario: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ScenarioRequest"];
            };
        };
        readonly responses: {
            /** @description The user and the program of the scenario. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserProgram"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly resetWorkspace: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: components["responses"]["Done"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listSnapshots: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The names, in alphabetical order. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["SnapshotName"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly saveSnapshot: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
                /** @description The name of a snapshot. */
                readonly snapshot: components["parameters"]["Snapshot"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: components["responses"]["Done"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly deleteSnapshot: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
                /** @description The name of a snapshot. */
                readonly snapshot: components["parameters"]["Snapshot"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: components["responses"]["Done"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly restoreSnapshot: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
                /** @description The name of a snapshot. */
                readonly snapshot: components["parameters"]["Snapshot"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: components["responses"]["Done"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly exportWorld: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The world. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["World"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly loadWorld: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["World"];
            };
        };
        readonly responses: {
            readonly 204: components["responses"]["Done"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly readRequestLog: {
        readonly parameters: {
            readonly query?: {
                /** @description The maximum number of requests to return. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The requests. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["RequestLogEntry"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly clearRequestLog: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: components["responses"]["Done"];
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
}
