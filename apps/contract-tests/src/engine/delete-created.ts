import { completeResponseCheck } from '../checks/responses/response-checks.ts';
import { ExhaustedError } from '../model/check.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import type { Session } from './session.ts';
import type { WriteTracker } from './write-tracker.ts';

/** Deletes what the run has created, as far as the document has an operation for it. Also runs if the run was cancelled. */
export async function deleteCreated(session: Session, server: ServerUnderTest, writes: WriteTracker): Promise<void> {
  const context = session.createContext(server, completeResponseCheck.id, { isCleanup: true });
  for (const { operation, segments } of writes.left) {
    try {
      await context.send(operation, { segments });
    } catch (error) {
      if (!(error instanceof ExhaustedError)) throw error;
    }
  }
}
