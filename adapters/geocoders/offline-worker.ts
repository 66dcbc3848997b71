import { parentPort } from 'node:worker_threads'
import type { Spot } from '../../core/geo/geocoder.ts'
import { readCities } from './cities.ts'

export type Asked = { id: number; question: string }
export type Told = { id: number; spots: Spot[] }

const find = readCities()
parentPort?.on('message', ({ id, question }: Asked) => {
  const told: Told = { id, spots: find(question) }
  parentPort?.postMessage(told)
})
