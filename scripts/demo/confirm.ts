import { z } from 'zod'
import { restockShape } from '../../core/restock/shape.ts'
import { type Api, Refusal } from './api.ts'

export type Restock = z.infer<typeof restockShape>
const pageShape = z.object({ items: z.array(restockShape) })

/** A report is the neighbour's business this long; what the demo's data says of the past is not. */
const FRESH_MS = 15 * 60_000

/** What one member says and no other: a fresh report, or the first word on what a monitor saw and still sees. */
function isAlone({ source, open, confirmations, confirmed_at, timestamp }: Restock, now: Date): boolean {
  if (source === 'monitor') return open && confirmations === 1
  return confirmed_at === null && now.getTime() - Date.parse(timestamp) < FRESH_MS
}

/** What a good neighbour goes and looks at: what others alone say. Pure. */
export function unconfirmed(restocks: Restock[], now: Date): Restock[] {
  return restocks.filter((restock) => !restock.mine && !restock.confirmed_by_me && isAlone(restock, now))
}

/** Confirms what waits for someone else. @returns how many */
export async function confirmFresh(api: Api, token: string, signal: AbortSignal): Promise<number> {
  const { items } = await api('/restocks?limit=20', pageShape, { token, signal })
  const waiting = unconfirmed(items, new Date())
  for (const { id } of waiting)
    await api(`/restocks/${id}/confirm`, restockShape, { method: 'POST', token, signal }).catch((error) => {
      // Another member was quicker, or it was taken down: nothing is left to do.
      if (!(error instanceof Refusal) || ![404, 409].includes(error.status)) throw error
    })
  return waiting.length
}
