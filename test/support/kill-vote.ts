import { join } from 'node:path'
import { encodeFunctionData } from 'viem'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { featureFlagsAbi } from '../../core/contracts/featureFlags.ts'
import { governorAbi } from '../../core/contracts/governor.ts'
import { flagKey } from '../../core/karma/flag-key.ts'
import type { Random } from '../../core/random.ts'
import { changeCalls, partsOf } from '../../core/vote/change.ts'
import type { Proposal } from '../../core/vote/shape.ts'
import { isProposalEnd, type ProposalState } from '../../core/vote/states.ts'
import type { Hex } from '../../db/bytes.ts'
import { connect, type Sql } from '../../db/client.ts'
import { listProposals, readProposal } from '../../db/votes/read.ts'
import { type Activity, member, openActivity } from './activity.ts'
import { startChain } from './chain.ts'
import { createKiller, type Killer } from './kill.ts'
import { type KillChain, openKillChain } from './kill-chain.ts'
import { openKillMirror } from './kill-mirror.ts'
import type { Subject } from './kill-setting.ts'
import { openNursery } from './sim-process.ts'
import { addAuthor, winVote } from './voting.ts'

const key = flagKey('app.follows')
const author = member(1)
const stranger = member(2)
/** Votes that a run begins with. */
const READY = 3
/** Enough for any call of these. */
const GAS = '0xf4240'
/** OpenZeppelin's ProposalState. */
const chainEnds: Readonly<Record<number, string>> = { 2: 'canceled', 3: 'defeated', 7: 'executed' }

type World = { chain: KillChain; sql: Sql; activity: Activity }

class VoteSubject implements Subject {
  /** No two proposals decide the same: what the flag is tells which was the last. */
  #next = 10n
  /** The block that this run began at. */
  #from = 0n
  readonly #world: World

  constructor(world: World) {
    this.#world = world
  }

  /** With votes that were won already: the keepers have them to bring on from their first moment on. */
  async reset(): Promise<void> {
    const { sql, chain, activity } = this.#world
    await sql`delete from app.keeper_transaction`
    await chain.ask('evm_setAutomine', true)
    this.#from = BigInt(await chain.height())
    for (let ready = 0; ready < READY; ready++) {
      const value = this.#next++
      await winVote(activity, { changes: [{ key, value }], text: `To ${value}` })
    }
  }

  async act(random: Random): Promise<string> {
    const kind = random(10)
    if (kind < 3) return this.#propose()
    return kind < 9 ? this.#further(random) : this.#meddle(random)
  }

