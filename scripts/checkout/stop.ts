import { EXIT_TROUBLE } from './result.ts'

const LONGEST_STOP_MS = 10_000

/** Aborted when the person, or the process that started this one, wants it to stop; it then has ten seconds. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  const stop = () => {
    setTimeout(() => process.exit(EXIT_TROUBLE), LONGEST_STOP_MS).unref()
    stopping.abort()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('disconnect', stop)
  return stopping.signal
}
