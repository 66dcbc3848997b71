import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { encodeFunctionData, type Hex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { startBeacon } from '../../adapters/beacon/serve.ts'
import { localNetwork, signRound } from '../../core/beacon/local.ts'
import { verifyRound } from '../../core/beacon/signature.ts'
import { accessManagerAbi } from '../../core/contracts/accessManager.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { raffleAbi } from '../../core/contracts/raffle.ts'
import { LOCAL_BEACON_GENESIS } from '../../core/networks.ts'
import type { Random } from '../../core/random.ts'
import { connect, type Sql } from '../../db/client.ts'
import { listRaffles } from '../../db/raffles/list.ts'
import { planRaffle, withdrawPlan } from '../../db/raffles/plan.ts'
import { listPlans } from '../../db/raffles/plans.ts'
import { roles } from '../../scripts/deploy/roles.ts'
import { type DrawOptions, startDraw } from '../../workers/draw/start.ts'
import { type Activity, openActivity } from './activity.ts'
import { startChain } from './chain.ts'
import { createKiller, type Killer } from './kill.ts'
import { type KillChain, openKillChain } from './kill-chain.ts'
import { openKillMirror } from './kill-mirror.ts'
import { chainStates, staked, type ToldRaffle, toldRaffles } from './kill-raffle-chain.ts'
import type { Subject } from './kill-setting.ts'
import { addMember, type TestMember } from './members.ts'
import { openNursery } from './sim-process.ts'

const NAMES = ['ana', 'ben', 'cleo', 'dan', 'eve', 'fay', 'gus']
const PRICE = 100n
/** Seconds of the chain's clock that a raffle of a run is open, at least and more. */
const OPEN = { least: 20, more: 40 }
/** Most seconds that pass with each act: raffles are opened, closed and drawn while workers die. */
const PASSES = 15
/** Raffles that are open and entered when the first worker is started that dies. */
const FIRST_PLANS = 2
/** Seconds that they are open while nothing else happens. */
const ROOM = 200
/** Within this they are: milliseconds, where others want the machine too. */
const BEGIN_MS = 120_000
/** Enough for any call of these. */
const GAS = '0x7a120'
const ended: readonly string[] = ['settled', 'cancelled', 'refused', 'withdrawn']

type Options = Pick<DrawOptions, 'operatorKey' | 'deployment' | 'beaconUrls'>
type World = {
  options: Options
  chain: KillChain
  sql: Sql
  activity: Activity
  members: TestMember[]
  beaconKey: Hex
}

class RaffleSubject implements Subject {
  #plans: string[] = []
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  async reset(): Promise<void> {
    const { sql } = this.#world
    this.#plans = []
    await sql`delete from app.raffle_transaction`
    await sql`delete from app.raffle_call`
    await sql`delete from app.raffle_news`
    await sql`delete from app.raffle_told`
    await sql`delete from app.alert`
    await sql`delete from app.raffle_plan`
  }

  async act(random: Random): Promise<string> {
    if (this.#plans.length === 0) return this.#begin(random)
    const done = await this.#pick(random)
    await this.#pass(random(PASSES))
    return done
  }

  async #pick(random: Random): Promise<string> {
    const kind = random(10)
    if (kind < 2) return this.#plan(random)
    if (kind === 2) return this.#withdraw(random)
    if (kind < 5) return this.#meddle(random)
    return this.#enter(random)
  }

  /** Of the chain's clock, seen in its next block. */
  async #pass(seconds: number): Promise<void> {
    if (seconds > 0) await this.#world.activity.client.increaseTime({ seconds })
  }

  /** Raffles that an untroubled worker opened, and their first entries: what comes to them later is what is looked at. */
  async #begin(random: Random): Promise<string> {
    const { chain, sql, options } = this.#world
    for (let first = 0; first < FIRST_PLANS; first++) await this.#plan(random, ROOM)
    const worker = startDraw({
      ...options,
      rpcUrl: chain.rpcUrl,
      sql,
      logger: pino({ level: 'silent' }),
      pollMs: 50,
    })
    try {
      for (const end = Date.now() + BEGIN_MS; (await this.#ids()).length < FIRST_PLANS; await sleep(50)) {
        if (Date.now() > end) throw new Error('the first raffles do not open')
        await chain.mine()
      }
    } finally {
      await worker.stop()
    }
    await this.#enter(random)
    await this.#pass(ROOM)
    await chain.mine()
    return 'raffles opened'
  }

  /** @param room seconds that it is open beside the usual */
  async #plan(random: Random, room = 0): Promise<string> {
    const { sql, activity, members } = this.#world
    const { timestamp } = await activity.client.getBlock()
    const from = Math.max(Number(timestamp), Math.floor(Date.now() / 1000)) + room
    const closesAt = new Date((from + OPEN.least + random(OPEN.more)) * 1000)
    const input = {
      ...{ title: 'A pair', text: '', price: String(PRICE), tier: 0, closes_at: closesAt.toISOString() },
      prizes: [{ title: 'Pair', count: 1 + random(3) }],
    }
    // A raffle of a minute would be too long to watch.
    const now = new Date(closesAt.getTime() - 120_000)
    this.#plans.push(await planRaffle(sql, { memberId: members[0]?.id ?? '', input, now }))
    return 'raffle described'
  }

  async #withdraw(random: Random): Promise<string> {
    const planId = this.#plans[random(this.#plans.length)] ?? ''
    return withdrawPlan(this.#world.sql, { planId, now: new Date() }).then(
      () => 'raffle called off',
      () => 'too late to call it off',
    )
  }

  async #send(from: Hex, functionName: 'enter' | 'draw' | 'settle' | 'refund', args: readonly unknown[]) {
    const { activity, chain } = this.#world
    const data = encodeFunctionData({ abi: raffleAbi, functionName, args } as never)
    const params = [{ from, to: chain.deployment.raffle, data, gas: GAS }] as never
    await activity.client.request({ method: 'eth_sendTransaction' as never, params }).catch(() => undefined)
  }

  /** Those that this run's plans became, as mirrored. */
  async #ids(): Promise<bigint[]> {
    const { sql } = this.#world
    const rows = await sql<{ id: bigint }[]>`
      select r.raffle_id as id from chain.raffle r join app.raffle_plan p using (prize_hash) order by 1`
    return rows.map(({ id }) => id)
  }

  async #someId(random: Random): Promise<bigint | undefined> {
    const ids = await this.#ids()
    return ids[random(Math.max(1, ids.length))]
  }

  /** Some enter, more than once or too late too. */
  async #enter(random: Random): Promise<string> {
    const ids = await this.#ids()
    for (const id of ids)
      for (const { wallet } of this.#world.members)
        if (random(2) === 0) await this.#send(wallet as Hex, 'enter', [id])
    return ids.length === 0 ? 'nothing to enter' : 'entries'
  }

  /** Anyone may draw, settle and refund: a stranger does, beside the workers. */
  async #meddle(random: Random): Promise<string> {
    const { members, activity, chain, beaconKey } = this.#world
    const id = await this.#someId(random)
    const stranger = members[0]?.wallet as Hex
    if (id === undefined) return 'nothing to meddle with'
    const contract = { address: chain.deployment.raffle, abi: raffleAbi } as const
    const { round } = await activity.client.readContract({
      ...contract,
      functionName: 'raffleOf',
      args: [id],
    })
    if (round === 0n) return 'nothing to meddle with'
    const network = localNetwork(beaconKey, LOCAL_BEACON_GENESIS)
    const { uncompressed } = verifyRound(network, round, signRound(beaconKey, round).signature)
    const kind = random(3)
    if (kind === 0) await this.#send(stranger, 'draw', [id, uncompressed])
    else if (kind === 1) await this.#send(stranger, 'settle', [id])
    else await this.#send(stranger, 'refund', [id, members[random(members.length)]?.wallet])
    return 'a stranger beside them'
  }

  async left(): Promise<string | undefined> {
    const { sql } = this.#world
    const plans = await listPlans(sql, { now: new Date(), limit: 1_000 })
    const open = plans.filter(({ state }) => !ended.includes(state))
    // Nothing happens to them any more: let their time pass.
    if (open.some(({ state }) => state === 'open')) await this.#pass(PASSES)
    if (open.length > 0) return open.map(({ id, state }) => `${id} is ${state}`).join(', ')
    const [row] = await sql<{ stakes: number; untold: number }[]>`
      select (select count(*)::int from chain.raffle_end x join chain.raffle_entry e using (raffle_id)
          where not exists (select from chain.raffle_refund f
            where f.raffle_id = e.raffle_id and f.member_address = e.member_address)) as stakes,
        (select count(*)::int from chain.raffle_draw d join chain.raffle r using (raffle_id)
          join app.raffle_plan p using (prize_hash)
          where not exists (select from app.raffle_told t where t.raffle_id = d.raffle_id and t.seed = d.seed
            and t.entries = (select count(*) from chain.raffle_entry e where e.raffle_id = d.raffle_id))) as untold`
    const { stakes = 0, untold = 0 } = row ?? {}
    return stakes + untold > 0 ? `${stakes} stakes are not paid back, ${untold} draws not told` : undefined
  }

  async requireRight(): Promise<void> {
    const { chain } = this.#world
    const told = await toldRaffles(chain)
    const hashes = told.map(({ prizeHash }) => prizeHash)
    if (new Set(hashes).size < hashes.length) throw new Error('a raffle was opened twice')
    for (const raffle of told) await this.#requireEnded(raffle)
    const left = await staked(chain)
    if (left !== 0n) throw new Error(`${left} wei of karma are left in the raffles`)
    await this.#requirePlans(told)
  }

  /** One winner set, which is ours too; the pot burned once, or every stake came back once. */
  async #requireEnded(raffle: ToldRaffle): Promise<void> {
    const { id, state, draws, settled, entered, refunded, pot, winners } = raffle
    if (state === chainStates.cancelled) {
      if (draws + settled.length > 0) throw new Error(`${id} was called off and drawn`)
      if (entered.toSorted().join() !== refunded.toSorted().join()) throw new Error(`${id} kept a stake`)
      return
    }
    if (state !== chainStates.settled) throw new Error(`${id} is in state ${state}`)
    if (draws !== 1 || settled.length !== 1 || settled[0] !== pot)
      throw new Error(`${id} was drawn ${draws} times and burned ${settled.join()} of ${pot}`)
    await this.#requireWinners(id, winners)
  }

  async #requireWinners(id: bigint, winners: number[]): Promise<void> {
    const { sql, chain } = this.#world
    const contract = chain.deployment.raffle
    const asked = { id: String(id), memberId: null, now: new Date(), contract, limit: 1 }
    const [ours] = (await listRaffles(sql, asked)).items
    const said = ours?.won.map(({ ticket }) => ticket) ?? []
    if (said.join() !== winners.join()) throw new Error(`${id} won ${winners.join()}, we say ${said.join()}`)
    const wallets = ours?.won.map(({ wallet }) => wallet) ?? []
    const alerts = await sql<{ wallet: string; times: number }[]>`
      select '0x' || encode(w.address, 'hex') as wallet, count(a.id)::int as times
      from app.wallet w left join app.alert a on a.member_id = w.member_id and a.raffle_id = ${String(id)}
        and a.state = 'won' group by 1`
    for (const { wallet, times } of alerts)
      if (times > 1 || (times === 0 && wallets.includes(wallet)))
        throw new Error(`${wallet} was told ${times} times of ${id}`)
  }

  /** What is said of a plan is what became of it. */
  async #requirePlans(told: readonly ToldRaffle[]): Promise<void> {
    const plans = await listPlans(this.#world.sql, { now: new Date(), limit: 1_000 })
    const ids = new Set(told.map(({ id }) => String(id)))
    for (const { id, state, raffle_id } of plans) {
      const isThere = raffle_id !== null && ids.has(raffle_id)
      if (isThere === (state === 'refused' || state === 'withdrawn'))
        throw new Error(`${id} is ${state}, and its raffle is ${raffle_id ?? 'not there'}`)
    }
  }
}

