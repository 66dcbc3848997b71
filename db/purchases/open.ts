import type { Db } from '../client.ts'

/**
 * The request has not ended: the states of core/checkout/states.ts that have a way on. Written out, since the partial
 * index of migration 019 is used only where the statement names the same constants; work.test.ts holds it to the graph.
 */
export function isOpen(db: Db) {
  return db`(state in ('queued', 'walking', 'with-member', 'review', 'confirmed', 'submitting'))`
}
