/**
 * A signal that Ctrl-C and SIGTERM set off: what runs is stopped, and what is not yet committed to
 * leaves no trace.
 */
export function interruptible(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      controller.abort();
    });
  }
  return controller.signal;
}
