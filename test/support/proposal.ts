import { encodeFunctionData, type Hex } from 'viem'
import { governorAbi } from '../../core/contracts/governor.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import type { Activity } from './activity.ts'

/** Opens a proposal for votes, made by `author`, who gets the karma for it; time passes until voting begins. */
export async function openProposal({ client, deployment, award, send }: Activity, author: Hex) {
  const governor = { address: deployment.governor, abi: governorAbi } as const
  const karma = { address: deployment.karma, abi: karmaAbi } as const
  await award([
    {
      to: author,
      amount: 1n + (await client.readContract({ ...governor, functionName: 'proposalThreshold' })),
    },
  ])
  await client.setBalance({ address: author, value: 10n ** 20n })
  await send(
    author,
    karma.address,
    encodeFunctionData({ abi: karmaAbi, functionName: 'delegate', args: [author] }),
  )
  await client.mine({ blocks: 1, interval: 10 })
  const weight = await client.readContract({ ...karma, functionName: 'getVotes', args: [author] })
  const args = [[deployment.karma], [0n], ['0x'], `proposal at ${await client.getBlockNumber()}`] as const
  const { result: proposalId } = await client.simulateContract({
    ...{ ...governor, functionName: 'propose', args, account: author },
  })
  await send(
    author,
    governor.address,
    encodeFunctionData({ abi: governorAbi, functionName: 'propose', args }),
  )
  const delay = await client.readContract({ ...governor, functionName: 'votingDelay' })
  await client.increaseTime({ seconds: Number(delay) + 60 })
  await client.mine({ blocks: 1 })
  return { proposalId, weight }
}
