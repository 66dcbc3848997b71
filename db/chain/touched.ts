import type { ChainEvent } from '../../core/events.ts'
import { toHex } from '../bytes.ts'
import type { Db } from '../client.ts'
import { eachFamily, type Facts } from './facts.ts'
import type { Subject } from './families/family.ts'

/** NOTIFY carries less than 8000 bytes. */
const LARGEST_EVENT = 7_900
const ZERO = `0x${'0'.repeat(40)}`

/** What changed: ids by subject, in decimal digits or lower-case hex. */
export class Touched {
  readonly #ids = {
    accounts: new Set<string>(),
    raffles: new Set<string>(),
    proposals: new Set<string>(),
    flags: new Set<string>(),
    trades: new Set<string>(),
  } satisfies Record<Subject, Set<string>>

  /** An id in the form of code or of the database. The zero address is nobody. */
  add(subject: Subject, id: unknown): void {
    const text = id instanceof Uint8Array ? toHex(id) : String(id)
    if (id !== null && text !== ZERO) this.#ids[subject].add(text)
  }

  /** Tells listeners of channel `chain`; delivered when the transaction commits. */
  async notify(tx: Db, blockNumber: number): Promise<void> {
    const { accounts, raffles, proposals, flags, trades } = this.#ids
    const listed = { accounts: [...accounts], raffles: [...raffles], proposals: [...proposals] }
    const event: ChainEvent = {
      ...{ block_number: blockNumber, all: false, ...listed, flags: [...flags], trades: [...trades] },
    }
    const none = { accounts: [], raffles: [], proposals: [], flags: [], trades: [] }
    const text = JSON.stringify(event)
    const cut: ChainEvent = { block_number: blockNumber, all: true, ...none }
    await tx`select pg_notify('chain', ${text.length > LARGEST_EVENT ? JSON.stringify(cut) : text})`
  }
}

/** What the facts are about. */
export function touchedBy(facts: Facts): Touched {
  const touched = new Touched()
  for (const [name, { columns }] of eachFamily)
    for (const column of columns)
      if (column.touches) for (const fact of facts[name]) touched.add(column.touches, column.of(fact))
  return touched
}
