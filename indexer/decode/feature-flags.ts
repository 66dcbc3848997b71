import type { Decoders } from './decoder.ts'
import { managedEvents } from './managed.ts'
import { requireForm, topicAt, wordAt } from './words.ts'

export const featureFlagsEvents: Decoders = {
  ...managedEvents,
  'FlagSet(bytes32,uint256)': (log, place, { facts }) => {
    requireForm(log, 2, 1)
    facts.flags.push({ ...place, key: topicAt(log, 1), value: BigInt(wordAt(log, 0)) })
  },
}
