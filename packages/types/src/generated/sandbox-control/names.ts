/**
 * Machine-written from sandbox-control.yaml. Do not edit: change the document and run `pnpm generate`.
 */

import type { components } from './schema.ts';

/** The name of a workspace. */
export type WorkspaceName = components['schemas']['WorkspaceName'];
/** The name of an API key. It is not secret. */
export type KeyName = components['schemas']['KeyName'];
/** The name of a snapshot. */
export type SnapshotName = components['schemas']['SnapshotName'];
/** The name of a platform, in lower case. */
export type Platform = components['schemas']['Platform'];
/** The user ID on a platform. */
export type PlatformUserId = components['schemas']['PlatformUserId'];
/** The ID of a program, a card or a reward. */
export type Id = components['schemas']['Id'];
/** An absolute URI with the scheme `https`. */
export type HttpsUri = components['schemas']['HttpsUri'];
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Timestamp = components['schemas']['Timestamp'];
/** A workspace to create. */
export type NewWorkspace = components['schemas']['NewWorkspace'];
/** A workspace and its API keys. */
export type CreatedWorkspace = components['schemas']['CreatedWorkspace'];
/** The API keys that a new workspace has, by name. */
export type InitialApiKeys = components['schemas']['InitialApiKeys'];
/** A user and a program. */
export type UserProgram = components['schemas']['UserProgram'];
/** A user, a card of a program, and a quantity. */
export type UserCard = components['schemas']['UserCard'];
/** A user, a program, and the number of cards to leave out. */
export type CompletionRequest = components['schemas']['CompletionRequest'];
/** The progress of a user in a program, even if the program is not visible. */
export type ProgressSummary = components['schemas']['ProgressSummary'];
/** The clock of a workspace. */
export type Clock = components['schemas']['Clock'];
/** The state of a clock. */
export type ClockState = components['schemas']['ClockState'];
/** A time. */
export type ClockTime = components['schemas']['ClockTime'];
/** A step in time. */
export type ClockStep = components['schemas']['ClockStep'];
/** The rate limit of an API key, a token bucket. Null if there is no limit. */
export type RateLimit = NonNullable<components['schemas']['RateLimit']>;
/** The permissions of an API key. */
export type KeySettings = components['schemas']['KeySettings'];
/** An API key to create. */
export type NewKey = components['schemas']['NewKey'];
/** An API key, without its secret. */
export type Key = components['schemas']['Key'];
/** A new API key. */
export type CreatedKey = components['schemas']['CreatedKey'];
/** A fault that the sandbox applies to requests of an API key: an error, a delay, a response that is cut
 * off, or a combination. It is applied to the next `times` requests, to a `share` of the requests, or
 * to all requests. */
export type InjectedFault = components['schemas']['InjectedFault'];
/** A predefined world for one user. `new-user`: owns no cards. `half-way`: owns half of the cards.
 * `one-card-short`: owns all cards but one. `just-completed`: owns all cards and can claim the reward.
 * `claimed`: has claimed the reward. `expired`: the program has ended. `no-end`: the program has no
 * end. `no-reward`: the program has no reward. `big-user`: takes part in 100 programs of 20 cards. */
export type Scenario = components['schemas']['Scenario'];
/** A scenario and its user. */
export type ScenarioRequest = components['schemas']['ScenarioRequest'];
/** The state that the responses of the API are computed from: programs, users and clock. */
export type World = components['schemas']['World'];
/** A program with a collection of cards. */
export type Program = components['schemas']['Program'];
/** When a program runs. */
export type ProgramDuration = components['schemas']['ProgramDuration'];
/** The start of a program. Null if it has no start. */
export type ProgramStart = NonNullable<components['schemas']['ProgramStart']>;
/** The end of a program. Null if it has no end. */
export type ProgramEnd = NonNullable<components['schemas']['ProgramEnd']>;
/** The reward of a program. Null if it has no reward. */
export type ProgramReward = NonNullable<components['schemas']['ProgramReward']>;
/** A card of a collection. */
export type ProgramCard = components['schemas']['ProgramCard'];
/** The cards that a user owns and the rewards that the user has claimed. */
export type User = components['schemas']['User'];
/** A request and the status code of its response. */
export type RequestLogEntry = components['schemas']['RequestLogEntry'];
/** The body of every error, in the format of the Collection Challenges API. */
export type ErrorBody = components['schemas']['ErrorBody'];
/** The details of an error. */
export type ErrorStatus = components['schemas']['ErrorStatus'];


