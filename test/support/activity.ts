import { createTestClient, encodeFunctionData, http, publicActions, walletActions } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { foundry } from 'viem/chains'
import { accessPassAbi } from '../../core/contracts/accessPass.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import type { TestChain } from './chain.ts'

type Hex = `0x${string}`
const DAY = 86_400
export const ruleset: Hex = `0x${'22'.repeat(32)}`

/** The n-th of some accounts whose keys nobody has; anvil sends for them. */
export function member(index: number): Hex {
  return `0x${(0xabc0 + index).toString(16).padStart(40, '1')}`
}

export type Activity = Awaited<ReturnType<typeof openActivity>>

/** Everything that moves karma on a test chain. Calls return once mined, or queued while mining is held. */
export async function openActivity({ rpcUrl, deployment, awarderKey, deployerKey }: TestChain) {
  const transport = http(rpcUrl, { retryCount: 0 })
  const client = createTestClient({
    mode: 'anvil',
    chain: foundry,
    transport,
    pollingInterval: 10,
    cacheTime: 0,
  })
    .extend(publicActions)
    .extend(walletActions)
  const awarder = privateKeyToAddress(awarderKey)
  await client.request({ method: 'anvil_autoImpersonateAccount' as never, params: [true] as never })
  for (let index = 0; index < 10; index++)
    await client.setBalance({ address: member(index), value: 10n ** 20n })
  let nextId = 1n
  /** A call that must succeed, from anyone. */
  const send = async (from: Hex, to: Hex, data: Hex): Promise<void> => {
    const params = [{ from, to, data, gas: '0x1c9c380' }] as never
    const hash: Hex = await client.request({ method: 'eth_sendTransaction' as never, params })
    if (!(await client.getAutomine())) return
    const { status } = await client.waitForTransactionReceipt({ hash })
    if (status !== 'success') throw new Error(`Transaction ${hash} reverted.`)
  }
  const karma = deployment.karma
  const award = (gifts: { to: Hex; amount: bigint }[]) => {
    const packed = gifts.map(({ to, amount }) => (BigInt(to) << 96n) | amount)
    const args = [nextId, packed, ruleset] as const
    nextId += BigInt(gifts.length)
    return send(awarder, karma, encodeFunctionData({ abi: karmaAbi, functionName: 'awardRun', args }))
  }
  const transfer = (from: Hex, to: Hex, amount: bigint) =>
    send(from, karma, encodeFunctionData({ abi: karmaAbi, functionName: 'transfer', args: [to, amount] }))
  const spend = (from: Hex, amount: bigint) =>
    send(from, karma, encodeFunctionData({ abi: karmaAbi, functionName: 'spend', args: [amount, ruleset] }))
  const openTier = (tier: number, price: bigint) => {
    const args = [tier, { price, period: DAY, minEarned: 0n }] as const
    const data = encodeFunctionData({ abi: accessPassAbi, functionName: 'setTier', args })
    return send(privateKeyToAddress(deployerKey), deployment.access_pass, data)
  }
  const buyPass = async (from: Hex, tier: number, price: bigint) => {
    const allow = [deployment.access_pass, price] as const
    await send(from, karma, encodeFunctionData({ abi: karmaAbi, functionName: 'approve', args: allow }))
    const args = [tier, 1, price] as const
    const data = encodeFunctionData({ abi: accessPassAbi, functionName: 'purchase', args })
    return send(from, deployment.access_pass, data)
  }
  const balance = (address: Hex) =>
    client.readContract({ address: karma, abi: karmaAbi, functionName: 'balanceOf', args: [address] })
  /** Replaces the last blocks; `calls` are transfers put into the first of the new ones. */
  const reorg = (depth: number, calls: { from: Hex; to: Hex; amount: bigint }[] = []) => {
    const transactions = calls.map(({ from, to, amount }) => {
      const args = [to, amount] as const
      const data = encodeFunctionData({ abi: karmaAbi, functionName: 'transfer', args })
      return [{ from, to: karma, data, gas: '0xf4240' }, 0]
    })
    return client.request({ method: 'anvil_reorg' as never, params: [depth, transactions] as never })
  }
  return { client, rpcUrl, deployment, send, award, transfer, spend, openTier, buyPass, balance, reorg }
}

/** Some random movement that cannot fail, by a seeded choice. */
export async function actRandomly(activity: Activity, random: (below: number) => number): Promise<void> {
  const from = member(random(6))
  const held = await activity.balance(from)
  const choice = random(9)
  if (held < 1000n || choice > 5) {
    const gifts = Array.from({ length: 1 + random(4) }, () => ({
      to: member(random(6)),
      amount: 1000n + BigInt(random(1_000_000)),
    }))
    await activity.award(gifts)
  } else if (choice === 1) await activity.spend(from, 1n + (held * BigInt(random(100))) / 200n)
  else if (choice === 2) await activity.buyPass(from, 1, 500n)
  else await activity.transfer(from, member(random(6)), (held * BigInt(random(101))) / 100n)
}
