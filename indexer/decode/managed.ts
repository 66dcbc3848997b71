import type { Decoders } from './decoder.ts'
import { requireForm, toAddress, wordAt } from './words.ts'

/** Of each contract that obeys an AccessManager. */
export const managedEvents: Decoders = {
  'AuthorityUpdated(address)': (log, place, { facts }) => {
    requireForm(log, 1, 1)
    facts.authorities.push({ ...place, contract: log.address, authority: toAddress(log, wordAt(log, 0)) })
  },
}

/** Of each contract that takes signed typed data (ERC-5267). */
export const domainEvents: Decoders = {
  'EIP712DomainChanged()': (log, place, { facts }) => {
    requireForm(log, 1, 0)
    facts.domainChanges.push({ ...place, contract: log.address })
  },
}
