import { type Abi, keccak256, stringToHex } from 'viem'
import type { Facts } from '../../db/chain/facts.ts'
import type { Activity } from './activity.ts'
import { chainAwards } from './awards.ts'
import { type Args, just, nothing, type Said, saidOfGovernors, saidOfManagers, saidOfTokens } from './said.ts'
import { abis } from './world.ts'

/** Awards apart, which are no event of their own. */
export const saidBy: Record<Exclude<keyof Facts, 'awards'>, Said[]> = {
  transfers: [['karma', 'Transfer', ['from', 'to', 'value']]],
  batches: [['karma', 'AwardBatch', ['firstId', 'count', 'ruleset']]],
  spends: [['karma', 'Spent', ['from', 'amount', 'ref', 'burned']]],
  delegations: [['karma', 'DelegateChanged', ['delegator', 'fromDelegate', 'toDelegate']]],
  delegateVotes: [['karma', 'DelegateVotesChanged', ['delegate', 'previousVotes', 'newVotes']]],
  passes: [['access_pass', 'PassPurchased', ['member', 'tier', 'expiresAt', 'paid']]],
  tiers: [['access_pass', 'TierSet', ['tier', 'price', 'period', 'minEarned']]],
  raffles: [
    ['raffle', 'RaffleCreated', ['id', 'price', 'winners', 'closesAt', 'tier', 'round', 'prizeHash']],
  ],
  raffleEnds: [
    ['raffle', 'Cancelled', ['id', just('cancelled')]],
    ['raffle', 'Expired', ['id', just('expired')]],
  ],
  entries: [['raffle', 'Entered', ['id', 'member', 'ticket']]],
  refunds: [['raffle', 'Refunded', ['id', 'member', 'amount']]],
  draws: [['raffle', 'Drawn', ['id', 'round', 'seed']]],
  claims: [['raffle', 'Claimed', ['id', 'member', 'place']]],
  settlements: [['raffle', 'Settled', ['id', 'amount']]],
  proposals: [
    [
      'governor',
      'ProposalCreated',
      [
        ...[
          'proposalId',
          'proposer',
          'targets',
          'values',
          'calldatas',
          'voteStart',
          'voteEnd',
          'description',
        ],
        ({ description }) => keccak256(stringToHex(String(description))),
      ],
    ],
  ],
  proposalSteps: [
    ['governor', 'ProposalQueued', ['proposalId', just('queued'), 'etaSeconds']],
    ['governor', 'ProposalExecuted', ['proposalId', just('executed'), nothing]],
    ['governor', 'ProposalCanceled', ['proposalId', just('canceled'), nothing]],
  ],
  votes: [
    ['governor', 'VoteCast', ['proposalId', 'voter', 'support', 'weight', 'reason', nothing]],
    ['governor', 'VoteCastWithParams', ['proposalId', 'voter', 'support', 'weight', 'reason', 'params']],
  ],
  flags: [['feature_flags', 'FlagSet', ['key', 'value']]],
  trades: [
    [
      'trade_escrow',
      'TradeProposed',
      ['id', 'proposer', 'counterparty', 'bond', 'acceptBy', 'confirmBy', 'termsHash'],
    ],
  ],
  tradeSteps: [
    ['trade_escrow', 'TradeAccepted', ['id', just('accepted'), nothing, nothing, nothing, nothing, nothing]],
    [
      'trade_escrow',
      'TradeWithdrawn',
      ['id', just('withdrawn'), nothing, nothing, nothing, nothing, nothing],
    ],
    [
      'trade_escrow',
      'TradeConfirmed',
      ['id', just('confirmed'), 'party', nothing, nothing, nothing, nothing],
    ],
    [
      'trade_escrow',
      'TradeCompleted',
      ['id', just('completed'), nothing, nothing, nothing, nothing, nothing],
    ],
    ['trade_escrow', 'TradeDisputed', ['id', just('disputed'), 'party', 'ruleBy', nothing, nothing, nothing]],
    ['trade_escrow', 'TradeRuled', ['id', just('ruled'), 'arbiter', nothing, 'slashed', 'burned', nothing]],
    ['trade_escrow', 'TradeTimedOut', ['id', just('timed-out'), nothing, nothing, nothing, nothing, 'from']],
  ],
  forwards: [['forwarder', 'ExecutedForwardRequest', ['signer', 'nonce', 'success']]],
  ...saidOfTokens,
  ...saidOfGovernors,
  ...saidOfManagers,
}

type Log = { blockNumber: bigint; logIndex: number; transactionHash: string }
/** A row as texts: its place, then its columns. */
export type Row = (string | null)[]

/** A value as the oracle writes it. */
export function textOf(value: unknown): string | null {
  if (value === null) return null
  if (Array.isArray(value)) return value.map(textOf).join()
  const text = String(value)
  return /^0x[0-9a-f]*$/i.test(text) ? text.toLowerCase() : text.replaceAll('\0', '\u{fffd}')
}

const rowOf = ({ blockNumber, logIndex, transactionHash }: Log, values: unknown[]): Row =>
  [blockNumber, logIndex, transactionHash, ...values].map(textOf)

const inOrder = (rows: Row[]): Row[] =>
  rows.sort(([a, i], [b, j]) => Number(a) - Number(b) || Number(i) - Number(j))

/** An event's values in the order of its family's columns. */
export function valuesOf(args: Args, values: Said[2]): unknown[] {
  return values.map((value) => (typeof value === 'string' ? args[value] : value(args)))
}

/** The events of our contracts, decoded by viem, as the rows that they must be. */
export async function chainRows({ client, rpcUrl, deployment }: Activity): Promise<Record<string, Row[]>> {
  const rows: Record<string, Row[]> = {}
  for (const [family, said] of Object.entries(saidBy)) {
    const found: Row[] = []
    for (const [contract, eventName, values] of said) {
      const where = { address: deployment[contract], abi: abis[contract] as Abi, eventName }
      const range = { fromBlock: 0n, toBlock: 'latest', strict: true } as const
      for (const log of await client.getContractEvents({ ...where, ...range })) {
        const args = { ...(log.args as Args), address: log.address }
        found.push(rowOf(log, valuesOf(args, values)))
      }
    }
    rows[family] = inOrder(found)
  }
  const awards = await chainAwards(rpcUrl, deployment.karma)
  rows.awards = inOrder(awards.map(({ log, id, to, amount }) => rowOf(log, [id, to, amount])))
  return rows
}
