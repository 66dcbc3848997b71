import type { PendingAward } from '../../../core/ledger/shape.ts'

const waiting: readonly PendingAward['state'][] = ['capped', 'needs-wallet', 'reversed']

/**
 * Whether to look again for what becomes of the award: maturing is time passing, not an event, and the news of a confirmation
 * may come while the line is only being opened.
 */
export const mayMove = ({ state }: PendingAward) => !waiting.includes(state)
