import { setTimeout as sleep } from 'node:timers/promises'
import type { Outcome } from '../../core/checkout/outcome.ts'
import type { PurchaseState, Review } from '../../core/checkout/shape.ts'
import { isFinalState } from '../../core/checkout/states.ts'
import { Final } from '../../core/errors.ts'
import { confirmPurchase } from '../../db/purchases/confirm.ts'
import type { CheckoutWorld, TestPurchase } from './checkout.ts'
import type { Asking, CheckoutPlan, Moment, Mood } from './kill-checkout-plan.ts'
import { Crew } from './kill-crew.ts'
import type { KillShop } from './kill-shop.ts'
import type { Cut } from './sim-postgres.ts'

/** A request as it stands now, and who made it. */
export type Asked = TestPurchase & {
  asking: Asking
  state: PurchaseState
  outcome: Outcome | null
  review: Review | null
}
export type RunOptions = { world: CheckoutWorld; appUrl: string; shop: KillShop; dropId: string }

const TICK_MS = 25
/** With nothing more to come in so long, the world is calm. Milliseconds. */
const LONGEST_MS = 150_000

const movesAt: Partial<Record<PurchaseState, Moment>> = {
  walking: 'walking',
  confirmed: 'confirmed',
  submitting: 'submitting',
}

/** One run: members who ask, workers who die, and what comes of it. */
export class CheckoutRun {
  readonly faults = new Map<string, number>()
  readonly asked: Asked[] = []
  readonly crew: Crew
  failure: Error | undefined
  readonly #answered = new Set<string>()
  readonly #under = new Set<Promise<unknown>>()
  readonly #began = Date.now()
  readonly #options: RunOptions
  readonly #plan: CheckoutPlan

  constructor(options: RunOptions, plan: CheckoutPlan) {
    this.#options = options
    this.#plan = plan
    this.crew = new Crew({
      ...{ world: options.world, appUrl: options.appUrl, random: plan.database },
      cut: () => this.#cut(),
      onFault: (name) => this.count(name),
      onEnd: (error) => {
        this.failure ??= error
      },
    })
  }

  get isCalm(): boolean {
    return this.#plan.dooms.length === 0 || Date.now() - this.#began > LONGEST_MS
  }

  count(name: string): void {
    this.faults.set(name, (this.faults.get(name) ?? 0) + 1)
  }

  #cut(): Cut {
    const { cuts, database } = this.#plan
    if (this.isCalm || database(1_000) >= cuts) return undefined
    this.count('a message to the database lost')
    return database(2) === 0 ? 'before' : 'after'
  }

  /** Lets something go on beside the run; its end is waited for. */
  #beside(work: Promise<unknown>): void {
    const done: Promise<unknown> = work
      .catch((error: Error) => {
        // The member came too late for it, which they are told.
        if (!(error instanceof Final)) this.failure ??= error
      })
      .finally(() => this.#under.delete(done))
    this.#under.add(done)
  }

  /** The moment has come: what waits for it happens, at once when nothing lies between. */
  async reach(moment: Moment, port = 0): Promise<void> {
    const { dooms } = this.#plan
    const doom = this.isCalm ? undefined : dooms.find(({ at }) => at === moment)
    if (!doom) return
    dooms.splice(dooms.indexOf(doom), 1)
    this.count(`at ${moment}`)
    if (doom.after === 0) return this.crew.suffer(doom, port)
    this.#beside(sleep(doom.after).then(() => this.crew.suffer(doom, port)))
  }

  async #ask(asking: Asking, member?: Omit<TestPurchase, 'id'>): Promise<TestPurchase> {
    const { world, dropId } = this.#options
    const mode = asking.mood === 'dry run' ? 'dry-run' : 'review'
    // Now and then the queue is never told.
    const hint = this.#plan.shop(5) > 0
    const made = await world.request({ dropId, mode, hint, ...(member ? { member } : {}) })
    this.asked.push({ ...made, asking, state: 'queued', outcome: null, review: null })
    this.count(asking.mood)
    if (asking.mood === 'cancels') this.#beside(sleep(asking.after).then(() => world.cancel(made)))
    return made
  }

  /** Workers come up while members ask. */
  async begin(): Promise<void> {
    const { askings, workers } = this.#plan
    const starting = Array.from({ length: workers }, () => this.crew.start())
    for (const asking of askings) {
      const { memberId, email } = await this.#ask(asking)
      if (asking.mood === 'asks twice') await this.#ask(asking, { memberId, email })
    }
    await Promise.all(starting)
  }

  #answer(asked: Asked): void {
    const { world } = this.#options
    const { mood, after } = asked.asking
    const says: Partial<Record<Mood, () => Promise<unknown>>> = {
      'cancels and confirms at once': () => Promise.allSettled([this.#confirm(asked), world.cancel(asked)]),
      // They think too long: the request waits for them until they cancel.
      cancels: async () => undefined,
    }
    const say = says[mood] ?? (() => this.#confirm(asked))
    this.#beside(sleep(after).then(say))
  }

  #confirm({ id, memberId, review }: Asked): Promise<void> {
    return confirmPurchase(this.#options.world.sql, { id, memberId, totalMinor: review?.total_minor ?? 0 })
  }

  /** Looks how far each request is, and lets its member and its dooms know. */
  async look(): Promise<void> {
    const { sql } = this.#options.world
    const ids = this.asked.map(({ id }) => id)
    const rows = await sql<Asked[]>`
      select id, state, review, outcome from app.purchase_request where id = any(${ids})`
    for (const { id, state, review, outcome } of rows) {
      const asked = this.asked.find((each) => each.id === id)
      if (!asked) continue
      const before = asked.state
      Object.assign(asked, { state, review, outcome })
      const moment = movesAt[state]
      if (state !== before && moment) await this.reach(moment)
      if (state !== 'review' || this.#answered.has(id)) continue
      this.#answered.add(id)
      this.#answer(asked)
    }
  }

  /** What is not finished yet, in words; undefined when nothing is. */
  async left(): Promise<string | undefined> {
    await this.look()
    const open = this.asked.filter(({ state }) => !isFinalState(state))
    if (open.length > 0) return open.map(({ id, state }) => `${id} is ${state}`).join(', ')
    if (this.#under.size > 0) return 'somebody is still at it'
    if (!this.#options.shop.isIdle()) return 'the shop is booking'
    const jobs = await this.#options.world.jobs()
    return jobs > 0 ? `${jobs} jobs are in the queue` : undefined
  }

  /** Another member asks, who confirms: all others ended before anybody was killed. */
  async askAgain(): Promise<void> {
    await this.#ask({ mood: 'confirms', after: 0 })
  }

  /** @throws Error when it does not come to its end, or a worker does by itself */
  async finish(ms: number): Promise<void> {
    let left: string | undefined = 'it never came to its end'
    for (const end = Date.now() + ms; Date.now() < end; await sleep(TICK_MS)) {
      if (this.failure) throw this.failure
      left = await this.left()
      if (left === undefined) return
    }
    throw new Error(`after ${ms / 1000} s: ${left}`)
  }
}
