import type { Decoders } from './decoder.ts'
import { domainEvents } from './managed.ts'
import { addressAt, requireForm, toBool, wordAt } from './words.ts'

export const forwarderEvents: Decoders = {
  ...domainEvents,
  'ExecutedForwardRequest(address,uint256,bool)': (log, place, { facts }) => {
    requireForm(log, 2, 2)
    const [nonce, success] = [BigInt(wordAt(log, 0)), toBool(log, wordAt(log, 1))]
    facts.forwards.push({ ...place, signer: addressAt(log, 1), nonce, success })
  },
}
