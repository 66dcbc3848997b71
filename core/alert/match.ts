import { facetsOf } from './facets.ts'
import type { AlertFilter } from './filter.ts'
import { isOwn } from './own.ts'
import type { Alert } from './shape.ts'

/** Whether a filter takes this alert. What is one member's own, or one group's, is taken by none. Pure. */
export function matches({ sneaker_id, size, store_id, cells }: AlertFilter, alert: Alert): boolean {
  const facets = facetsOf(alert)
  if (!facets) return false
  return (
    (sneaker_id === undefined || sneaker_id === facets.sneaker) &&
    // A drop has many sizes: who waits for one of them wants to know.
    (size === undefined || facets.size === null || size === facets.size) &&
    (store_id === undefined || store_id === facets.store) &&
    (cells === undefined || facets.cells.some((cell) => cells.includes(cell)))
  )
}

export type Listener = { filters: readonly AlertFilter[]; memberId: string | undefined }

/** Whether an alert is for this listener: by a filter of theirs, or because it is their own. Pure. */
export function hears({ filters, memberId }: Listener, alert: Alert): boolean {
  if (isOwn(alert)) return alert.member_id === memberId
  return filters.some((filter) => matches(filter, alert))
}
