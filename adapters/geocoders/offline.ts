import { Worker } from 'node:worker_threads'
import type { Licence, Spot } from '../../core/geo/geocoder.ts'
import type { Asked, Told } from './offline-worker.ts'

export const offlineLicence: Licence = {
  text: 'Cities by GeoNames, CC BY 4.0; ZIP codes by the US Census Bureau',
  url: 'https://www.geonames.org',
}

/** What readCities of cities.ts knows, in the order it gives. @param question as `questionOf` writes it */
export type Offline = (question: string) => Promise<Spot[]>
/** What a city cell is called; null where no city is near. @param cell of resolution 5 */
export type NameCity = (cell: string) => Promise<string | null>

type Waiting = { resolve: (answer: Told['answer']) => void; reject: (cause: Error) => void }

/** One question after the other to a thread that is started by the first. */
function openThread(): (asked: { question: string } | { cell: string }) => Promise<Told['answer']> {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let asked = 0

  const start = (): Worker => {
    const started = new Worker(new URL('./offline-worker.ts', import.meta.url))
    started.unref()
    started.on('message', ({ id, answer }: Told) => {
      waiting.get(id)?.resolve(answer)
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
      const message: Asked = { id, ...question }
      worker.postMessage(message)
    })
}

/** City cells whose names are remembered: more than people post from. */
const REMEMBERED = 10_000

/**
 * Cities and ZIP codes from SNPD's own files. They are read at the first question, in a thread of their own: reading takes a
 * second, in which this one goes on serving. The thread keeps no process alive.
 */
export function openOffline(): { find: Offline; nameCity: NameCity } {
  const ask = openThread()
  const names = new Map<string, string | null>()
  return {
    find: async (question) => {
      const answer = await ask({ question })
      return Array.isArray(answer) ? answer : []
    },
    nameCity: async (cell) => {
      const known = names.get(cell)
      if (known !== undefined) return known
      const answer = await ask({ cell })
      const name = typeof answer === 'string' ? answer : null
      if (names.size >= REMEMBERED) names.clear()
      names.set(cell, name)
      return name
    },
  }
}
