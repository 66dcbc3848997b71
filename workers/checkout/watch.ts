import { EventEmitter } from 'node:events'
import { appEventShape } from '../../core/events.ts'
import type { Sql } from '../../db/client.ts'

export type PurchaseWatch = {
  /** Resolves at the next change of this request, after `ms`, or when the signal aborts; whichever is first. */
  change: (requestId: string, ms: number, signal: AbortSignal) => Promise<void>
  close: () => Promise<void>
}

/** One LISTEN for the whole process, handed out by request. A lost notification costs only the waiting time. */
export async function watchPurchases(sql: Sql): Promise<PurchaseWatch> {
  const changes = new EventEmitter().setMaxListeners(0)
  const subscription = await sql.listen('app', (payload) => {
    const event = appEventShape.safeParse(JSON.parse(payload))
    if (event.success && event.data.kind === 'purchase') changes.emit(event.data.request_id)
  })
  const change = (requestId: string, ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer)
        changes.off(requestId, done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      changes.once(requestId, done)
      signal.addEventListener('abort', done, { once: true })
      if (signal.aborted) done()
    })
  return { change, close: () => subscription.unlisten().catch(() => undefined) }
}
