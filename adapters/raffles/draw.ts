import type { Page } from 'playwright-core'
import type { Stay } from '../retailers/stay.ts'
import { beginWalk } from '../retailers/walk.ts'
import type { Draw, Entrant } from './adapter.ts'

type Visit = { page: Page; url: URL; entrant: Entrant; stay?: Stay }

/** A visit that has not opened anything yet. Its walk pays nothing: a draw that wants a card is left to the member. */
export function openDraw({ page, url, entrant, stay }: Visit): Draw {
  const { buyer, size } = entrant
  const walk = beginWalk({ page, productUrl: url, size, buyer, stay, payment: async () => null })
  const facts = {
    ...{ title: '', before: '' },
    ...{ answers: new Map(), here: new Map(), agrees: new Set<string>(), declined: new Set<string>() },
  }
  return { walk, entrant, facts, today: new Date().toISOString().slice(0, 10) }
}
