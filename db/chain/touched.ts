import type { ChainEvent } from '../../core/events.ts'
import { toHex } from '../bytes.ts'
import type { Db } from '../client.ts'
import { eachFamily, type Facts } from './facts.ts'
import type { Subject } from './families/family.ts'

/** NOTIFY carries less than 8000 bytes. */
const LARGEST_EVENT = 7_900
/** More never fit. */
const MOST_IDS = 1_000
const ZERO = `0x${'0'.repeat(40)}`

const nobody = (): Record<Subject, string[]> => ({
  ...{ accounts: [], raffles: [], proposals: [], flags: [], trades: [] },
  ...{ roles: [], targets: [], operations: [] },
})

/** What changed: ids by subject, in decimal digits or lower-case hex. */
export class Touched {
  readonly #ids = nobody()
  readonly #known = new Set<string>()

  get isTooMany(): boolean {
    return this.#known.size > MOST_IDS
  }

  /** An id in the form of code or of the database. The zero address is nobody. */
  add(subject: Subject, id: unknown): void {
    const text = id instanceof Uint8Array ? toHex(id) : String(id)
    const key = `${subject}:${text}`
    if (id === null || text === ZERO || this.isTooMany || this.#known.has(key)) return
    this.#known.add(key)
    this.#ids[subject].push(text)
  }

  /** Tells listeners of channel `chain`; delivered when the transaction commits. */
  async notify(tx: Db, blockNumber: number): Promise<void> {
    const event: ChainEvent = { block_number: blockNumber, all: false, ...this.#ids }
    const text = JSON.stringify(event)
    const cut: ChainEvent = { block_number: blockNumber, all: true, ...nobody() }
    await tx`select pg_notify('chain', ${text.length > LARGEST_EVENT ? JSON.stringify(cut) : text})`
  }
}

/** What the facts are about. */
export function touchedBy(facts: Facts): Touched {
  const touched = new Touched()
  for (const [name, { columns }] of eachFamily)
    for (const column of columns.filter(({ touches }) => touches))
      for (const fact of facts[name]) {
        if (touched.isTooMany) return touched
        if (column.touches) touched.add(column.touches, column.of(fact))
      }
  return touched
}
