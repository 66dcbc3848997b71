import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../core/random.ts'
import { Life } from './kill-life.ts'
import type { Plan } from './kill-plan.ts'
import type { Setting } from './kill-setting.ts'

/** What the world does at a request, and how often in a hundred; else nothing. */
const acts = {
  block: 15,
  work: 9,
  reorg: 3,
  'transaction dropped': 3,
  'transaction back': 3,
  'price rises': 2,
  'blocks held': 2,
  'worker asleep': 1,
  'worker beside it': 2,
  'mirror killed': 2,
  'SIGKILL by the clock': 5,
} as const
type Act = keyof typeof acts

const MOST_WORKERS = 3
/** A seed whose workers never come to their end of themselves is calm after so long. */
const LONGEST_MS = 40_000
const TICK_MS = 150

function choose(random: Random): Act | undefined {
  let rest = random(100)
  for (const [name, share] of Object.entries(acts)) {
    if (rest < share) return name as Act
    rest -= share
  }
  return undefined
}

/** One run: workers that die, in a world that their own requests move. */
export class Run {
  readonly faults = new Map<string, number>()
  failure: unknown
  requests = 0
  messages = 0
  kills = 0
  #turn: Promise<unknown> = Promise.resolve()
  #lives: Life[] = []
  /** Requests, and ticks of the clock. */
  #moment = 0
  /** The moment until which no block comes. */
  #heldUntil = 0
  /** Who sleeps, and the moment at which it wakes. */
  #asleep: { life: Life; until: number }[] = []
  #isOver = false
  readonly #began = Date.now()
  readonly #ticking: Promise<void>
  readonly #setting: Setting
  readonly #plan: Plan

  constructor(setting: Setting, plan: Plan) {
    this.#setting = setting
    this.#plan = plan
    this.#ticking = this.#tick()
  }

  get isCalm(): boolean {
    const { kills, most } = this.#plan
    return this.kills >= kills || this.requests >= most || Date.now() - this.#began > LONGEST_MS
  }

  #count(name: string): void {
    this.faults.set(name, (this.faults.get(name) ?? 0) + 1)
  }

  /** The world goes on when nobody asks anything, too; the mirror and a worker are started again. */
  async #tick(): Promise<void> {
    while (!this.#isOver) {
      await sleep(TICK_MS)
      await this.#inTurn(async () => {
        const { chain, mirror } = this.#setting
        await mirror.start()
        if (this.#lives.every(({ over }) => over)) await this.start()
        if (this.isCalm || this.#moment >= this.#heldUntil) await chain.mine()
        await this.#move()
      })
    }
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(() => (this.#isOver ? undefined : work()))
    this.#turn = turn.catch((error: unknown) => {
      this.failure ??= error
    })
    return turn
  }

  #wake(now: number): void {
    for (const { life, until } of this.#asleep) if (until <= now) life.signal('SIGCONT')
    this.#asleep = this.#asleep.filter(({ until }) => until > now)
  }

  async #onRequest(): Promise<void> {
    await this.#inTurn(async () => {
      this.requests++
      await this.#move()
    })
  }

  async #move(): Promise<void> {
    this.#wake(this.isCalm ? Number.POSITIVE_INFINITY : ++this.#moment)
    if (this.isCalm) return
    const act = choose(this.#plan.world)
    if (act && (await this.#acts[act]())) this.#count(act)
  }

  readonly #acts: Record<Act, () => Promise<boolean>> = {
    block: async () => {
      if (this.#moment < this.#heldUntil) return false
      await this.#setting.chain.mine()
      return true
    },
    work: async () => {
      this.#count(await this.#setting.subject.act(this.#plan.world))
      return true
    },
    reorg: () => this.#setting.chain.reorg(this.#plan.world),
    'transaction dropped': () => this.#setting.chain.drop(this.#plan.world),
    'transaction back': () => this.#setting.chain.bringBack(this.#plan.world),
    'price rises': async () => {
      await this.#setting.chain.raisePrice(this.#plan.world)
      return true
    },
    'blocks held': async () => {
      this.#heldUntil = this.#moment + 10 + this.#plan.world(40)
      return true
    },
    'worker asleep': async () => this.#sendToSleep(),
    'worker beside it': async () => {
      if (this.#awake().length >= MOST_WORKERS) return false
      await this.start()
      return true
    },
    'mirror killed': async () => {
      this.#setting.mirror.kill()
      return true
    },
    'SIGKILL by the clock': () => this.#killAny(),
  }

  /** Whoever is there: at work, standing by or asleep. */
  async #killAny(): Promise<boolean> {
    const living = this.#lives.filter(({ over }) => !over)
    const victim = living[this.#plan.world(Math.max(1, living.length))]
    await victim?.kill()
    return victim !== undefined
  }

  #awake(): Life[] {
    return this.#lives.filter((one) => !one.over && this.#asleep.every(({ life }) => life !== one))
  }

  /** The server ends its sessions, another one takes over, and then it wakes. */
  async #sendToSleep(): Promise<boolean> {
    const { world } = this.#plan
    const [life] = this.#awake()
    if (!life) return false
    life.signal('SIGSTOP')
    life.loseDatabase()
    this.#asleep.push({ life, until: this.#moment + 5 + world(20) })
    await this.start()
    return true
  }

  /** Another worker. */
  async start(): Promise<void> {
    const life = new Life({
      setting: this.#setting,
      plan: this.#plan,
      isCalm: () => this.isCalm,
      onRequest: () => this.#onRequest(),
      onMessage: () => void this.messages++,
      onFault: (name) => this.#count(name),
      onDeath: () => void this.kills++,
      onEnd: (error) => {
        this.failure ??= error
      },
    })
    this.#lives.push(life)
    await life.start()
  }

  /** Ends all workers; resolves when they are gone. */
  async stop(): Promise<void> {
    this.#isOver = true
    await this.#turn
    await this.#ticking
    await Promise.all(this.#lives.filter(({ over }) => !over).map((life) => life.end()))
  }
}
