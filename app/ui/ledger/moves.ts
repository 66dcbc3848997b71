import type { PendingAward } from '../../../core/ledger/shape.ts'

const waiting: readonly PendingAward['state'][] = ['unconfirmed', 'capped', 'needs-wallet', 'reversed']

/** Maturing is time passing, not an event: whether the award will move though nobody does anything. */
export const movesByItself = ({ state }: PendingAward) => !waiting.includes(state)
