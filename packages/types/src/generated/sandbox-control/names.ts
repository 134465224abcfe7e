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


import type { operations } from './schema.ts';

/** What the document says of every operation, by its operationId. */
export interface Operations {
/** The names of all workspaces.
 * 
 * Source: the provider's page of these endpoints (`GET /workspaces`).
 * 
 * @example
 * const answer = await giftoin.listWorkspaces({}); */
  readonly listWorkspaces: operations['listWorkspaces'];
/** A new workspace with the default world.
 * 
 * Source: the provider's page of these endpoints (`POST /workspaces`).
 * 
 * @example
 * const answer = await giftoin.createWorkspace({}); */
  readonly createWorkspace: operations['createWorkspace'];
/** Deletes a workspace with all that is in it.
 * 
 * Source: the provider's page of these endpoints (`DELETE /workspaces/{workspace}`).
 * 
 * @example
 * const answer = await giftoin.deleteWorkspace({}); */
  readonly deleteWorkspace: operations['deleteWorkspace'];
/** Gives a user a card, once or several times.
 * 
 * Source: the provider's page of these endpoints (`POST /workspaces/{workspace}/grant`).
 * 
 * @example
 * const answer = await giftoin.grantCard({}); */
  readonly grantCard: operations['grantCard'];
/** Takes a card from a user, once or several times.
 * 
 * A user who has fewer than are taken keeps none.
 * 
 * Source: the provider's page of these endpoints (`POST /workspaces/{workspace}/revoke`).
 * 
 * @example
 * const answer = await giftoin.revokeCard({}); */
  readonly revokeCard: operations['revokeCard'];
/** Gives a user every card of a program, or leaves some out.
 * 
 * Cards that are left out are the last of the collection; a user who has them loses them.
 * 
 * Source: the provider's page of these endpoints (`POST /workspaces/{workspace}/complete`).
 * 
 * @example
 * const answer = await giftoin.completeCollection({}); */
  readonly completeCollection: operations['completeCollection'];
/** Claims the reward of a complete collection.
 * 
 * Of several claims at once, one succeeds; the others are conflicts.
 * 
 * Source: the provider's page of these endpoints (`POST /workspaces/{workspace}/claim`).
 * 
 * @example
 * const answer = await giftoin.claimReward({}); */
  readonly claimReward: operations['claimReward'];
/** Takes a claim back.
 * 
 * Source: the provider's page of these endpoints (`POST /workspaces/{workspace}/unclaim`).
 * 
 * @example
 * const answer = await giftoin.unclaimReward({}); */
  readonly unclaimReward: operations['unclaimReward'];
/** The time of the workspace.
 * 
 * Source: the provider's page of these endpoints (`GET /workspaces/{workspace}/clock`).
 * 
 * @example
 * const answer = await giftoin.getClock({}); */
  readonly getClock: operations['getClock'];
/** Stops the clock where it is.
 * 
 * Source: the provider's page of these endpoints (`POST /workspaces/{workspace}/clock/freeze`).
 * 
 * @example
 * const answer = await giftoin.freezeClock({}); */
  readonly freezeClock: operations['freezeClock'];
/** Sets the clock to a time.
 * 
 * It goes on from there, or stays there if it is frozen.
 * 
 * Source: the provider's page of these endpoints (`POST /workspaces/{workspace}/clock/set`).
 * 
 * @example
 * const answer = await giftoin.setClock({}); */
  readonly setClock: operations['setClock'];
/** Moves the clock forward, or back.
 * 
 * Source: the provider's page of these endpoints (`POST /workspaces/{workspace}/clock/advance`).
 * 
 * @example
 * const answer = await giftoin.advanceClock({}); */
  readonly advanceClock: operations['advanceClock'];
/** Lets the clock follow the wall again.
 * 
 * Source: the provider's page of these endpoints (`POST /workspaces/{workspace}/clock/follow`).
 * 
 * @example
 * const answer = await giftoin.followWall({}); */
  readonly followWall: operations['followWall'];
/** The keys of the workspace, without their secrets.
 * 
 * Source: the provider's page of these endpoints (`GET /workspaces/{workspace}/keys`).
 * 
 * @example
 * const answer = await giftoin.listKeys({}); */
  readonly listKeys: operations['listKeys'];
/** A new API key.
 * 
 * Source: the provider's page of these endpoints (`POST /workspaces/{workspace}/keys`).
 * 
 * @example
 * const answer = await giftoin.createKey({}); */
  readonly createKey: operations['createKey'];
/** Revokes a key, which is unknown from then on.
 * 
 * Source: the provider's page of these endpoints (`DELETE /workspaces/{workspace}/keys/{keyName}`).
 * 
 * @example
 * const answer = await giftoin.revokeKey({}); */
  readonly revokeKey: operations['revokeKey'];
/** Changes what a key may do.
 * 
 * What is not given stays as it is.
 * 
 * Source: the provider's page of these endpoints (`PATCH /workspaces/{workspace}/keys/{keyName}`).
 * 
 * @example
 * const answer = await giftoin.changeKey({}); */
  readonly changeKey: operations['changeKey'];
/** Lets requests of a key fail, be late or be cut off.
 * 
 * Of several faults, the one that was added first and is not used up counts.
 * 
 * Source: the provider's page of these endpoints (`POST /workspaces/{workspace}/keys/{keyName}/faults`).
 * 
 * @example
 * const answer = await giftoin.addFault({}); */
  readonly addFault: operations['addFault'];
/** Removes the faults of a key.
 * 
 * Source: the provider's page of these endpoints (`DELETE /workspaces/{workspace}/keys/{keyName}/faults`).
 * 
 * @example
 * const answer = await giftoin.clearFaults({}); */
  readonly clearFaults: operations['clearFaults'];
/** Arranges a whole situation in one call.
 * 
 * The world of the workspace is replaced: nothing of its programs, users and clock stays. Keys and
 * snapshots do.
 * 
 * Source: the provider's page of these endpoints (`POST /workspaces/{workspace}/scenario`).
 * 
 * @example
 * const answer = await giftoin.applyScenario({}); */
  readonly applyScenario: operations['applyScenario'];
/** Brings back the default world.
 * 
 * The clock follows the wall, the journal is empty, and every key may do again what it could at
 * the start. Keys that were created since and snapshots stay.
 * 
 * Source: the provider's page of these endpoints (`POST /workspaces/{workspace}/reset`).
 * 
 * @example
 * const answer = await giftoin.resetWorkspace({}); */
  readonly resetWorkspace: operations['resetWorkspace'];
/** The names of the snapshots.
 * 
 * Source: the provider's page of these endpoints (`GET /workspaces/{workspace}/snapshots`).
 * 
 * @example
 * const answer = await giftoin.listSnapshots({}); */
  readonly listSnapshots: operations['listSnapshots'];
/** Keeps the world as it is under a name.
 * 
 * A snapshot of that name is replaced.
 * 
 * Source: the provider's page of these endpoints (`PUT /workspaces/{workspace}/snapshots/{snapshot}`).
 * 
 * @example
 * const answer = await giftoin.saveSnapshot({}); */
  readonly saveSnapshot: operations['saveSnapshot'];
/** Deletes a snapshot.
 * 
 * Source: the provider's page of these endpoints (`DELETE /workspaces/{workspace}/snapshots/{snapshot}`).
 * 
 * @example
 * const answer = await giftoin.deleteSnapshot({}); */
  readonly deleteSnapshot: operations['deleteSnapshot'];
/** Brings back the world of a snapshot.
 * 
 * Source: the provider's page of these endpoints (`POST /workspaces/{workspace}/snapshots/{snapshot}/restore`).
 * 
 * @example
 * const answer = await giftoin.restoreSnapshot({}); */
  readonly restoreSnapshot: operations['restoreSnapshot'];
/** The world as one JSON document.
 * 
 * Source: the provider's page of these endpoints (`GET /workspaces/{workspace}/world`).
 * 
 * @example
 * const answer = await giftoin.exportWorld({}); */
  readonly exportWorld: operations['exportWorld'];
/** Replaces the world by that of a JSON document.
 * 
 * Source: the provider's page of these endpoints (`PUT /workspaces/{workspace}/world`).
 * 
 * @example
 * const answer = await giftoin.loadWorld({}); */
  readonly loadWorld: operations['loadWorld'];
/** The last requests of the workspace's keys, the newest first.
 * 
 * The last 1,000 are kept. Another process on the same database is up to a second behind.
 * 
 * Source: the provider's page of these endpoints (`GET /workspaces/{workspace}/journal`).
 * 
 * @example
 * const answer = await giftoin.readJournal({}); */
  readonly readJournal: operations['readJournal'];
/** Empties the journal.
 * 
 * Source: the provider's page of these endpoints (`DELETE /workspaces/{workspace}/journal`).
 * 
 * @example
 * const answer = await giftoin.clearJournal({}); */
  readonly clearJournal: operations['clearJournal'];
}

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
