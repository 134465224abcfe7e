import type { Program } from '@giftoin/types/sandbox-control';
import { formatUserKey, type Inventory, type Store, type Versions, type WorkspaceState } from '../store/index.ts';
import type { UserId } from '../world/user-id.ts';
import { bytesAt, type Rendering, renderList, renderOne } from './rendering.ts';

/** How much rendered text is remembered, in bytes: what was asked for longest ago goes first. */
const capacity = 32 * 1024 * 1024;

/** What remembering a user takes beside the text, in bytes, more or less: many users with short lists fill the memory too. */
const perUser = 1_000;

/** How many catalogues are remembered: jobs that make a workspace each leave theirs behind. */
const mostCatalogues = 100;

/** What is remembered of a user, with the versions for which it is true. */
interface Remembered {
  readonly name: string;
  readonly versions: Versions;
  readonly inventory: Inventory;
  readonly renderings: Map<string, Rendering>;
  bytes: number;
}

/** One user, as one key sees it at one moment. */
export interface View {
  readonly workspace: string;
  readonly user: UserId;
  readonly environment: string;
  readonly catalogue: WorkspaceState;
  readonly versions: Versions;
  readonly now: number;
}

/** Answers from memory where the store says that what is there is still true, and reads anew where not. */
export interface Memory {
  catalogueAt(workspace: string, version: number): Promise<WorkspaceState | undefined>;
  /** The list, rendered. */
  list(view: View): Promise<Buffer>;
  /** One program, rendered; undefined where it does not exist or is not visible. */
  one(view: View, programId: string): Promise<Buffer | undefined>;
}

export function memoryOf(store: Pick<Store, 'readWorkspaceState' | 'readInventory'>): Memory {
  const catalogues = new Map<string, Promise<WorkspaceState | undefined>>();
  const versionsRead = new Map<string, number>();
  const remembered = new Map<string, Remembered>();
  let total = 0;

  function forget(name: string): void {
    total -= remembered.get(name)?.bytes ?? 0;
    remembered.delete(name);
  }

  async function recall(view: View): Promise<Remembered> {
    const name = `${view.workspace} ${view.environment} ${formatUserKey(view.user)}`;
    const found = remembered.get(name);
    // The one that was asked for last stands last.
    remembered.delete(name);
    if (found && found.versions.workspace === view.catalogue.version && found.versions.user === view.versions.user) {
      remembered.set(name, found);
      return found;
    }
    total -= found?.bytes ?? 0;
    const inventory =
      view.versions.user === 0
        ? { version: 0, programs: new Map() }
        : await store.readInventory(view.workspace, view.user);
    const versions = { workspace: view.catalogue.version, user: inventory.version };
    const fresh: Remembered = { name, versions, inventory, renderings: new Map(), bytes: perUser };
    forget(name);
    remembered.set(name, fresh);
    total += perUser;
    return fresh;
  }

  function rendered(
    view: View,
    user: Remembered,
    what: string,
    render: () => Rendering | undefined,
  ): Buffer | undefined {
    const before = user.renderings.get(what);
    if (before && view.now >= before.from && view.now < before.until) return bytesAt(before, view.now);
    const fresh = render();
    const growth = (fresh?.bytes.length ?? 0) - (before?.bytes.length ?? 0);
    user.bytes += growth;
    // One that was replaced while it was being read is not remembered, and does not count.
    if (remembered.get(user.name) === user) total += growth;
    if (fresh) user.renderings.set(what, fresh);
    else user.renderings.delete(what);
    for (const oldest of remembered.keys()) {
      if (total <= capacity) break;
      forget(oldest);
    }
    return fresh?.bytes;
  }

  return {
    async catalogueAt(workspace, version) {
      let reading = catalogues.get(workspace);
      if (!reading || versionsRead.get(workspace) !== version) {
        versionsRead.set(workspace, version);
        reading = store.readWorkspaceState(workspace);
        catalogues.delete(workspace);
        catalogues.set(workspace, reading);
        reading.catch(() => versionsRead.delete(workspace));
        const [oldest] = catalogues.keys();
        if (catalogues.size > mostCatalogues && oldest !== undefined) {
          catalogues.delete(oldest);
          versionsRead.delete(oldest);
        }
      }
      return reading;
    },
    async list(view) {
      const user = await recall(view);
      const { programs } = user.inventory;
      const list = rendered(view, user, '', () => renderList(programsOf(view), programs, view.now));
      return list ?? Buffer.from('[]');
    },
    async one(view, programId) {
      const program = programsOf(view).find(({ id }) => id === programId);
      if (!program) return undefined;
      const user = await recall(view);
      return rendered(view, user, programId, () =>
        renderOne(program, user.inventory.programs.get(programId), view.now),
      );
    },
  };
}

function programsOf({ catalogue, environment }: View): readonly Program[] {
  return catalogue.programs.filter((program) => program.environment === environment);
}
