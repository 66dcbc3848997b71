import type { AddressInfo } from 'node:net'
import {
  createTestClient,
  encodeDeployData,
  encodeFunctionData,
  type Hex,
  http,
  numberToHex,
  parseEther,
  publicActions,
  zeroAddress,
} from 'viem'
import { startBeacon } from '../../adapters/beacon/serve.ts'
import { deploymentArguments } from '../../core/beacon/deployment.ts'
import { localNetwork, signRound } from '../../core/beacon/local.ts'
import { verifyRound } from '../../core/beacon/signature.ts'
import { accessManagerAbi, accessManagerBytecode } from '../../core/contracts/accessManager.ts'
import { accessPassAbi, accessPassBytecode } from '../../core/contracts/accessPass.ts'
import { drandBeaconAbi, drandBeaconBytecode } from '../../core/contracts/drandBeacon.ts'
import { karmaAbi, karmaBytecode } from '../../core/contracts/karma.ts'
import { raffleAbi, raffleBytecode } from '../../core/contracts/raffle.ts'
import type { Deployment } from '../../core/deployment.ts'
import { startAnvil } from '../../scripts/engines/anvil.ts'
import { freePort } from '../../scripts/engines/ports.ts'

const GENESIS = 1_700_000_000
const KEY: Hex = `0x${'b7'.repeat(32)}`
const PRICE = 100n
const MARGIN = 60
const network = localNetwork(KEY, GENESIS)
const lower = (address: Hex) => address.toLowerCase() as Hex

/** The signature of a round as the chain takes it. */
export const signatureOf = (round: bigint): Hex =>
  verifyRound(network, round, signRound(KEY, round).signature).uncompressed

/** An account that anvil sends for; `index` names it. */
export const account = (index: number): Hex =>
  `0x${(0xacc000000n + BigInt(index)).toString(16).padStart(40, '5')}`
const admin = account(0)

type Call = { to: Hex; abi: unknown; functionName: string; args?: readonly unknown[] }
type Creation = { abi: unknown; bytecode: Hex; args: readonly unknown[] }
type Chain = ReturnType<typeof connect>

/** An anvil that sends for anyone. */
function connect(url: string) {
  const client = createTestClient({
    mode: 'anvil',
    transport: http(url),
    pollingInterval: 10,
    cacheTime: 0,
  }).extend(publicActions)
  const send = async (from: Hex, transaction: { to?: Hex; data: Hex }) => {
    await client.impersonateAccount({ address: from })
    await client.setBalance({ address: from, value: parseEther('10') })
    // An estimate can fall short: what a transaction costs may differ between two seconds.
    const params = [{ from, gas: numberToHex(6_000_000), ...transaction }]
    const hash = await client.request({ method: 'eth_sendTransaction', params } as never)
    const receipt = await client.waitForTransactionReceipt({ hash })
    if (receipt.status !== 'success') throw new Error('the transaction reverted')
    return receipt
  }
  const create = async (creation: Creation) => {
    const { contractAddress } = await send(admin, { data: encodeDeployData(creation as never) })
    return lower(contractAddress ?? zeroAddress)
  }
  const call = (from: Hex, { to, ...data }: Call) =>
    send(from, { to, data: encodeFunctionData(data as never) })
  return { client, create, call }
}

/** What a raffle needs, under one admin; the other contracts are missing. */
async function deployRaffle({ create }: Chain): Promise<Deployment> {
  const none = lower(zeroAddress)
  const manager = await create({ abi: accessManagerAbi, bytecode: accessManagerBytecode, args: [admin] })
  const token = { abi: karmaAbi, bytecode: karmaBytecode, args: [manager, none, 10n ** 24n] }
  const karma = await create(token)
  const pass = await create({
    abi: accessPassAbi,
    bytecode: accessPassBytecode,
    args: [manager, none, karma],
  })
  const args = deploymentArguments(network, signRound(KEY, 1n))
  const beacon = await create({ abi: drandBeaconAbi, bytecode: drandBeaconBytecode, args })
  const parts = [manager, none, karma, pass, beacon, BigInt(MARGIN)]
  const raffle = await create({ abi: raffleAbi, bytecode: raffleBytecode, args: parts })
  const missing = { trade_escrow: none, feature_flags: none, timelock: none, governor: none, guardian: none }
  const named = { access_manager: manager, forwarder: none, karma, access_pass: pass, beacon, raffle }
  return { chain_id: 31_337, start_block: 0, ruleset: `0x${'11'.repeat(32)}`, ...named, ...missing }
}

function actOn({ client, call }: Chain, { karma, raffle, ruleset }: Deployment) {
  let awards = 0n
  const ofRaffle = { to: raffle, abi: raffleAbi }
  const enter = async (id: bigint, member: Hex) => {
    const packed = [(BigInt(member) << 96n) | PRICE]
    awards += 1n
    await call(admin, { to: karma, abi: karmaAbi, functionName: 'awardRun', args: [awards, packed, ruleset] })
    await call(member, { to: karma, abi: karmaAbi, functionName: 'approve', args: [raffle, PRICE] })
    await call(member, { ...ofRaffle, functionName: 'enter', args: [id] })
  }
  const terms = (id: bigint) =>
    client.readContract({ address: raffle, abi: raffleAbi, functionName: 'raffleOf', args: [id] })
  return {
    terms,
    /** A raffle that closes in an hour, entered by accounts 1 to `entries`. */
    open: async (prizes: number, entries: number) => {
      const { timestamp } = await client.getBlock()
      const args = [PRICE, prizes, Number(timestamp) + 3_600, 0, `0x${'00'.repeat(32)}`]
      await call(admin, { ...ofRaffle, functionName: 'create', args })
      const id = await client.readContract({ address: raffle, abi: raffleAbi, functionName: 'count' })
      for (let index = 1; index <= entries; index++) await enter(id, account(index))
      return id
    },
    /** Lets it close, when it has not, and draws. */
    draw: async (id: bigint) => {
      const { round, closesAt } = await terms(id)
      const { timestamp } = await client.getBlock()
      if (timestamp < BigInt(closesAt)) await client.setNextBlockTimestamp({ timestamp: BigInt(closesAt) })
      return call(account(99), { ...ofRaffle, functionName: 'draw', args: [id, signatureOf(round)] })
    },
    cancel: (id: bigint) => call(admin, { ...ofRaffle, functionName: 'cancel', args: [id] }),
    expire: (id: bigint) => call(account(99), { ...ofRaffle, functionName: 'expire', args: [id] }),
  }
}

/** A local beacon that is years ahead. */
async function openBeacon(key: Hex) {
  const server = await startBeacon({ port: 0, key, genesis: GENESIS, now: () => GENESIS + 2 ** 30 })
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

/** A new anvil with a raffle's contracts, and the beacon that they trust. */
export async function startRaffles() {
  const anvil = await startAnvil({ port: await freePort() })
  const beacon = await openBeacon(KEY)
  const close = async () => {
    beacon.close()
    await anvil.stop()
  }
  const chain = connect(anvil.url)
  const deployment = await deployRaffle(chain).catch(async (error) => {
    await close()
    throw error
  })
  return {
    rpcUrl: anvil.url,
    beaconUrl: beacon.url,
    deployment,
    client: chain.client,
    abi: raffleAbi,
    close,
    /** A beacon under another key. */
    otherBeacon: () => openBeacon(`0x${'c9'.repeat(32)}`),
    ...actOn(chain, deployment),
  }
}
