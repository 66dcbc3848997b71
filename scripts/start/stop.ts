/**
 * Aborts when this process is asked to end: SIGINT, SIGTERM, SIGHUP, or the launcher is gone (its channel closes).
 * Asking twice is no different: Ctrl-C reaches us from the terminal and from the launcher.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  const stop = () => controller.abort()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  if (process.connected) process.on('disconnect', stop)
  // With the launcher, the terminal may be gone too; that must not end us before the children.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  return controller.signal
}

/** Resolves when the signal aborts. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
