import { type Abi, encodeFunctionData } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { accessManagerAbi } from '../../core/contracts/accessManager.ts'
import { accessPassAbi } from '../../core/contracts/accessPass.ts'
import { featureFlagsAbi } from '../../core/contracts/featureFlags.ts'
import { forwarderAbi } from '../../core/contracts/forwarder.ts'
import { governorAbi } from '../../core/contracts/governor.ts'
import { guardianAbi } from '../../core/contracts/guardian.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { raffleAbi } from '../../core/contracts/raffle.ts'
import { timelockAbi } from '../../core/contracts/timelock.ts'
import { tradeEscrowAbi } from '../../core/contracts/tradeEscrow.ts'
import type { ContractName } from '../../core/deployment.ts'
import type { Activity } from './activity.ts'
import type { TestChain } from './chain.ts'

type Hex = `0x${string}`

export const abis = {
  karma: karmaAbi,
  access_pass: accessPassAbi,
  raffle: raffleAbi,
  trade_escrow: tradeEscrowAbi,
  feature_flags: featureFlagsAbi,
  governor: governorAbi,
  forwarder: forwarderAbi,
  timelock: timelockAbi,
  access_manager: accessManagerAbi,
  guardian: guardianAbi,
} satisfies Record<Exclude<ContractName, 'beacon'>, Abi>

type Name = keyof typeof abis
export type World = Awaited<ReturnType<typeof openWorld>>

/** The contracts, as tests call them. */
export async function openWorld(chain: TestChain, activity: Activity) {
  const { client, deployment } = activity
  const data = (name: Name, functionName: string, args: unknown[]) =>
    encodeFunctionData({ abi: abis[name] as Abi, functionName, args })
  const call = (from: Hex, what: `${Name}.${string}`, ...args: unknown[]) => {
    const [name, functionName = ''] = what.split('.') as [Name, string]
    return activity.send(from, deployment[name], data(name, functionName, args))
  }
  const now = async () => Number((await client.getBlock()).timestamp)
  const pass = async (seconds: number) => {
    await client.increaseTime({ seconds })
    await client.mine({ blocks: 1 })
  }
  const operator = privateKeyToAccount(chain.deployerKey).address.toLowerCase() as Hex
  return { ...activity, chain, operator, data, call, now, pass }
}
