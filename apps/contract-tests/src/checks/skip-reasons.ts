/** Why checks are skipped that require a resource. */
export const nothingListed = 'the list is empty. Pass a program with --program';

/** Why checks are skipped that require that the server knows some keys and not others. */
export const anyKeyAccepted = 'this mock accepts any key. Start it with the keys that it should know';

/** Why checks are skipped that require that the server knows which resources exist. */
export const noState = 'a mock has no state. It returns a resource for any ID';