/** Members with karma and an allowance, and who may open raffles. */
async function openWorld(chain: KillChain, sql: Sql, options: Options): Promise<World> {
  const operator = privateKeyToAccount(options.operatorKey).address
  const activity = await openActivity(chain)
  const members: TestMember[] = []
  for (const name of NAMES) members.push(await addMember(sql, name))
  await activity.award(members.map(({ wallet }) => ({ to: wallet as Hex, amount: 10n ** 9n })))
  const args = [chain.deployment.raffle, 2n ** 200n] as const
  const approve = encodeFunctionData({ abi: karmaAbi, functionName: 'approve', args })
  for (const { wallet } of members) {
    await activity.client.setBalance({ address: wallet as Hex, value: 10n ** 24n })
    await activity.send(wallet as Hex, chain.deployment.karma, approve)
  }
  const grant = [roles.RAFFLE_OPERATOR, operator, 0] as const
  const data = encodeFunctionData({ abi: accessManagerAbi, functionName: 'grantRole', args: grant })
  const admin = privateKeyToAccount(chain.deployerKey).address
  await activity.send(admin, chain.deployment.access_manager, data)
  await activity.client.setBalance({ address: operator, value: 10n ** 24n })
  return { options, chain, sql, activity, members, beaconKey: chain.beaconKey }
}