/** The origin of the production API. */
export const productionOrigin = "http://127.0.0.1:4021" as const;
/** The headers that may carry the API key, in the order in which they count. */
export const apiKeyHeaders = [] as const;
/** The method, the path and the places of the parameters of every operation, by its operationId. */
export const endpoints = {
  "listWorkspaces": {
    "method": "GET",
    "path": "/workspaces",
    "parameters": {}
  },
  "createWorkspace": {
    "method": "POST",
    "path": "/workspaces",
    "parameters": {}
  },
  "deleteWorkspace": {
    "method": "DELETE",
    "path": "/workspaces/{workspace}",
    "parameters": {
      "workspace": "path"
    }
  },
  "grantCard": {
    "method": "POST",
    "path": "/workspaces/{workspace}/grant",
    "parameters": {
      "workspace": "path"
    }
  },
  "revokeCard": {
    "method": "POST",
    "path": "/workspaces/{workspace}/revoke",
    "parameters": {
      "workspace": "path"
    }
  },
  "completeCollection": {
    "method": "POST",
    "path": "/workspaces/{workspace}/complete",
    "parameters": {
      "workspace": "path"
    }
  },
  "claimReward": {
    "method": "POST",
    "path": "/workspaces/{workspace}/claim",
    "parameters": {
      "workspace": "path"
    }
  },
  "unclaimReward": {
    "method": "POST",
    "path": "/workspaces/{workspace}/unclaim",
    "parameters": {
      "workspace": "path"
    }
  },
  "getClock": {
    "method": "GET",
    "path": "/workspaces/{workspace}/clock",
    "parameters": {
      "workspace": "path"
    }
  },
  "freezeClock": {
    "method": "POST",
    "path": "/workspaces/{workspace}/clock/freeze",
    "parameters": {
      "workspace": "path"
    }
  },
  "setClock": {
    "method": "POST",
    "path": "/workspaces/{workspace}/clock/set",
    "parameters": {
      "workspace": "path"
    }
  },
  "advanceClock": {
    "method": "POST",
    "path": "/workspaces/{workspace}/clock/advance",
    "parameters": {
      "workspace": "path"
    }
  },
  "followSystemClock": {
    "method": "POST",
    "path": "/workspaces/{workspace}/clock/follow",
    "parameters": {
      "workspace": "path"
    }
  },
  "listKeys": {
    "method": "GET",
    "path": "/workspaces/{workspace}/keys",
    "parameters": {
      "workspace": "path"
    }
  },
  "createKey": {
    "method": "POST",
    "path": "/workspaces/{workspace}/keys",
    "parameters": {
      "workspace": "path"
    }
  },
  "revokeKey": {
    "method": "DELETE",
    "path": "/workspaces/{workspace}/keys/{keyName}",
    "parameters": {
      "workspace": "path",
      "keyName": "path"
    }
  },
  "changeKey": {
    "method": "PATCH",
    "path": "/workspaces/{workspace}/keys/{keyName}",
    "parameters": {
      "workspace": "path",
      "keyName": "path"
    }
  },
  "injectFault": {
    "method": "POST",
    "path": "/workspaces/{workspace}/keys/{keyName}/injected-faults",
    "parameters": {
      "workspace": "path",
      "keyName": "path"
    }
  },
  "clearInjectedFaults": {
    "method": "DELETE",
    "path": "/workspaces/{workspace}/keys/{keyName}/injected-faults",
    "parameters": {
      "workspace": "path",
      "keyName": "path"
    }
  },
  "applyScenario": {
    "method": "POST",
    "path": "/workspaces/{workspace}/scenario",
    "parameters": {
      "workspace": "path"
    }
  },
  "resetWorkspace": {
    "method": "POST",
    "path": "/workspaces/{workspace}/reset",
    "parameters": {
      "workspace": "path"
    }
  },
  "listSnapshots": {
    "method": "GET",
    "path": "/workspaces/{workspace}/snapshots",
    "parameters": {
      "workspace": "path"
    }
  },
  "saveSnapshot": {
    "method": "PUT",
    "path": "/workspaces/{workspace}/snapshots/{snapshot}",
    "parameters": {
      "workspace": "path",
      "snapshot": "path"
    }
  },
  "deleteSnapshot": {
    "method": "DELETE",
    "path": "/workspaces/{workspace}/snapshots/{snapshot}",
    "parameters": {
      "workspace": "path",
      "snapshot": "path"
    }
  },
  "restoreSnapshot": {
    "method": "POST",
    "path": "/workspaces/{workspace}/snapshots/{snapshot}/restore",
    "parameters": {
      "workspace": "path",
      "snapshot": "path"
    }
  },
  "exportWorld": {
    "method": "GET",
    "path": "/workspaces/{workspace}/world",
    "parameters": {
      "workspace": "path"
    }
  },
  "loadWorld": {
    "method": "PUT",
    "path": "/workspaces/{workspace}/world",
    "parameters": {
      "workspace": "path"
    }
  },
  "readRequestLog": {
    "method": "GET",
    "path": "/workspaces/{workspace}/request-log",
    "parameters": {
      "workspace": "path",
      "limit": "query"
    }
  },
  "clearRequestLog": {
    "method": "DELETE",
    "path": "/workspaces/{workspace}/request-log",
    "parameters": {
      "workspace": "path"
    }
  }
} as const;
/** What the value of each path parameter matches whole, as the source of a regular expression. */
export const parameterPatterns = {
  "workspace": "^[a-z0-9-]{1,40}$",
  "keyName": "^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}$",
  "snapshot": "^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}$"
} as const;
