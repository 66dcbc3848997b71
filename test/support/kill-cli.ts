import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Random, seeded } from '../../core/random.ts'
import { type Command, launch } from './command.ts'
import type { Killer, KillReport } from './kill.ts'
import { browsersOf, livingGroups } from './kill-processes.ts'
import { type Illness, illnesses, type KillShop, type Stage, startKillShop } from './kill-shop.ts'

const PRODUCT = '/products/halyard-court-low-bone'
const EMAIL = 'kim@example.org'
const CLICK_MS = 400
const WALK_MS = 8_000
const ZOMBIE_MS = 15_000
/** The person gives up after so many tries. */
const MOST_RUNS = 12

type Told = { outcome: string | null; number?: string | null; error?: { message: string } }

function profileIn(folder: string): string {
  const file = join(folder, 'profile.json')
  const address = { street: '12 Canal St', city: 'Portland', state: 'OR', zip_code: '97201', country: 'US' }
  const names = { first_name: 'Kim', last_name: 'Rivera', phone: '+15035550123' }
  writeFileSync(file, JSON.stringify({ email: EMAIL, ...names, address }))
  return file
}

/** A person who runs the same command again and again, whatever becomes of it. */
class Person {
  readonly faults = new Map<string, number>()
  kills = 0
  readonly groups = new Set<number>()
  #now: Command | undefined
  #dooms: { at: Stage | 'time'; after: number }[]
  readonly #folder = mkdtempSync(join(tmpdir(), 'snpd-kill-cli-'))

  constructor(random: Random) {
    const stages = ['time', 'heard', 'booked', 'answered', 'heard', 'booked'] as const
    this.#dooms = Array.from({ length: 1 + random(3) }, () => {
      const at = stages[random(stages.length)] ?? 'time'
      return { at, after: random(at === 'time' ? WALK_MS : CLICK_MS + 1) }
    })
  }

  count(name: string): void {
    this.faults.set(name, (this.faults.get(name) ?? 0) + 1)
  }

  async #kill(): Promise<void> {
    const command = this.#now
    if (!command) return
    this.#now = undefined
    for (const group of browsersOf(command.pid)) this.groups.add(group)
    this.kills++
    await command.kill()
  }

  async reach(at: Stage | 'time'): Promise<void> {
    const doom = this.#dooms.find((each) => each.at === at)
    if (!doom || !this.#now) return
    this.#dooms = this.#dooms.filter((each) => each !== doom)
    this.count(`killed at ${at}`)
    if (doom.after > 0) await sleep(doom.after)
    await this.#kill()
  }

  /** @returns what it said; undefined when it was killed before it could */
  async run(origin: string): Promise<Told | undefined> {
    const target = ['--url', origin + PRODUCT, '--size', '10', '--profile', profileIn(this.#folder)]
    const how = ['--mode', 'auto', '--max-total', '200', '--json', '--journal', join(this.#folder, 'kept')]
    const { SNPD_BROWSER } = process.env
    const env = { RECONCILE_SECONDS: '3', ...(SNPD_BROWSER ? { SNPD_BROWSER } : {}), TMPDIR: this.#folder }
    const command = launch('scripts/checkout.ts', [...target, ...how], env)
    this.#now = command
    void this.reach('time')
    const { out } = await command.ended
    this.#now = undefined
    return out.trim() === '' ? undefined : (JSON.parse(out) as Told)
  }

  /** No more deaths. */
  spare(): void {
    this.#dooms = []
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

async function requireRight(shop: KillShop, illness: Illness, told: Told): Promise<void> {
  while (!shop.isIdle()) await sleep(50)
  const { counts, numbers } = await shop.orders()
  const has = counts[EMAIL] ?? 0
  const said = `"${told.outcome} ${told.number ?? ''}", and the shop counts ${has}`
  if (has > 1) throw new Error(`two orders: ${said}`)
  if (told.outcome === null) throw new Error(`no outcome: ${told.error?.message}`)
  if (told.outcome === 'unknown-needs-member') {
    if (illness !== 'blind') throw new Error(`"unknown" at a shop that can tell: ${said}`)
  } else if ((told.outcome === 'ordered') !== (has === 1)) throw new Error(said)
  if (told.number && !numbers.includes(told.number)) throw new Error(`a number of nobody's: ${said}`)
}

async function requireNoZombies({ groups }: Person): Promise<void> {
  for (const end = Date.now() + ZOMBIE_MS; livingGroups(groups).length > 0; await sleep(100))
    if (Date.now() > end)
      throw new Error(`browsers outlive their command: ${livingGroups(groups).join(', ')}`)
}

async function runSeed(seed: number): Promise<KillReport> {
  const began = performance.now()
  const random = seeded(Math.imul(seed, 0xc2b2ae35))
  const illness = illnesses[random(illnesses.length)] ?? 'none'
  const person = new Person(random)
  const shop = await startKillShop({
    ...{ illness, random, onOrder: async (stage) => person.reach(stage) },
  })
  person.count(`shop: ${illness}`)
  try {
    let told: Told | undefined
    for (let runs = 0; runs < MOST_RUNS && !told; runs++) told = await person.run(shop.origin)
    if (!told) throw new Error('it never came to its end')
    await requireRight(shop, illness, told)
    // Once more: what is ordered is not ordered again, and what nobody knows is not tried again.
    person.spare()
    const again = await person.run(shop.origin)
    if (again && told.outcome !== 'not-ordered') await requireRight(shop, illness, again)
    await requireNoZombies(person)
    person.count(`ended ${told.outcome}`)
    return { faults: person.faults, kills: person.kills, ms: performance.now() - began }
  } catch (cause) {
    throw new Error(`Seed ${seed}, ${illness}: ${(cause as Error).message}`, { cause })
  } finally {
    person.close()
    shop.close()
  }
}

/** `npm run checkout` as a person runs it, killed and run again. */
export async function openCliKiller(): Promise<Killer> {
  return { run: runSeed, close: async () => undefined }
}
