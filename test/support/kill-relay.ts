import { join } from 'node:path'
import { encodeFunctionData, type Hex, parseEther } from 'viem'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { openForwarder } from '../../adapters/chain/forwarder.ts'
import { relayRequest } from '../../app/api/relay-request.ts'
import { accessPassAbi } from '../../core/contracts/accessPass.ts'
import { forwarderAbi } from '../../core/contracts/forwarder.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { isSnpdError } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Random } from '../../core/random.ts'
import { endOfLine } from '../../core/relay/line.ts'
import type { RelayRequest } from '../../core/relay/request.ts'
import { isRelayEnd } from '../../core/relay/states.ts'
import type { Relayed } from '../../core/relay/status.ts'
import { forwardData } from '../../core/typed-data/forward.ts'
import { toBytea } from '../../db/bytes.ts'
import { connect, type Sql } from '../../db/client.ts'
import { listRelayed } from '../../db/relay/read.ts'
import { waitingNonces } from '../../db/relay/waiting.ts'
import { type Activity, openActivity } from './activity.ts'
import { startChain } from './chain.ts'
import { createKiller, type Killer } from './kill.ts'
import { type KillChain, openKillChain } from './kill-chain.ts'
import { openKillMirror } from './kill-mirror.ts'
import { delegations, executions } from './kill-relay-chain.ts'
import type { Subject } from './kill-setting.ts'
import { openNursery } from './sim-process.ts'

const WALLETS = 5
const PRICES = [500n, 900n] as const
/** Seconds a request is good for: longer than any run. */
const LIFE = 1_800
const GAS = 140_000n

/** A request that was taken in, and whom it gives a vote to, if that is what it does. */
type Taken = { request: RelayRequest; to?: Hex }
type World = {
  chain: KillChain
  sql: Sql
  activity: Activity
  memberId: string
  wallets: PrivateKeyAccount[]
  /** Sends requests of others, and pays for that itself. */
  stranger: PrivateKeyAccount
}

class RelaySubject implements Subject {
  #taken = new Map<string, Taken>()
  /** Transactions of the stranger, in the order of their nonces. */
  #copies: Hex[] = []
  /** The stranger's nonce when the run began. */
  #first = 0
  #delegates = 0
  #price = 0
  readonly #world: World
  readonly #forwarder

  constructor(world: World) {
    this.#world = world
    const { rpcUrl, deployment } = world.chain
    this.#forwarder = openForwarder({ rpcUrl, deployment })
  }

  async reset(): Promise<void> {
    const { sql, activity, stranger } = this.#world
    this.#taken = new Map()
    this.#copies = []
    this.#first = await activity.client.getTransactionCount({ address: stranger.address })
    await sql`delete from app.relay_request`
    await sql`delete from app.relay_transaction`
    await sql`delete from app.relay_batch`
  }

  async act(random: Random): Promise<string> {
    const kind = random(12)
    if (kind === 0) return this.#changePrice()
    if (kind === 1) return this.#copy(random)
    if (kind === 2) return this.#overtake(random)
    const count = 1 + random(4)
    let taken = 0
    for (let nth = 0; nth < count; nth++) if (await this.#ask(random)) taken++
    return taken > 0 ? 'requests' : 'requests not taken'
  }

  /** Calls whose price is not what it was are refused, or revert. */
  async #changePrice(): Promise<string> {
    this.#price = 1 - this.#price
    await this.#world.activity.openTier(1, PRICES[this.#price] ?? 0n)
    return 'price changed'
  }

