import {
  type Abi,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  numberToHex,
  parseEventLogs,
  toEventSelector,
} from 'viem'
import { z } from 'zod'
import { drandBeaconAbi } from '../../core/contracts/drandBeacon.ts'
import { raffleAbi } from '../../core/contracts/raffle.ts'
import type { Deployment } from '../../core/deployment.ts'
import { Final, isSnpdError } from '../../core/errors.ts'
import type { RaffleFacts } from '../../core/raffle/check.ts'
import { type Log, readLogs } from './logs.ts'
import { badAnswer, blockNumber, type Rpc, resultOf } from './rpc.ts'

/** What the beacon's contract trusts. */
export type BeaconFacts = { publicKey: Hex; genesis: number; period: number }
/** What a node tells of one raffle; undefined where there is no such event. */
export type RaffleStory = {
  created?: RaffleFacts['created']
  /** In the order of the tickets that the events name. */
  entered: RaffleFacts['entered']
  drawn?: RaffleFacts['drawn']
  ended?: 'Cancelled' | 'Expired'
}

const names = ['RaffleCreated', 'Entered', 'Drawn', 'Cancelled', 'Expired'] as const
const events = raffleAbi.filter((item) => item.type === 'event')
const selectors = events.filter(({ name }) => names.some((each) => each === name)).map(toEventSelector)
const bytesShape = z.templateLiteral(['0x', z.string().regex(/^([0-9a-f]{2})*$/)])

type Read<
  Contract extends Abi,
  Name extends ContractFunctionName<Contract, 'view' | 'pure'>,
  Args extends ContractFunctionArgs<Contract, 'view' | 'pure', Name>,
> = { address: Hex; abi: Contract; functionName: Name; args?: Args }

function noContract({ origin }: Rpc, address: Hex): Final {
  return new Final({
    code: 'chain.no-contracts',
    message: `The chain at ${origin} has no contract at ${address}.`,
    fix: 'Point RPC_URL at the chain that the contracts are on, or DEPLOYMENT at the file for this one.',
  })
}

/** One view of a contract at the latest block. */
async function read<
  const Contract extends Abi,
  Name extends ContractFunctionName<Contract, 'view' | 'pure'>,
  const Args extends ContractFunctionArgs<Contract, 'view' | 'pure', Name>,
>(rpc: Rpc, { address, ...call }: Read<Contract, Name, Args>) {
  const data = encodeFunctionData(call as Parameters<typeof encodeFunctionData>[0])
  const [answer] = await rpc.batch([{ method: 'eth_call', params: [{ to: address, data }, 'latest'] }])
  const result = resultOf(rpc, answer, bytesShape)
  if (result === '0x') throw noContract(rpc, address)
  try {
    const decoded = decodeFunctionResult({ ...call, data: result } as Parameters<
      typeof decodeFunctionResult
    >[0])
    return decoded as ContractFunctionReturnType<Contract, 'view' | 'pure', Name, Args>
  } catch (cause) {
    throw badAnswer(rpc.origin, `no ${call.functionName} of the contract`, cause)
  }
}

/** Nodes refuse ranges they find too large: then both halves are asked for. */
async function readAllLogs(rpc: Rpc, address: Hex, range: { from: number; to: number }): Promise<Log[]> {
  try {
    return await readLogs(rpc, { addresses: [address], events: selectors }, range)
  } catch (error) {
    if (!isSnpdError(error) || error.code !== 'chain.bad-answer' || range.from >= range.to) throw error
    const middle = Math.floor((range.from + range.to) / 2)
    const first = await readAllLogs(rpc, address, { from: range.from, to: middle })
    return first.concat(await readAllLogs(rpc, address, { from: middle + 1, to: range.to }))
  }
}

/**
 * What the chain's events tell of a raffle.
 * @throws Retryable `chain.unreachable`, `chain.bad-answer`
 */
export async function readStory(rpc: Rpc, deployment: Deployment, id: bigint): Promise<RaffleStory> {
  const range = { from: deployment.start_block, to: await blockNumber(rpc) }
  const topic = numberToHex(id, { size: 32 })
  const logs = (await readAllLogs(rpc, deployment.raffle, range)).filter(({ topics }) => topics[1] === topic)
  const story: RaffleStory = { entered: [] }
  for (const { eventName, args } of parseEventLogs({ abi: events, logs: logs as never })) {
    if (eventName === 'RaffleCreated') story.created = args
    else if (eventName === 'Entered') story.entered.push(args)
    else if (eventName === 'Drawn') story.drawn = args
    else if (eventName === 'Cancelled' || eventName === 'Expired') story.ended = eventName
  }
  return story
}

/** What the raffle's contract says of itself and of one raffle. @throws Retryable `chain.unreachable`, `chain.bad-answer`; Final `chain.no-contracts` */
export async function readTold(rpc: Rpc, { raffle }: Deployment, id: bigint): Promise<RaffleFacts['told']> {
  const contract = { address: raffle, abi: raffleAbi } as const
  const [margin, winners, { entries }] = await Promise.all([
    read(rpc, { ...contract, functionName: 'MARGIN' }),
    read(rpc, { ...contract, functionName: 'winnersOf', args: [id] }),
    read(rpc, { ...contract, functionName: 'raffleOf', args: [id] }),
  ])
  return { margin: Number(margin), winners: winners.map(Number), entries }
}

/** Seconds from a raffle's close to its round. @throws Retryable `chain.unreachable`, `chain.bad-answer`; Final `chain.no-contracts` */
export async function readMargin(rpc: Rpc, { raffle }: Deployment): Promise<number> {
  return Number(await read(rpc, { address: raffle, abi: raffleAbi, functionName: 'MARGIN' }))
}

/** How many raffles there are. @throws Retryable `chain.unreachable`, `chain.bad-answer`; Final `chain.no-contracts` */
export async function countRaffles(rpc: Rpc, { raffle }: Deployment): Promise<bigint> {
  return read(rpc, { address: raffle, abi: raffleAbi, functionName: 'count' })
}

/** What the beacon's contract was deployed with. @throws Retryable `chain.unreachable`, `chain.bad-answer`; Final `chain.no-contracts` */
export async function readBeacon(rpc: Rpc, { beacon }: Deployment): Promise<BeaconFacts> {
  const contract = { address: beacon, abi: drandBeaconAbi } as const
  const [publicKey, genesis, period] = await Promise.all([
    read(rpc, { ...contract, functionName: 'publicKey' }),
    read(rpc, { ...contract, functionName: 'GENESIS' }),
    read(rpc, { ...contract, functionName: 'PERIOD' }),
  ])
  return { publicKey, genesis: Number(genesis), period: Number(period) }
}
