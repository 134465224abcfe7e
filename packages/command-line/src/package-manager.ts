import { readFileSync } from 'node:fs';

/** A process, and the process that started it. */
interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  readonly isPackageManager: boolean;
}

/** How often the processes are looked at, in milliseconds. */
const interval = 500;

// Read when the program starts: one of them can end before the server is ready.
const parent = process.ppid;
const ancestors = process.platform === 'linux' ? readAncestors() : [];

/**
 * Calls back once when one of the processes between this one and the package manager that started it has ended: `npx pnpm start`
 * starts several, and passes no SIGTERM on. Only on Linux: other systems do not show the processes as files.
 *
 * @returns a function that stops watching
 */
export function watchPackageManager(onEnd: () => void): () => void {
  const outermost = ancestors.findLastIndex((ancestor) => ancestor.isPackageManager);
  // Without a package manager, the end of the parent means nothing, for example of a shell with `nohup`.
  if (outermost < 0) return () => {};
  const started = ancestors.slice(0, outermost);
  const hasEnded = () =>
    process.ppid !== parent || started.some((ancestor) => readProcess(ancestor.pid)?.parent !== ancestor.parent);
  const timer = setInterval(() => {
    if (!hasEnded()) return;
    clearInterval(timer);
    onEnd();
  }, interval);
  timer.unref();
  return () => clearInterval(timer);
}

/** The process that started this one, the one that started that, and so on. */
function readAncestors(): ProcessInfo[] {
  const ancestors: ProcessInfo[] = [];
  for (let found = readProcess(process.ppid); found && ancestors.length < 20; found = readProcess(found.parent)) {
    ancestors.push(found);
  }
  return ancestors;
}

function readProcess(pid: number): ProcessInfo | undefined {
  try {
    // The name in parentheses can contain spaces and parentheses.
    const [, parent] = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ');
    return { pid, parent: Number(parent), isPackageManager: isPackageManager(command) };
  } catch {
    return undefined;
  }
}

/** They set the title of their process, for example `npm exec pnpm@12 start`; without it, the path of their script shows. */
function isPackageManager(command: string): boolean {
  return /^(npm|npx|pnpm|yarn)( |$)/.test(command) || /^\S*node\S* \S*[/\\](npm|npx|pnpm|yarn)\S*( |$)/.test(command);
}