  #delegate(): { to: Hex; data: Hex } {
    const to: Hex = `0x${(0xd000_0000 + this.#delegates++).toString(16).padStart(40, '7')}`
    return { to, data: encodeFunctionData({ abi: karmaAbi, functionName: 'delegate', args: [to] }) }
  }

  async #sign(wallet: PrivateKeyAccount, call: { to: Hex; data: Hex }, nonce: bigint): Promise<RelayRequest> {
    const { chain, activity } = this.#world
    const { timestamp } = await activity.client.getBlock()
    const deadline = Math.max(Number(timestamp), Math.floor(Date.now() / 1000)) + LIFE
    const from = wallet.address.toLowerCase() as Hex
    const message = { ...call, from, value: 0n, gas: GAS, nonce, deadline }
    const signature = await wallet.signTypedData(forwardData(chain.deployment, message))
    return { ...message, chain_id: chain.deployment.chain_id, signature }
  }

  /** As a member does: asks for the number, signs, sends. */
  async #ask(random: Random): Promise<boolean> {
    const { sql, wallets, memberId, chain } = this.#world
    const wallet = wallets[random(wallets.length)]
    if (!wallet) return false
    const from = wallet.address.toLowerCase() as Hex
    const waiting = await waitingNonces(sql, { wallet: from, now: new Date() })
    const nonce = endOfLine({ next: await this.#forwarder.nextNonce(from), waiting })
    const price = PRICES[this.#price] ?? 0n
    const buy = encodeFunctionData({ abi: accessPassAbi, functionName: 'purchase', args: [1, 1, price] })
    const isPurchase = random(3) === 0
    const { to, data } = this.#delegate()
    const { karma, access_pass } = chain.deployment
    const call = isPurchase ? { to: access_pass, data: buy } : { to: karma, data }
    const request = await this.#sign(wallet, call, nonce)
    const ways = { sql, forwarder: this.#forwarder, now: () => new Date() }
    try {
      const id = await relayRequest(ways, { memberId, request })
      this.#taken.set(id, { request, ...(!isPurchase && { to }) })
      return true
    } catch (error) {
      if (isSnpdError(error)) return false
      throw error
    }
  }

  async #pending(random: Random, states: readonly Relayed['state'][]): Promise<RelayRequest | undefined> {
    const found = (await this.#relayed()).filter(({ state }) => states.includes(state))
    return this.#taken.get(found[random(Math.max(1, found.length))]?.id ?? '')?.request
  }

  async #sendAsStranger(request: RelayRequest): Promise<void> {
    const { chain, activity, stranger } = this.#world
    const raw = await stranger.signTransaction({
      ...{ type: 'eip1559', chainId: chain.deployment.chain_id, nonce: this.#first + this.#copies.length },
      ...{ gas: 500_000n, maxFeePerGas: 10n ** 12n, maxPriorityFeePerGas: 10n ** 10n },
      to: chain.deployment.forwarder,
      data: encodeFunctionData({ abi: forwarderAbi, functionName: 'execute', args: [request] }),
    })
    this.#copies.push(raw)
    await activity.client.sendRawTransaction({ serializedTransaction: raw }).catch(() => undefined)
  }

  /** Somebody who reads the pool sends a request that is on its way in a transaction of their own. */
  async #copy(random: Random): Promise<string> {
    const request = await this.#pending(random, ['sent'])
    if (!request) return 'nothing to copy'
    await this.#sendAsStranger(request)
    return 'request copied'
  }

  /** The wallet has signed something else with the same number, and somebody else sends that. */
  async #overtake(random: Random): Promise<string> {
    const request = await this.#pending(random, ['queued', 'sending', 'sent'])
    const wallet = this.#world.wallets.find(({ address }) => address.toLowerCase() === request?.from)
    if (!request || !wallet) return 'nothing to overtake'
    const call = { to: this.#world.chain.deployment.karma, data: this.#delegate().data }
    await this.#sendAsStranger(await this.#sign(wallet, call, request.nonce))
    return 'number used elsewhere'
  }

  #relayed(): Promise<Relayed[]> {
    const { sql, memberId } = this.#world
    return listRelayed(sql, { memberId, now: new Date(), limit: 10_000 })
  }

  /** Strangers send theirs again and again, too. */
  async #resendCopies(): Promise<void> {
    const { client } = this.#world.activity
    for (const raw of this.#copies)
      await client.sendRawTransaction({ serializedTransaction: raw }).catch(() => undefined)
  }

  async left(): Promise<string | undefined> {
    await this.#resendCopies()
    const open = (await this.#relayed()).filter(({ state }) => !isRelayEnd(state))
    if (open.length > 0)
      return `${open.map(({ state, nonce, wallet }) => `${wallet} ${nonce} is ${state}`).join(', ')}`
    const { sql } = this.#world
    const told = await sql<{ id: string; told: string }[]>`select id, told from app.relay_request`
    const states = new Map((await this.#relayed()).map(({ id, state }) => [id, state]))
    const untold = told.filter((row) => row.told !== states.get(row.id))
    return untold.length > 0 ? `${untold.length} members were not told` : undefined
  }

  async requireRight(): Promise<void> {
    const { chain } = this.#world
    const all = await executions(chain)
    const given = await delegations(chain)
    const relayed = await this.#relayed()
    if (relayed.length !== this.#taken.size)
      throw new Error(`${this.#taken.size} were taken in, of ${relayed.length} something is known`)
    for (const { id, state } of relayed) {
      const { request, to } = this.#taken.get(id) ?? {}
      const mine = all.filter(({ signature }) => signature === request?.signature)
      if (mine.length > 1) throw new Error(`${id} was carried out ${mine.length} times`)
      const should = mine[0] ? (mine[0].success ? 'done' : 'reverted') : undefined
      const isRight = should ? state === should : state === 'refused' || state === 'replaced'
      if (!isRight) throw new Error(`${id} is ${state} and ${should ?? 'was never carried out'}`)
      const times = given.filter((one) => one === to).length
      if (to && times !== (state === 'done' ? 1 : 0))
        throw new Error(`${id} is ${state}, done ${times} times`)
    }
  }
}

async function openWorld(chain: KillChain, sql: Sql): Promise<World> {
  const activity = await openActivity(chain)
  await activity.openTier(1, PRICES[0])
  const wallets = Array.from({ length: WALLETS }, () => privateKeyToAccount(generatePrivateKey()))
  await activity.award(wallets.map(({ address }) => ({ to: address, amount: 10n ** 9n })))
  const memberId = uuidv7()
  await sql`insert into app.member (id, username) values (${memberId}, 'ana')`
  for (const { address } of wallets) {
    await activity.client.setBalance({ address, value: parseEther('1') })
    const args = [chain.deployment.access_pass, 2n ** 200n] as const
    const approve = encodeFunctionData({ abi: karmaAbi, functionName: 'approve', args })
    await activity.send(address, chain.deployment.karma, approve)
    await sql`insert into app.wallet (address, member_id) values (${toBytea(address)}, ${memberId})`
  }
  const stranger = privateKeyToAccount(generatePrivateKey())
  await activity.client.setBalance({ address: stranger.address, value: parseEther('1000') })
  return { chain, sql, activity, memberId, wallets, stranger }
}

/** @param urls a migrated database, as its two roles; what it holds is lost */
export async function openRelayKiller(urls: { appUrl: string; indexerUrl: string }): Promise<Killer> {
  const node = await startChain(undefined, { states: 800 })
  const chain = { ...node, ...(await openKillChain(node)) }
  const sql = connect(urls.appUrl, { name: 'kill', max: 2 })
  const world = await openWorld(chain, sql)
  const relayerKey = generatePrivateKey()
  const { address } = privateKeyToAccount(relayerKey)
  await world.activity.client.setBalance({ address, value: parseEther('10000') })
  const mirror = await openKillMirror(chain, urls.indexerUrl)
  const nursery = openNursery<object>(join(import.meta.dirname, 'kill-relayer.ts'))
  const options = { relayerKey, deployment: node.deployment }
  const setting = { chain, mirror, nursery, appUrl: urls.appUrl, options, subject: new RelaySubject(world) }
  return createKiller(setting, async () => {
    await nursery.close()
    await mirror.close()
    await Promise.all([node.close(), sql.end({ timeout: 2 })])
  })
}
