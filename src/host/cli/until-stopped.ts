/**
 * Resolves at the first request to stop (Ctrl-C, SIGTERM, SIGHUP). A second one, or ten seconds more, ends the process
 * at once: whatever was under way is then settled at the next start.
 */
export function untilStopped(): Promise<void> {
  const patienceMs = 10_000;
  return new Promise((resolve) => {
    let asked = false;
    const stop = (): void => {
      if (asked) process.exit(1);
      asked = true;
      setTimeout(() => process.exit(1), patienceMs).unref();
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    process.on('SIGHUP', stop);
  });
}
