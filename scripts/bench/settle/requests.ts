import { createTestClient, encodeFunctionData, type Hex, http, parseEther } from 'viem'
import { generatePrivateKey, privateKeyToAccount, privateKeyToAddress } from 'viem/accounts'
import { forwarderAbi } from '../../../core/contracts/forwarder.ts'
import { karmaAbi } from '../../../core/contracts/karma.ts'
import { uuidv7 } from '../../../core/id.ts'
import type { RelayRequest } from '../../../core/relay/request.ts'
import { forwardData } from '../../../core/typed-data/forward.ts'
import { toBytea } from '../../../db/bytes.ts'
import { acceptRequest } from '../../../db/relay/accept.ts'
import { silentLogger } from '../../../test/support/settle.ts'
import { startRelay } from '../../../workers/relay/start.ts'
import type { Lap } from './awards.ts'
import type { Ground } from './ground.ts'
import { type Peer, sendEach } from './peer.ts'

const GAS = 140_000n

const countForwards = async ({ sql }: Ground) => {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from chain.forward`
  return row?.count ?? 0
}

/** First requests of new wallets: each gives its vote to itself. */
async function sign({ chain, client }: Ground, count: number): Promise<RelayRequest[]> {
  const { karma, chain_id } = chain.deployment
  const { timestamp } = await client.getBlock()
  const deadline = Math.max(Number(timestamp), Math.floor(Date.now() / 1000)) + 3_000
  const requests: RelayRequest[] = []
  for (let nth = 0; nth < count; nth++) {
    const wallet = privateKeyToAccount(generatePrivateKey())
    const from = wallet.address.toLowerCase() as Hex
    const data = encodeFunctionData({ abi: karmaAbi, functionName: 'delegate', args: [from] })
    const message = { from, to: karma, value: 0n, gas: GAS, nonce: 0n, deadline, data }
    const signature = await wallet.signTypedData(forwardData(chain.deployment, message))
    requests.push({ ...message, chain_id, signature })
  }
  return requests
}

async function fund({ chain }: Ground): Promise<Hex> {
  const key = generatePrivateKey()
  const anvil = createTestClient({ mode: 'anvil', transport: http(chain.rpcUrl) })
  await anvil.setBalance({ address: privateKeyToAddress(key), value: parseEther('10000') })
  return key
}

async function measure(ground: Ground, count: number, work: () => Promise<unknown>): Promise<Lap> {
  const before = await countForwards(ground)
  const block = await ground.client.getBlockNumber()
  const began = performance.now()
  const [ms] = await Promise.all([
    ground.mirrored(() => countForwards(ground), before + count, began),
    work(),
  ])
  return { count, ms, gas: await ground.gasSince(block) }
}

/** Our worker, from its start with all requests taken in until the mirror shows the last one carried out. */
export async function lapOurRelay(ground: Ground, count: number, run: number): Promise<Lap> {
  const { sql, chain } = ground
  const memberId = uuidv7()
  await sql`insert into app.member (id, username) values (${memberId}, ${`relay_${run}`})`
  for (const request of await sign(ground, count)) {
    await sql`insert into app.wallet (address, member_id) values (${toBytea(request.from)}, ${memberId})`
    await acceptRequest(sql, { memberId, request, call: 'karma.delegate', now: new Date() })
  }
  const { rpcUrl, deployment } = chain
  const options = { sql, rpcUrl, deployment, relayerKey: await fund(ground), logger: silentLogger }
  let worker: { stop: () => Promise<void> } | undefined
  const lap = await measure(ground, count, async () => {
    worker = startRelay(options)
  })
  await worker?.stop()
  return lap
}

/** The same forwarder, a transaction for each request, checked by nobody and nothing written down. */
export async function lapPeerRelay(ground: Ground, peer: Peer, count: number): Promise<Lap> {
  const to = ground.chain.deployment.forwarder
  const calls = (await sign(ground, count)).map((request) => ({
    ...{ to, gas: 400_000n },
    data: encodeFunctionData({ abi: forwarderAbi, functionName: 'execute', args: [request] }),
  }))
  const key = await fund(ground)
  return measure(ground, count, () => sendEach(ground, { key, inFlight: peer.inFlight }, calls))
}
