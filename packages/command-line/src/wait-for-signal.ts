/**
 * Resolves when the process receives SIGINT or SIGTERM, so that a server can close. A second signal ends the process
 * immediately, with the exit code 130.
 */
export function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    let isReceived = false;
    const onSignal = () => {
      if (isReceived) process.exit(130);
      isReceived = true;
      resolve();
    };
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  });
}
