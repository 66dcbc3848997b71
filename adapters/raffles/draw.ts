import type { Page } from 'playwright-core'
import { beginWalk } from '../retailers/walk.ts'
import type { Draw, Entrant } from './adapter.ts'

/** A visit that has not opened anything yet. Its walk pays nothing: a draw that wants a card is left to the member. */
export function openDraw({ page, url, entrant }: { page: Page; url: URL; entrant: Entrant }): Draw {
  const { buyer, size } = entrant
  const walk = beginWalk({ page, productUrl: url, size, buyer, payment: async () => null })
  const facts = {
    ...{ title: '', before: '' },
    ...{ answers: new Map(), here: new Map(), agrees: new Set<string>(), declined: new Set<string>() },
  }
  return { walk, entrant, facts, today: new Date().toISOString().slice(0, 10) }
}
