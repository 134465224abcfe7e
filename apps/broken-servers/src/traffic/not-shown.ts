/**
 * Defects that change a response to an ordinary request, but that the recording cannot show, by the start of their ID, and
 * why.
 */
const notShown: Readonly<Record<string, string>> = {
  'list-and-single/': 'Each response is right on its own. Two must be compared.',
  'repeated-requests/': 'Each response is right on its own. Two must be compared.',
  'not-found/': 'The recording does not show which programs exist.',
  'unknown-users/410': 'The recording does not show which users and programs exist.',
  'parameters/program-dash': 'The recording does not show which programs exist.',
  'authentication/dash-dropped': 'The recording does not show which keys are valid.',
  'authentication/names-': 'The recording does not show which keys are valid.',
  'authentication/leak-in-trailer': 'The client does not record headers after the body.',
  'protocol/gzip-': 'The client decompresses the body, or gets none.',
  'protocol/cut-': 'The client gets no complete response.',
  'protocol/content-length-too-large': 'The client gets no complete response.',
};

/** Why a recording cannot show a defect; undefined if it can. */
export function findReason(id: string): string | undefined {
  return Object.entries(notShown).find(([start]) => id.startsWith(start))?.[1];
}