/** @param urls a migrated database, as its two roles; what it holds is lost */
export async function openRaffleKiller(urls: { appUrl: string; indexerUrl: string }): Promise<Killer> {
  const node = await startChain(undefined, { states: 800 })
  const chain = { ...node, ...(await openKillChain(node)) }
  const sql = connect(urls.appUrl, { name: 'kill', max: 2 })
  const operatorKey = generatePrivateKey()
  // Years ahead: every round is there when it is asked for.
  const far = () => Math.floor(Date.now() / 1000) + 2 ** 28
  const beacon = await startBeacon({ port: 0, key: node.beaconKey, genesis: LOCAL_BEACON_GENESIS, now: far })
  const mirror = await openKillMirror(chain, urls.indexerUrl)
  const nursery = openNursery<object>(join(import.meta.dirname, 'kill-drawer.ts'))
  const beaconUrls = [`http://127.0.0.1:${(beacon.address() as AddressInfo).port}`]
  const options = { operatorKey, deployment: node.deployment, beaconUrls }
  const world = await openWorld(chain, sql, options)
  const subject = new RaffleSubject(world)
  return createKiller({ chain, mirror, nursery, appUrl: urls.appUrl, options, subject }, async () => {
    await nursery.close()
    await mirror.close()
    beacon.close()
    beacon.closeAllConnections()
    await Promise.all([node.close(), sql.end({ timeout: 2 })])
  })
}
