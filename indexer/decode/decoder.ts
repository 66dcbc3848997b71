import type { Log } from '../../adapters/chain/logs.ts'
import type { Facts } from '../../db/chain/facts.ts'
import type { Place } from '../../db/chain/families/family.ts'
import type { Announced } from '../announced.ts'

export type Decoded = { facts: Facts; announced: Announced }
/** Appends what a log says. @throws Retryable `chain.bad-answer` unless it is exactly of its event's form */
type Decoder = (log: Log, place: Place, decoded: Decoded) => void
/** The decoders of a contract, by the signature of the event. */
export type Decoders = Record<string, Decoder>
