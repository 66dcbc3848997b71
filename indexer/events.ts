import type { Log, LogFilter } from '../adapters/chain/logs.ts'
import type { Facts } from '../db/chain/facts.ts'
import { type Contracts, DecoderTable } from './decode/contracts.ts'
import { decodeLogs } from './decode.ts'

/** Which logs are mirrored, and as what. */
export type Events = {
  filter: LogFilter
  /**
   * @param logs of whole blocks, in chain order
   * @param timeOf seconds since the Unix epoch of a log's block
   * @throws Retryable `chain.bad-answer` for logs that the contracts cannot have written
   */
  decode: (logs: Log[], timeOf: (log: Log) => number) => Facts
}

/** The events of these contracts. */
export function eventsOf(contracts: Contracts): Events {
  const table = new DecoderTable(contracts)
  return { filter: table.filter, decode: (logs, timeOf) => decodeLogs(logs, table, timeOf) }
}
