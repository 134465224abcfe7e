/**
 * Machine-written from sandbox-control.yaml. Do not edit: change the document and run `pnpm generate`.
 */

import type { components } from './schema.ts';

/** The name of a workspace. */
export type WorkspaceName = components['schemas']['WorkspaceName'];
/** The name of a key. It is no secret. */
export type KeyName = components['schemas']['KeyName'];
/** The name of a snapshot. */
export type SnapshotName = components['schemas']['SnapshotName'];
/** The name of a platform, in lower case. */
export type Platform = components['schemas']['Platform'];
/** A user's identifier on a platform. */
export type PlatformUserId = components['schemas']['PlatformUserId'];
/** The identifier of a program, a card or a reward. */
export type Id = components['schemas']['Id'];
/** An absolute URI with the scheme `https`. */
export type HttpsUri = components['schemas']['HttpsUri'];
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Timestamp = components['schemas']['Timestamp'];
/** A workspace to create. */
export type NewWorkspace = components['schemas']['NewWorkspace'];
/** A workspace and its keys. */
export type CreatedWorkspace = components['schemas']['CreatedWorkspace'];
/** The API keys that a workspace starts with, by their names. */
export type StartKeys = components['schemas']['StartKeys'];
/** A user and a program. */
export type ProgramOfUser = components['schemas']['ProgramOfUser'];
/** A user and a card of a program, and how many of it. */
export type CardOfUser = components['schemas']['CardOfUser'];
/** A user and a program, and how many cards to leave out. */
export type Completion = components['schemas']['Completion'];
/** Where a user stands in a program, visible or not. */
export type Standing = components['schemas']['Standing'];
/** The clock of a workspace. */
export type Clock = components['schemas']['Clock'];
/** A clock to set. */
export type ClockState = components['schemas']['ClockState'];
/** A time. */
export type ClockTime = components['schemas']['ClockTime'];
/** A step in time. */
export type ClockStep = components['schemas']['ClockStep'];
/** A token bucket. Null where there is no limit. */
export type RateLimit = NonNullable<components['schemas']['RateLimit']>;
/** What a key may do. */
export type KeySettings = components['schemas']['KeySettings'];
/** A key to create. */
export type NewKey = components['schemas']['NewKey'];
/** A key, without its secret. */
export type Key = components['schemas']['Key'];
/** A new key. */
export type CreatedKey = components['schemas']['CreatedKey'];
/** What goes wrong with requests of a key: an error, a delay, a connection that is cut, or a delay
 * before either. It befalls the next `times` requests, or a `share` of them, or all. */
export type Fault = components['schemas']['Fault'];
/** A situation: `new-user` owns nothing, `half-way` half of the cards, `one-card-short` all but one;
 * `just-completed` can claim, `claimed` has; in `expired` the program is over, in `no-end` it never
 * is, in `no-reward` there is nothing to claim; a `big-user` is in 100 programs of 20 cards. */
export type Scenario = components['schemas']['Scenario'];
/** A scenario, and the user it is about. */
export type ScenarioOfUser = components['schemas']['ScenarioOfUser'];
/** Everything the API answers from, at one moment. */
export type World = components['schemas']['World'];
/** A program, that is, a collection. */
export type Program = components['schemas']['Program'];
/** When a program runs. */
export type ProgramDuration = components['schemas']['ProgramDuration'];
/** The start of a program. Null where it has none. */
export type ProgramStart = NonNullable<components['schemas']['ProgramStart']>;
/** The end of a program. Null where it has none. */
export type ProgramEnd = NonNullable<components['schemas']['ProgramEnd']>;
/** The reward of a program. Null where it has none. */
export type ProgramReward = NonNullable<components['schemas']['ProgramReward']>;
/** A card of a collection. */
export type ProgramCard = components['schemas']['ProgramCard'];
/** What one user owns and has claimed. */
export type User = components['schemas']['User'];
/** A request and its answer. */
export type JournalEntry = components['schemas']['JournalEntry'];
/** The body of every error, in the shape of the Collection Challenges API. */
export type ErrorBody = components['schemas']['ErrorBody'];
/** What went wrong, for programs and for people. */
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
  "followWall": {
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
  "addFault": {
    "method": "POST",
    "path": "/workspaces/{workspace}/keys/{keyName}/faults",
    "parameters": {
      "workspace": "path",
      "keyName": "path"
    }
  },
  "clearFaults": {
    "method": "DELETE",
    "path": "/workspaces/{workspace}/keys/{keyName}/faults",
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
  "readJournal": {
    "method": "GET",
    "path": "/workspaces/{workspace}/journal",
    "parameters": {
      "workspace": "path",
      "limit": "query"
    }
  },
  "clearJournal": {
    "method": "DELETE",
    "path": "/workspaces/{workspace}/journal",
    "parameters": {
      "workspace": "path"
    }
  }
} as const;
/** What the value of each path parameter matches whole, as the source of a regular expression. */
export const parameterPatterns = {
  "workspace": "^[a-z0-9-]{1,40}$",
  "keyName": "^[A-Za-z0-9_.-]{1,64}$",
  "snapshot": "^[A-Za-z0-9_.-]{1,64}$"
} as const;
