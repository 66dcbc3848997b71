import type { Hex } from '../../bytes.ts'
import type { Family, Place } from './family.ts'

/** A contract signs typed data under another domain (ERC-5267). */
export type DomainChange = Place & { contract: Hex }

export const domainChanges: Family<DomainChange> = {
  table: 'domain_change',
  columns: [{ name: 'contract_address', type: 'bytea', of: ({ contract }) => contract }],
}
