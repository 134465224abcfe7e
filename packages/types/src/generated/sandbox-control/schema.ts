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
        /** The names of all workspaces */
        readonly get: operations["listWorkspaces"];
        readonly put?: never;
        /** A new workspace with the default world */
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
        /** Deletes a workspace with all that is in it */
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
        /** Gives a user a card, once or several times */
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
         * Takes a card from a user, once or several times
         * @description A user who has fewer than are taken keeps none.
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
         * Gives a user every card of a program, or leaves some out
         * @description Cards that are left out are the last of the collection; a user who has them loses them.
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
         * Claims the reward of a complete collection
         * @description Of several claims at once, one succeeds; the others are conflicts.
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
        /** Takes a claim back */
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
        /** The time of the workspace */
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
        /** Stops the clock where it is */
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
         * @description It goes on from there, or stays there if it is frozen.
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
        /** Moves the clock forward, or back */
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
        /** Lets the clock follow the wall again */
        readonly post: operations["followWall"];
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
        /** The keys of the workspace, without their secrets */
        readonly get: operations["listKeys"];
        readonly put?: never;
        /** A new API key */
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
                /** @description The name of a key, which is no secret. */
                readonly keyName: components["parameters"]["KeyName"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Revokes a key, which is unknown from then on */
        readonly delete: operations["revokeKey"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Changes what a key may do
         * @description What is not given stays as it is.
         */
        readonly patch: operations["changeKey"];
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/keys/{keyName}/faults": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
                /** @description The name of a key, which is no secret. */
                readonly keyName: components["parameters"]["KeyName"];
            };
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Lets requests of a key fail, be late or be cut off
         * @description Of several faults, the one that was added first and is not used up counts.
         */
        readonly post: operations["addFault"];
        /** Removes the faults of a key */
        readonly delete: operations["clearFaults"];
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
         * Arranges a whole situation in one call
         * @description The world of the workspace is replaced: nothing of its programs, users and clock stays. Keys and
         *     snapshots do.
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
         * Brings back the default world
         * @description The clock follows the wall, the journal is empty, and every key may do again what it could at
         *     the start. Keys that were created since and snapshots stay.
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
        /** The names of the snapshots */
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
         * Keeps the world as it is under a name
         * @description A snapshot of that name is replaced.
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
        /** Brings back the world of a snapshot */
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
        /** The world as one JSON document */
        readonly get: operations["exportWorld"];
        /** Replaces the world by that of a JSON document */
        readonly put: operations["loadWorld"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workspaces/{workspace}/journal": {
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
         * The last requests of the workspace's keys, the newest first
         * @description The last 1,000 are kept. Another process on the same database is up to a second behind.
         */
        readonly get: operations["readJournal"];
        readonly put?: never;
        readonly post?: never;
        /** Empties the journal */
        readonly delete: operations["clearJournal"];
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
         * @description The name of a key. It is no secret.
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
         * @description A user's identifier on a platform.
         * @example 123456789012345678
         */
        readonly PlatformUserId: string;
        /**
         * @description The identifier of a program, a card or a reward.
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
            /** @description Its name. One that nobody has is made where none is given. */
            readonly workspace?: components["schemas"]["WorkspaceName"];
            /** @description The situation it starts with. The default world where none is given. */
            readonly scenario?: components["schemas"]["Scenario"];
        };
        /** @description A workspace and its keys. */
        readonly CreatedWorkspace: {
            /** @description Its name. */
            readonly workspace: components["schemas"]["WorkspaceName"];
            /** @description Its API keys, each for a situation of its own. */
            readonly apiKeys: components["schemas"]["StartKeys"];
        };
        /** @description The API keys that a workspace starts with, by their names. */
        readonly StartKeys: {
            /** @description A key that may do everything. */
            readonly default: string;
            /** @description A key whose subscription is overdue; it gets 402. */
            readonly overdue: string;
            /** @description A key whose plan does not allow requests; it gets 403. */
            readonly denied: string;
            /** @description A key with one request a minute; every other gets 429. */
            readonly limited: string;
            /** @description A key whose every request fails; it gets 500. */
            readonly failing: string;
        };
        /** @description A user and a program. */
        readonly ProgramOfUser: {
            /** @description The platform of the user. */
            readonly platform: components["schemas"]["Platform"];
            /** @description The user's identifier there. */
            readonly platformUserId: components["schemas"]["PlatformUserId"];
            /** @description The identifier of the program. */
            readonly programId: components["schemas"]["Id"];
        };
        /** @description A user and a card of a program, and how many of it. */
        readonly CardOfUser: {
            /** @description The platform of the user. */
            readonly platform: components["schemas"]["Platform"];
            /** @description The user's identifier there. */
            readonly platformUserId: components["schemas"]["PlatformUserId"];
            /** @description The identifier of the program. */
            readonly programId: components["schemas"]["Id"];
            /** @description The identifier of the card. */
            readonly cardId: components["schemas"]["Id"];
            /**
             * @description How many of the card.
             * @default 1
             */
            readonly quantity?: number;
        };
        /** @description A user and a program, and how many cards to leave out. */
        readonly Completion: {
            /** @description The platform of the user. */
            readonly platform: components["schemas"]["Platform"];
            /** @description The user's identifier there. */
            readonly platformUserId: components["schemas"]["PlatformUserId"];
            /** @description The identifier of the program. */
            readonly programId: components["schemas"]["Id"];
            /**
             * @description How many cards of the collection the user shall not have. 1 leaves it one card short.
             * @default 0
             */
            readonly missing?: number;
        };
        /** @description Where a user stands in a program, visible or not. */
        readonly Standing: {
            /** @description The identifier of the program. */
            readonly programId: components["schemas"]["Id"];
            /** @description The number of different cards in the collection. */
            readonly size: number;
            /** @description The number of different cards that the user owns. */
            readonly collectedCount: number;
            /** @description The status that the API gives. */
            readonly status: string;
            /** @description Whether the reward can be claimed now. */
            readonly canClaim: boolean;
            /** @description Whether it is claimed. */
            readonly isClaimed: boolean;
        };
        /** @description The clock of a workspace. */
        readonly Clock: {
            /** @description The time of the workspace, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly now: components["schemas"]["Timestamp"];
            /** @description The time at which it stands still, in milliseconds since 1970-01-01T00:00:00Z; null where it runs. */
            readonly frozenAt: components["schemas"]["Timestamp"] | null;
            /** @description How far it is ahead of the wall while it runs, in milliseconds; negative behind it. */
            readonly offset: number;
        };
        /** @description A clock to set. */
        readonly ClockState: {
            /** @description The time at which it stands still, in milliseconds since 1970-01-01T00:00:00Z; null where it runs. */
            readonly frozenAt?: components["schemas"]["Timestamp"] | null;
            /** @description How far it is ahead of the wall while it runs, in milliseconds; negative behind it. */
            readonly offset?: components["schemas"]["Timestamp"];
        };
        /** @description A time. */
        readonly ClockTime: {
            /** @description The time, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly time: components["schemas"]["Timestamp"];
        };
        /** @description A step in time. */
        readonly ClockStep: {
            /** @description Milliseconds to move forward; negative to move back. */
            readonly by: components["schemas"]["Timestamp"];
        };
        /** @description A token bucket. Null where there is no limit. */
        readonly RateLimit: {
            /** @description How many requests the bucket holds. */
            readonly requests: number;
            /** @description How long an empty bucket takes to fill up, in milliseconds of the wall. */
            readonly per: number;
        } | null;
        /** @description What a key may do. */
        readonly KeySettings: {
            /** @description Whether its subscription is overdue (402). */
            readonly overdue?: boolean;
            /** @description Whether its plan does not allow requests (403). */
            readonly planDenied?: boolean;
            /** @description How many requests it may send before it gets 429. Null for any number. */
            readonly rateLimit?: components["schemas"]["RateLimit"];
        };
        /** @description A key to create. */
        readonly NewKey: {
            /** @description Its name. One that nobody has is made where none is given. */
            readonly keyName?: components["schemas"]["KeyName"];
            /**
             * @description The environment whose programs it sees.
             * @default production
             */
            readonly environment?: string;
            /** @description Whether its subscription is overdue (402). */
            readonly overdue?: boolean;
            /** @description Whether its plan does not allow requests (403). */
            readonly planDenied?: boolean;
            /** @description How many requests it may send before it gets 429. Null for any number. */
            readonly rateLimit?: components["schemas"]["RateLimit"];
        };
        /** @description A key, without its secret. */
        readonly Key: {
            /** @description Its name. */
            readonly keyName: components["schemas"]["KeyName"];
            /** @description The environment whose programs it sees. */
            readonly environment: string;
            /** @description Whether its subscription is overdue (402). */
            readonly overdue: boolean;
            /** @description Whether its plan does not allow requests (403). */
            readonly planDenied: boolean;
            /** @description How many requests it may send before it gets 429. Null for any number. */
            readonly rateLimit: components["schemas"]["RateLimit"];
            /** @description What goes wrong with its requests, in the order in which it counts. */
            readonly faults: readonly components["schemas"]["Fault"][];
        };
        /** @description A new key. */
        readonly CreatedKey: {
            /** @description Its name. */
            readonly keyName: components["schemas"]["KeyName"];
            /** @description The key itself. It is stored as a hash and not shown again. */
            readonly apiKey: string;
        };
        /**
         * @description What goes wrong with requests of a key: an error, a delay, a connection that is cut, or a delay
         *     before either. It befalls the next `times` requests, or a `share` of them, or all.
         */
        readonly Fault: {
            /**
             * @description The status to answer.
             * @enum {unknown}
             */
            readonly status?: 400 | 401 | 402 | 403 | 404 | 429 | 500;
            /** @description The error code to answer. The contract's for that status where none is given. */
            readonly errorCode?: number;
            /** @description How long the answer is held back, in milliseconds. */
            readonly delay?: number;
            /** @description Whether the connection is cut in the middle of the answer. */
            readonly cut?: boolean;
            /** @description How many requests it befalls. It is then over. */
            readonly times?: number;
            /** @description The share of requests it befalls, evenly spread. */
            readonly share?: number;
        };
        /**
         * @description A situation: `new-user` owns nothing, `half-way` half of the cards, `one-card-short` all but one;
         *     `just-completed` can claim, `claimed` has; in `expired` the program is over, in `no-end` it never
         *     is, in `no-reward` there is nothing to claim; a `big-user` is in 100 programs of 20 cards.
         * @enum {string}
         */
        readonly Scenario: "new-user" | "half-way" | "one-card-short" | "just-completed" | "claimed" | "expired" | "no-end" | "no-reward" | "big-user";
        /** @description A scenario, and the user it is about. */
        readonly ScenarioOfUser: {
            /** @description The situation. */
            readonly scenario: components["schemas"]["Scenario"];
            /** @description The platform of the user. `discord` where none is given. */
            readonly platform?: components["schemas"]["Platform"];
            /** @description The user's identifier there. `123456789012345678` where none is given. */
            readonly platformUserId?: components["schemas"]["PlatformUserId"];
        };
        /** @description Everything the API answers from, at one moment. */
        readonly World: {
            /** @description Where the JSON Schema of this document lies, for editors. */
            readonly $schema?: string;
            /** @description The programs, in the order in which the API lists them. */
            readonly programs: readonly components["schemas"]["Program"][];
            /** @description The users who own or have claimed something. All others own nothing. */
            readonly users?: readonly components["schemas"]["User"][];
            /** @description The clock. It follows the wall where none is given. */
            readonly clock?: components["schemas"]["ClockState"];
        };
        /** @description A program, that is, a collection. */
        readonly Program: {
            /** @description The identifier of the program. */
            readonly id: components["schemas"]["Id"];
            /** @description The name of the program, for people. */
            readonly name: string;
            /** @description A picture of the program. */
            readonly image: components["schemas"]["HttpsUri"];
            /** @description What the program asks for, in a sentence for people. */
            readonly description: string;
            /** @description The environment in which the program runs. Keys of that environment see it. */
            readonly environment: string;
            /** @description When the program was created, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly createdTimestamp: components["schemas"]["Timestamp"];
            /** @description When the program runs. */
            readonly duration: components["schemas"]["ProgramDuration"];
            /** @description What the complete collection is worth. Null or absent where there is no reward. */
            readonly reward?: components["schemas"]["ProgramReward"];
            /** @description The cards of the collection, in the order in which the API lists them. */
            readonly cards: readonly components["schemas"]["ProgramCard"][];
        };
        /** @description When a program runs. */
        readonly ProgramDuration: {
            /** @description The start. Null where there is none. */
            readonly start: components["schemas"]["ProgramStart"];
            /** @description The end. Null where there is none. */
            readonly end: components["schemas"]["ProgramEnd"];
        };
        /** @description The start of a program. Null where it has none. */
        readonly ProgramStart: {
            /** @description The moment, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly date: components["schemas"]["Timestamp"];
            /** @description Whether the program is visible before it. */
            readonly showBefore: boolean;
        } | null;
        /** @description The end of a program. Null where it has none. */
        readonly ProgramEnd: {
            /** @description The moment, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly date: components["schemas"]["Timestamp"];
            /** @description Whether the program is visible after it. */
            readonly showAfter: boolean;
        } | null;
        /** @description The reward of a program. Null where it has none. */
        readonly ProgramReward: {
            /** @description The identifier of the reward. */
            readonly id: components["schemas"]["Id"];
            /** @description The name of the reward, for people. */
            readonly name: string;
            /** @description A picture of the reward. */
            readonly image: components["schemas"]["HttpsUri"];
            /** @description What the reward is, in a sentence for people. */
            readonly description: string;
            /** @description What a user gets who claims it, such as a code. The API shows it once it is claimed. */
            readonly value?: string | null;
            /** @description How the value is shown. */
            readonly viewType: string;
        } | null;
        /** @description A card of a collection. */
        readonly ProgramCard: {
            /** @description The identifier of the card. */
            readonly id: components["schemas"]["Id"];
            /** @description The name of the card, for people. */
            readonly name: string;
            /** @description A picture of the card. */
            readonly image: components["schemas"]["HttpsUri"];
            /** @description How rare the card is. */
            readonly rarity: string;
        };
        /** @description What one user owns and has claimed. */
        readonly User: {
            /** @description The platform of the user. */
            readonly platform: components["schemas"]["Platform"];
            /** @description The user's identifier there. */
            readonly platformUserId: components["schemas"]["PlatformUserId"];
            /** @description How many the user owns of each card, by the identifier of the program and that of the card. */
            readonly cards?: {
                readonly [key: string]: {
                    readonly [key: string]: number;
                };
            };
            /** @description When the user claimed rewards, by the identifier of the program, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly claims?: {
                readonly [key: string]: components["schemas"]["Timestamp"];
            };
        };
        /** @description A request and its answer. */
        readonly JournalEntry: {
            /** @description When it was answered, in milliseconds since 1970-01-01T00:00:00Z of the wall. */
            readonly time: components["schemas"]["Timestamp"];
            /** @description The HTTP method. */
            readonly method: string;
            /** @description The path as it was sent. It may be cut after 2000 characters. */
            readonly path: string;
            /** @description The operation that was asked for. */
            readonly operationId: string;
            /** @description The workspace of the key. */
            readonly workspace: components["schemas"]["WorkspaceName"];
            /** @description The name of the key. */
            readonly keyName: components["schemas"]["KeyName"];
            /** @description The header that carried the key; never its value. */
            readonly header: string;
            /** @description The status that was answered; 0 where the connection was cut. */
            readonly status: number;
            /** @description How long the answer took, in milliseconds. */
            readonly duration: number;
        };
        /** @description The body of every error, in the shape of the Collection Challenges API. */
        readonly ErrorBody: {
            /** @description What went wrong. */
            readonly status: components["schemas"]["ErrorStatus"];
        };
        /** @description What went wrong, for programs and for people. */
        readonly ErrorStatus: {
            /** @description The server's time, in milliseconds since 1970-01-01T00:00:00Z. */
            readonly timestamp: components["schemas"]["Timestamp"];
            /** @description The HTTP status. */
            readonly errorCode: number;
            /** @description What happened and what to do, in a sentence. */
            readonly errorMessage: string;
        };
    };
    responses: {
        /** @description It is done, and kept. */
        readonly Done: {
            headers: {
                readonly [name: string]: unknown;
            };
            content?: never;
        };
        /** @description A parameter or the body does not fit; the message says where and why. */
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
        /** @description There is no such workspace, program, card, key or snapshot. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The state does not allow it, such as a claim of what is claimed. */
        readonly Conflict: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The database does not answer. Ask again when it does. */
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
        /** @description The name of a key, which is no secret. */
        readonly KeyName: components["schemas"]["KeyName"];
        /** @description The name of a snapshot. */
        readonly Snapshot: components["schemas"]["SnapshotName"];
    };
    requestBodies: {
        readonly CardOfUser: {
            readonly content: {
                readonly "application/json": components["schemas"]["CardOfUser"];
            };
        };
        readonly ProgramOfUser: {
            readonly content: {
                readonly "application/json": components["schemas"]["ProgramOfUser"];
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
            /** @description The workspace with its keys, which are shown this once. */
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
        readonly requestBody: components["requestBodies"]["CardOfUser"];
        readonly responses: {
            /** @description Where the user stands in the program now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Standing"];
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
        readonly requestBody: components["requestBodies"]["CardOfUser"];
        readonly responses: {
            /** @description Where the user stands in the program now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Standing"];
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
                readonly "application/json": components["schemas"]["Completion"];
            };
        };
        readonly responses: {
            /** @description Where the user stands in the program now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Standing"];
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
        readonly requestBody: components["requestBodies"]["ProgramOfUser"];
        readonly responses: {
            /** @description Where the user stands in the program now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Standing"];
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
        readonly requestBody: components["requestBodies"]["ProgramOfUser"];
        readonly responses: {
            /** @description Where the user stands in the program now. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Standing"];
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
    readonly followWall: {
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
            /** @description The keys, by their names. */
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
            /** @description The key, which is shown this once. */
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
                /** @description The name of a key, which is no secret. */
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
                /** @description The name of a key, which is no secret. */
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
            /** @description The key as it is now. */
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
    readonly addFault: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
                /** @description The name of a key, which is no secret. */
                readonly keyName: components["parameters"]["KeyName"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Fault"];
            };
        };
        readonly responses: {
            /** @description The key as it is now. */
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
    readonly clearFaults: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The name of a workspace. */
                readonly workspace: components["parameters"]["Workspace"];
                /** @description The name of a key, which is no secret. */
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
                readonly "application/json": components["schemas"]["ScenarioOfUser"];
            };
        };
        readonly responses: {
            /** @description Whom and what to ask for. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProgramOfUser"];
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
    readonly readJournal: {
        readonly parameters: {
            readonly query?: {
                /** @description How many to answer at most. */
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
                    readonly "application/json": readonly components["schemas"]["JournalEntry"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 404: components["responses"]["NotFound"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly clearJournal: {
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