  async #send(from: Hex, data: Hex): Promise<void> {
    const { activity, chain } = this.#world
    const params = [{ from, to: chain.deployment.governor, data, gas: GAS }] as never
    await activity.client.request({ method: 'eth_sendTransaction' as never, params }).catch(() => undefined)
  }

  async #pass(seconds: number): Promise<string> {
    await this.#world.chain.ask('evm_increaseTime', seconds)
    return 'time passed'
  }

  async #propose(): Promise<string> {
    const { chain } = this.#world
    const value = this.#next++
    const calls = changeCalls(chain.deployment.feature_flags, [{ key, value }])
    const args = [...partsOf(calls), `To ${value}`] as const
    await this.#send(author, encodeFunctionData({ abi: governorAbi, functionName: 'propose', args }))
    return 'proposal'
  }

  /** Of those that the mirror has. */
  async #some(random: Random, isMeant: (state: ProposalState) => boolean): Promise<Proposal | undefined> {
    const { items } = await this.#list()
    const meant = items.filter(({ state }) => isMeant(state))
    return meant[random(Math.max(1, meant.length))]
  }

  #list() {
    const { sql, chain } = this.#world
    const featureFlags = chain.deployment.feature_flags
    return listProposals(sql, { featureFlags, memberId: null, now: new Date(), limit: 50 })
  }

  /** What brings one of them on that is not the keeper's: its vote, and time. */
  async #further(random: Random): Promise<string> {
    const found = await this.#some(random, (state) => !isProposalEnd(state))
    if (!found) return this.#propose()
    if (found.state === 'pending') return this.#pass(6)
    if (found.state !== 'active') return this.#pass(20)
    if (found.voters > 0) return this.#pass(130)
    const args = [BigInt(found.id), random(5) === 0 ? 0 : 1] as const
    await this.#send(author, encodeFunctionData({ abi: governorAbi, functionName: 'castVote', args }))
    return 'vote'
  }

  /** Anyone may queue and execute: a stranger does, beside the keepers, in time or not. */
  async #meddle(random: Random): Promise<string> {
    const found = await this.#some(random, (state) => state !== 'executed')
    if (!found) return 'nothing to meddle with'
    const { sql, chain } = this.#world
    const asked = { id: found.id, featureFlags: chain.deployment.feature_flags, memberId: null }
    const { calls, description_hash } = await readProposal(sql, { ...asked, now: new Date() })
    const made = calls.map(({ target, value, data }) => ({
      ...{ target: target as Hex, value: BigInt(value), data: data as Hex },
    }))
    const args = [...partsOf(made), description_hash as Hex] as const
    const functionName = random(2) === 0 ? 'queue' : 'execute'
    await this.#send(stranger, encodeFunctionData({ abi: governorAbi, functionName, args }))
    return 'a stranger beside them'
  }

  /** Votes end by time alone: it is let pass. */
  async left(): Promise<string | undefined> {
    const { items } = await this.#list()
    const open = items.filter(({ state }) => !isProposalEnd(state))
    if (open.length === 0) return undefined
    await this.#pass(5)
    return open.map(({ id, state }) => `${id} is ${state}`).join(', ')
  }

  async requireRight(): Promise<void> {
    const { activity, chain } = this.#world
    const { governor: address, feature_flags } = chain.deployment
    const range = { fromBlock: this.#from, toBlock: 'latest', strict: true } as const
    const events = await activity.client.getContractEvents({ address, abi: governorAbi, ...range })
    const ids = (name: string) =>
      events.flatMap(({ eventName, args }) =>
        eventName === name && 'proposalId' in args ? [args.proposalId] : [],
      )
    for (const id of ids('ProposalCreated')) await this.#requireEnded(id)
    const executed = ids('ProposalExecuted')
    if (new Set(executed).size < executed.length) throw new Error('a vote was carried out twice')
    const sets = await activity.client.getContractEvents({
      ...{ address: feature_flags, abi: featureFlagsAbi, eventName: 'FlagSet' },
      ...range,
    })
    if (sets.length !== executed.length)
      throw new Error(`${executed.length} votes were carried out and set the flag ${sets.length} times`)
  }

  /** At its end on the chain, which is what the mirror says. */
  async #requireEnded(id: bigint): Promise<void> {
    const { activity, chain, sql } = this.#world
    const asked = { address: chain.deployment.governor, abi: governorAbi, functionName: 'state' } as const
    const state = await activity.client.readContract({ ...asked, args: [id] })
    const end = chainEnds[state]
    if (!end) throw new Error(`proposal ${id} is in state ${state}`)
    const [row] = await sql<{ step: string | null }[]>`
      select step from chain.proposal_now where proposal_id = ${String(id)}`
    if ((row?.step ?? 'defeated') !== end) throw new Error(`${id} is ${end}, the mirror says ${row?.step}`)
  }
}

/** @param urls a migrated database, as its two roles; what it holds is lost */
export async function openVoteKiller(urls: { appUrl: string; indexerUrl: string }): Promise<Killer> {
  const node = await startChain(undefined, { states: 800 })
  const chain = { ...node, ...(await openKillChain(node)) }
  const sql = connect(urls.appUrl, { name: 'kill', max: 2 })
  const activity = await openActivity(chain)
  await addAuthor(activity)
  const keeperKey = generatePrivateKey()
  await activity.client.setBalance({ address: privateKeyToAddress(keeperKey), value: 10n ** 24n })
  const mirror = await openKillMirror(chain, urls.indexerUrl)
  const nursery = openNursery<object>(join(import.meta.dirname, 'kill-keeper.ts'))
  const setting = {
    ...{ chain, mirror, nursery, appUrl: urls.appUrl },
    options: { keeperKey, deployment: node.deployment },
    subject: new VoteSubject({ chain, sql, activity }),
  }
  return createKiller(setting, async () => {
    await nursery.close()
    await mirror.close()
    await Promise.all([node.close(), sql.end({ timeout: 2 })])
  })
}
