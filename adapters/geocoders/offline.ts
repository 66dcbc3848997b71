import { Worker } from 'node:worker_threads'
import type { Licence, Spot } from '../../core/geo/geocoder.ts'
import type { Asked, Told } from './offline-worker.ts'

export const offlineLicence: Licence = {
  text: 'Cities by GeoNames, CC BY 4.0; ZIP codes by the US Census Bureau',
  url: 'https://www.geonames.org',
}

/** What readCities of cities.ts knows, in the order it gives. @param question as `questionOf` writes it */
export type Offline = (question: string) => Promise<Spot[]>

type Waiting = { resolve: (spots: Spot[]) => void; reject: (cause: Error) => void }

/**
 * Cities and ZIP codes from SNPD's own files. They are read at the first question, in a thread of their own: reading takes a
 * second, in which this one goes on serving. The thread keeps no process alive.
 */
export function openOffline(): Offline {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let asked = 0

  const start = (): Worker => {
    const started = new Worker(new URL('./offline-worker.ts', import.meta.url))
    started.unref()
    started.on('message', ({ id, spots }: Told) => {
      waiting.get(id)?.resolve(spots)
      waiting.delete(id)
    })
    // The next question starts another one.
    started.once('error', (cause: Error) => {
      worker = undefined
      for (const { reject } of waiting.values()) reject(cause)
      waiting.clear()
    })
    return started
  }

  return (question) =>
    new Promise((resolve, reject) => {
      const id = asked++
      worker ??= start()
      waiting.set(id, { resolve, reject })
      const message: Asked = { id, question }
      worker.postMessage(message)
    })
}
