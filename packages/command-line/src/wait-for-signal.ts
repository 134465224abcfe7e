import { watchPackageManager } from './package-manager.ts';

/**
 * Resolves when the process receives SIGINT or SIGTERM, or when the package manager that started it has ended, so that a server
 * can close. A second signal ends the process immediately, with the exit code 130.
 */
export function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    let isReceived = false;
    const stopWatching = watchPackageManager(resolve);
    const onSignal = () => {
      if (isReceived) process.exit(130);
      isReceived = true;
      stopWatching();
      resolve();
    };
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  });
}
