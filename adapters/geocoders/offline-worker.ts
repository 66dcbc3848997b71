import { parentPort } from 'node:worker_threads'
import type { Spot } from '../../core/geo/geocoder.ts'
import { readCities } from './cities.ts'

/** A question for places, or the city cell whose name is asked for. */
export type Asked = { id: number } & ({ question: string } | { cell: string })
export type Told = { id: number; answer: Spot[] | string | null }

const cities = readCities()
parentPort?.on('message', (asked: Asked) => {
  const answer = 'cell' in asked ? cities.nameOf(asked.cell) : cities.find(asked.question)
  const told: Told = { id: asked.id, answer }
  parentPort?.postMessage(told)
})
