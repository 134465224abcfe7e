import { RequestError } from '@giftoin/http/portable';

/** 404: the workspace does not exist. */
export function createUnknownWorkspaceError(workspace: string): RequestError {
  return new RequestError(404, `There is no workspace ${workspace}.`);
}

/** 409: the workspace already exists. */
export function createUsedWorkspaceError(workspace: string): RequestError {
  return new RequestError(409, `The workspace ${workspace} already exists. Choose another name.`);
}

/** 404: the program does not exist. */
export function createUnknownProgramError(workspace: string, programId: string): RequestError {
  return new RequestError(404, `There is no program ${programId} in the workspace ${workspace}.`);
}

/** 404: the API key does not exist. */
export function createUnknownKeyError(workspace: string, keyName: string): RequestError {
  return new RequestError(404, `There is no API key ${keyName} in the workspace ${workspace}.`);
}

/** 409: the API key already exists. */
export function createUsedKeyError(keyName: string): RequestError {
  return new RequestError(409, `The API key ${keyName} already exists. Choose another name or revoke it.`);
}

/** 404: the snapshot does not exist. */
export function createUnknownSnapshotError(workspace: string, snapshot: string): RequestError {
  return new RequestError(404, `There is no snapshot ${snapshot} in the workspace ${workspace}.`);
}
