import { pageTrouble, type Walk } from '../adapter.ts'
import { waitFor } from '../manners.ts'

const TRIES = 3

/**
 * Does what a page does in the background again when the shop asked to wait for it (429, 503 with or without
 * Retry-After). Never for what may buy.
 */
export async function persist(walk: Walk, action: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    walk.pushback.take()
    await action()
    const pushback = walk.pushback.take()
    if (!pushback || pushback.isPage) return
    if (tries === TRIES) throw pageTrouble(`The shop answers ${pushback.status} again and again.`)
    await waitFor(walk, pushback, tries)
  }
}
