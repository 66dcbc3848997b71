import { setTimeout as sleep } from 'node:timers/promises'
import { alertHead } from '../../db/alerts/read.ts'
import type { Sql } from '../../db/client.ts'
import type { StormCrew } from './storm-crew.ts'
import { KEPT, type StormDoom, type StormPlan } from './storm-plan.ts'
import type { Sea } from './storm-sea.ts'
import { changesOf, keyOf, seenCells } from './storm-truth.ts'

const LOOK_MS = 100
/** Changes at a time, at the most. */
const WAVE = 12
/** Of so many waves, one is when a shop has had enough. */
const TIRED = 12
const HUNG_MS = 10_000
/** Changes are under way, or it was the last of them. */
const MISS_MS = 8_000

export type RunOptions = { sql: Sql; sea: Sea; crew: StormCrew; plan: StormPlan }

/** One storm: shops change, processes die, and everything is waited for. */
export class StormRun {
  failure: Error | undefined
  readonly #options: RunOptions
  readonly #dooms: StormDoom[]
  #waves = 0
  readonly #suffering = new Set<Promise<void>>()

  constructor(options: RunOptions) {
    this.#options = options
    this.#dooms = [...options.plan.dooms]
  }

  /** Until it is so. While the database is away nobody knows. @throws Error with what is missing */
  async until(what: () => Promise<string | undefined>, ms: number): Promise<void> {
    let left: string | undefined
    for (const end = Date.now() + ms; Date.now() < end; await sleep(LOOK_MS)) {
      if (this.failure) throw this.failure
      left = await what().catch((error: Error) => error.message)
      if (left === undefined) return
    }
    throw new Error(`after ${ms / 1000} s: ${left}`)
  }

  /** What the database says. @throws Error when it took the question with it into its grave, as postgres.js lets it */
  async ask<Answer>(question: Promise<Answer>): Promise<Answer> {
    const { promise: late, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => {
      this.#options.crew.note('a question of ours never answered')
      reject(new Error('the database does not answer'))
    }, HUNG_MS)
    return Promise.race([question, late]).finally(() => clearTimeout(timer))
  }

  /** Everything was seen once: from here on there are changes. */
  async baseline(ms: number): Promise<void> {
    const { sea, sql } = this.#options
    const all = sea.cells.length
    await this.until(async () => {
      const seen = await this.ask(seenCells(sql))
      return seen === all ? undefined : `${seen} of ${all} sizes were seen`
    }, ms)
  }

  /** For as long as the doom says; a gateway until its sockets have missed something. */
  async #away({ who, gap }: StormDoom): Promise<void> {
    const { sql, crew } = this.#options
    if (who === 'disk') return this.#feelFull(gap)
    const before = who === 'gateway' ? await this.ask(alertHead(sql)) : undefined
    await sleep(gap)
    if (!before) return
    for (const end = Date.now() + MISS_MS; Date.now() < end; await sleep(LOOK_MS))
      if ((await this.ask(alertHead(sql))).seq > before.seq)
        return crew.note('alerts while a gateway was away')
  }

  /**
   * Writes something large of its own, so that there is no doubt that nothing can be written: into a table, which is refused,
   * or into Postgres' log, of which it ends.
   */
  async #feelFull(gap: number): Promise<void> {
    const { sql, crew } = this.#options
    const large =
      gap % 2 === 0
        ? sql`select pg_logical_emit_message(false, 'storm', repeat('x', 30000000))`
        : sql`create temporary table full_disk as select repeat(md5(n::text), 100) from generate_series(1, 20000) n`
    const told = await this.ask(large).then(
      () => 'a write of 30 MB went through',
      (error: Error & { code?: string }) => `a write was refused: ${error.code ?? 'no code'}`,
    )
    crew.note(told)
    await sleep(gap)
  }

  #doom(written: number): void {
    const { crew, plan } = this.#options
    while (this.#dooms[0] && this.#dooms[0].after <= written) {
      const doom = this.#dooms.shift()
      if (!doom || this.#suffering.size > 0) {
        // One at a time: it waits until the one before is over.
        if (doom) this.#dooms.unshift(doom)
        return
      }
      const pick = plan.random(10)
      const suffering: Promise<void> = sleep(doom.delay)
        .then(() => crew.suffer(doom.who, { pick, away: () => this.#away(doom) }))
        .catch((error: Error) => {
          this.failure ??= error
        })
        .finally(() => this.#suffering.delete(suffering))
      this.#suffering.add(suffering)
    }
  }

  /** Sizes whose every change is written down: what changes twice between two looks changes for nobody. */
  async #calm() {
    const { sea, sql } = this.#options
    const changes = await this.ask(changesOf(sql))
    const written = [...changes.values()].reduce((sum, list) => sum + list.length, 0)
    const cells = sea.cells.filter(
      (cell) => sea.flipsOf(cell).length === (changes.get(keyOf(cell))?.length ?? 0),
    )
    return { written, cells }
  }

  /** All of the plan's changes and deaths; resolves when every change is written down. */
  async storm(ms: number): Promise<void> {
    const { sea, plan, crew } = this.#options
    await this.until(async () => {
      const { written, cells } = await this.#calm()
      this.#doom(written)
      const left = plan.changes - sea.flips
      const free = left - this.#dooms.length * KEPT
      if (free > 0) sea.flip(plan.random, cells, Math.min(free, WAVE))
      if (free > 0 && this.#waves++ % TIRED === 0) {
        sea.tire(plan.random)
        crew.note('a shop asked for patience')
      }
      if (left > 0 || cells.length < sea.cells.length)
        return `${written} of ${plan.changes} changes are written`
      if (this.#dooms.length > 0 || this.#suffering.size > 0) return 'somebody is still to die'
      return undefined
    }, ms)
  }
}
