import type { AddressInfo } from 'node:net'
import { createTestClient, encodeFunctionData, http, publicActions } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { startBeacon } from '../../adapters/beacon/serve.ts'
import { localNetwork, signRound } from '../../core/beacon/local.ts'
import { verifyRound } from '../../core/beacon/signature.ts'
import { accessManagerAbi } from '../../core/contracts/accessManager.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { raffleAbi } from '../../core/contracts/raffle.ts'
import { LOCAL_BEACON_GENESIS } from '../../core/networks.ts'
import type { PlanInput } from '../../core/raffle/plan.ts'
import type { Raffle } from '../../core/raffle/shape.ts'
import type { Hex } from '../../db/bytes.ts'
import { listRaffles } from '../../db/raffles/list.ts'
import { planRaffle } from '../../db/raffles/plan.ts'
import { roles } from '../../scripts/deploy/roles.ts'
import { startDraw } from '../../workers/draw/start.ts'
import { type Activity, openActivity } from './activity.ts'
import { type SettleWorld, silentLogger, startWorld } from './settle.ts'

const PRICE = 100n

/** A local beacon that is years ahead: every round is there when it is asked for. */
async function openFarBeacon(key: Hex) {
  const now = () => Math.floor(Date.now() / 1000) + 2 ** 28
  const server = await startBeacon({ port: 0, key, genesis: LOCAL_BEACON_GENESIS, now })
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

/** An operator's account with its role, and members with karma and an allowance. */
async function equip({ chain, members }: SettleWorld, activity: Activity, operator: Hex) {
  const { deployment, deployerKey } = chain
  const grant = [roles.RAFFLE_OPERATOR, operator, 0] as const
  const data = encodeFunctionData({ abi: accessManagerAbi, functionName: 'grantRole', args: grant })
  await activity.send(privateKeyToAccount(deployerKey).address, deployment.access_manager, data)
  await activity.client.setBalance({ address: operator, value: 10n ** 20n })
  await activity.award(members.map(({ wallet }) => ({ to: wallet, amount: 10n * PRICE })))
  const args = [deployment.raffle, 2n ** 200n] as const
  const approve = encodeFunctionData({ abi: karmaAbi, functionName: 'approve', args })
  for (const { wallet } of members) {
    await activity.client.setBalance({ address: wallet, value: 10n ** 20n })
    await activity.send(wallet, deployment.karma, approve)
  }
}

export type RaffleWorld = Awaited<ReturnType<typeof startRaffleWorld>>

/** A chain, its mirror, a beacon, five members who can enter, and as many draw workers as are started. */
export async function startRaffleWorld() {
  const world = await startWorld()
  const { chain, database, members } = world
  const { deployment, rpcUrl } = chain
  const [activity, beacon] = [await openActivity(chain), await openFarBeacon(chain.beaconKey)]
  const operatorKey = generatePrivateKey()
  await equip(world, activity, privateKeyToAccount(operatorKey).address)
  const client = createTestClient({ mode: 'anvil', transport: http(rpcUrl), cacheTime: 0 }).extend(
    publicActions,
  )
  const workers: { stop: () => Promise<void> }[] = []
  const call = (from: Hex, functionName: 'enter' | 'draw' | 'settle' | 'claim', args: readonly unknown[]) =>
    activity.send(
      from,
      deployment.raffle,
      encodeFunctionData({ abi: raffleAbi, functionName, args } as never),
    )
  const chainNow = async () => Number((await client.getBlock()).timestamp)
  const read = async (id: string, memberId: string | null = null): Promise<Raffle | undefined> => {
    const asked = { id, memberId, now: new Date(), contract: deployment.raffle, limit: 1 }
    return (await listRaffles(database.app, asked)).items[0]
  }
  return {
    ...{ chain, database, members, activity, client, beaconUrl: beacon.url, call, read, chainNow },
    anvil: world.anvil,
    operator: privateKeyToAccount(operatorKey).address,
    /** One more worker. */
    work: (beaconUrls: readonly string[] = [beacon.url]) => {
      const options = { rpcUrl, operatorKey, deployment, beaconUrls, pollMs: 50, graceMs: 200 }
      const worker = startDraw({ ...options, sql: database.app, logger: silentLogger })
      workers.push(worker)
      return worker
    },
    /** A raffle that closes so many seconds from now by the chain's clock. @returns the plan's id */
    plan: async (seconds: number, changed: Partial<PlanInput> = {}) => {
      const from = Math.max(await chainNow(), Math.floor(Date.now() / 1000))
      const input = {
        ...{
          title: 'Friday',
          text: '',
          prizes: [{ title: 'A pair', count: 2 }],
          price: String(PRICE),
          tier: 0,
        },
        closes_at: new Date((from + seconds) * 1000).toISOString(),
        ...changed,
      }
      return planRaffle(database.app, { memberId: members[0]?.id ?? '', input, now: new Date() })
    },
    /** What decides a raffle: anyone can have it from the beacon. */
    signatureOf: async (id: bigint): Promise<Hex> => {
      const contract = { address: deployment.raffle, abi: raffleAbi } as const
      const { round } = await client.readContract({ ...contract, functionName: 'raffleOf', args: [id] })
      const { signature } = signRound(chain.beaconKey, round)
      return verifyRound(localNetwork(chain.beaconKey, LOCAL_BEACON_GENESIS), round, signature).uncompressed
    },
    /** The chain's clock goes on at once, by a block. */
    pass: async (seconds: number) => {
      await client.increaseTime({ seconds })
      await client.mine({ blocks: 1 })
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.stop()))
      beacon.close()
      await world.close()
    },
  }
}
