import { createWalletClient, type Hex, http, parseEther } from 'viem'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { foundry } from 'viem/chains'
import { openForwarder } from '../../adapters/chain/forwarder.ts'
import { openRelayerAccount } from '../../adapters/chain/relayer.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Logger } from '../../core/log.ts'
import { relayRequestShape } from '../../core/relay/request.ts'
import type { Relayed } from '../../core/relay/status.ts'
import { toBytea } from '../../db/bytes.ts'
import { acceptRequest } from '../../db/relay/accept.ts'
import { getRelayed } from '../../db/relay/read.ts'
import type { Relay } from '../../workers/relay/relay.ts'
import { startRelay } from '../../workers/relay/start.ts'
import { PRICE, purchaseWithPermit, type RelayWorld, relayWorldOn, signRequest } from './relay.ts'
import { type SettleWorld, silentLogger, startWorld } from './settle.ts'

export type Buyer = { id: string; account: PrivateKeyAccount; wallet: Hex }
export type RelayingWorld = Awaited<ReturnType<typeof startRelayingWorld>>

/** Chain, database and indexer, members who sign, and a relayer who holds 100 ETH. */
export async function startRelayingWorld() {
  const world: SettleWorld = await startWorld()
  const signing: RelayWorld = await relayWorldOn(world.chain)
  const relayerKey = generatePrivateKey()
  const options = { rpcUrl: world.chain.rpcUrl, relayerKey, deployment: world.chain.deployment }
  const account = openRelayerAccount(options)
  await signing.client.setBalance({ address: account.address, value: parseEther('100') })
  const { app } = world.database
  const relay = (changed: Partial<Relay> = {}): Relay => ({
    ...{ sql: app, account, forwarder: openForwarder(options), logger: silentLogger, stuckSeconds: 60 },
    ...changed,
  })
  /** A member whose wallet holds karma and not a wei of anything else. */
  const addBuyer = async (karma = PRICE): Promise<Buyer> => {
    const buyer = await signing.addMember(karma)
    const [id, wallet] = [uuidv7(), buyer.address.toLowerCase() as Hex]
    await app`insert into app.member (id, username) values (${id}, ${`b_${id.slice(-12)}`})`
    await app`insert into app.wallet (address, member_id) values (${toBytea(wallet)}, ${id})`
    return { id, account: buyer, wallet }
  }
  type Call = Partial<Parameters<typeof signRequest>[2]>
  /** A signed purchase of a pass, or of another call. */
  const sign = async ({ account: signer }: Buyer, call: Call = {}) => {
    const data = call.data ?? (await purchaseWithPermit(signing, signer))
    const to = world.chain.deployment.access_pass
    return relayRequestShape.parse(await signRequest(signing, signer, { to, gas: 200_000n, ...call, data }))
  }
  /** The same, accepted as the API accepts it. @returns its id */
  const ask = async (buyer: Buyer, call: Call = {}) => {
    const request = await sign(buyer, call)
    const accepting = { memberId: buyer.id, request, call: 'access_pass.purchaseWithPermit', now: new Date() }
    return acceptRequest(app, accepting)
  }
  const status = async ({ id: memberId }: Buyer, id: string): Promise<Relayed> => {
    const found = await getRelayed(app, { id, memberId, now: new Date() })
    if (!found) throw new Error(`There is no request ${id}.`)
    return found
  }
  const workers: { stop: () => Promise<void> }[] = []
  /** A worker that runs until the world is closed. */
  const work = (extra: { logger?: Logger; stuckSeconds?: number; rpcUrl?: string } = {}) => {
    const worker = startRelay({ sql: app, logger: silentLogger, ...options, ...extra })
    workers.push(worker)
    return worker
  }
  /** Someone with ETH of their own, to be faster than the relayer. */
  const stranger = async () => {
    const rich = privateKeyToAccount(generatePrivateKey())
    await signing.client.setBalance({ address: rich.address, value: parseEther('10') })
    return createWalletClient({ account: rich, chain: foundry, transport: http(world.chain.rpcUrl) })
  }
  const close = async () => {
    await Promise.all(workers.map((worker) => worker.stop()))
    await world.close()
  }
  return { ...world, close, signing, relayerKey, account, relay, addBuyer, sign, ask, status, work, stranger }
}
