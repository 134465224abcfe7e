import { createCompactValidators } from '@giftoin/types/compact-validator';
import { keywords, schemas } from '@giftoin/types/response-schemas';

/** Creates the validator of a schema, which returns the first violation in a value; undefined if it is valid. */
export const createResponseValidator: ReturnType<typeof createCompactValidators> = createCompactValidators({
  schemas,
  keywords,
});
