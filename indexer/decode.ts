import type { Log } from '../adapters/chain/logs.ts'
import { type Facts, noFacts } from '../db/chain/facts.ts'
import { Announced } from './announced.ts'
import type { DecoderTable } from './decode/contracts.ts'

/**
 * The logs of whole blocks as rows, in their order. By hand: viem's decoder, the oracle of the tests, is 30 times slower.
 * @param timeOf seconds since the Unix epoch of a log's block
 * @throws Retryable `chain.bad-answer` for a log that is not exactly of its event's form, a mint that no batch announced,
 *   and a batch whose mints are not there
 */
export function decodeLogs(logs: Log[], table: DecoderTable, timeOf: (log: Log) => number): Facts {
  const facts = noFacts()
  const announced = new Announced()
  for (const log of logs) {
    announced.pass(log)
    const place = {
      blockNumber: log.blockNumber,
      logIndex: log.logIndex,
      txHash: log.transactionHash,
      blockTime: timeOf(log),
    }
    table.find(log.address, log.topics[0])?.(log, place, { facts, announced })
  }
  announced.close()
  return facts
}
