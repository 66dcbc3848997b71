import { encodeFunctionData, parseEther } from 'viem'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { openForwarder } from '../../adapters/chain/forwarder.ts'
import { openRpc } from '../../adapters/chain/rpc.ts'
import { governorAbi } from '../../core/contracts/governor.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { karma } from '../../core/karma/amount.ts'
import { changeCalls, type FlagChange, partsOf } from '../../core/vote/change.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { startIndexer } from '../../indexer/start.ts'
import { startKeeper } from '../../workers/keeper/start.ts'
import { type Activity, member, openActivity } from './activity.ts'
import { startChain } from './chain.ts'
import { silentLogger } from './settle.ts'
import { startTestWeb, type TestWeb } from './web.ts'

const author = member(1)

/** Time passes on chain. */
export async function later({ client }: Activity, seconds: number): Promise<void> {
  await client.increaseTime({ seconds })
  await client.mine({ blocks: 1 })
}

/** Someone with 10 karma ever earned, whose vote is on: all the karma there is. */
export async function addAuthor(activity: Activity): Promise<void> {
  const { deployment, send, award } = activity
  await award([{ to: author, amount: karma(10) }])
  await send(
    author,
    deployment.karma,
    encodeFunctionData({ abi: karmaAbi, functionName: 'delegate', args: [author] }),
  )
  await later(activity, 10)
}

/**
 * Proposed, voted for, and closed; what becomes of it is the keeper's. Each call is mined before time passes: anvil gives it
 * the time at which it is mined, not at which it was sent, and a vote cast too late is no error there, only no vote.
 * @returns the proposal's id
 */
export async function winVote(
  activity: Activity,
  { changes, text }: { changes: readonly FlagChange[]; text: string },
): Promise<bigint> {
  const { client, deployment, send } = activity
  const calls = changeCalls(deployment.feature_flags, changes)
  const propose = { abi: governorAbi, functionName: 'propose', args: [...partsOf(calls), text] } as const
  const address = deployment.governor
  const { result: id } = await client.simulateContract({ address, account: author, ...propose })
  await send(author, address, encodeFunctionData(propose))
  await later(activity, 10)
  const vote = { abi: governorAbi, functionName: 'castVote', args: [id, 1] } as const
  await send(author, address, encodeFunctionData(vote))
  await later(activity, 130)
  return id
}

export type VotingWorld = {
  web: TestWeb
  activity: Activity
  stopKeeper: () => Promise<void>
  startKeeper: () => void
  close: () => Promise<void>
}

/** The whole way of a vote without pages: chain, web, indexer and keeper, and an author who wins alone. */
export async function startVotingWorld(): Promise<VotingWorld> {
  const chain = await startChain()
  const { rpcUrl, deployment } = chain
  const activity = await openActivity(chain)
  await addAuthor(activity)
  const web = await startTestWeb(() => ({
    rpc: openRpc(rpcUrl),
    chain: { id: deployment.chain_id, token: deployment.karma, rpcUrl },
    forwarder: openForwarder({ rpcUrl, deployment }),
  }))
  const target = {
    ...{ chainId: deployment.chain_id, startBlock: deployment.start_block },
    contracts: contractsOf(deployment),
  }
  const common = { rpcUrl, logger: silentLogger }
  const indexer = startIndexer({ ...common, databaseUrl: web.db.indexerUrl, pollMs: 50, target })
  await indexer.ready
  const keeperKey = generatePrivateKey()
  await activity.client.setBalance({ address: privateKeyToAddress(keeperKey), value: parseEther('10') })
  const keeping = { ...common, keeperKey, deployment, pollMs: 50, graceMs: 100 }
  const start = () => startKeeper({ ...keeping, sql: web.db.app })
  let keeper = start()
  const close = async () => {
    await keeper.stop()
    await web.close()
    await indexer.stop()
    await chain.close()
  }
  return {
    ...{ web, activity, close, stopKeeper: () => keeper.stop() },
    startKeeper: () => {
      keeper = start()
    },
  }
}
