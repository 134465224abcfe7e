/** Returns the address of the page of an operation. */
export function createOperationAddress(operationId: string): string {
  return `/operations/${toSegment(operationId)}/`;
}

/** Returns an operation ID as a part of an address: an ID can contain any character. */
export function toSegment(operationId: string): string {
  return operationId.replaceAll(/[^\w.~-]+/g, '-');
}
