import { z } from 'zod'
import { walletShape, weiShape } from '../member/shape.ts'
import { standings } from './counts.ts'
import { proposalStateShape } from './state-shape.ts'

const time = z.iso.datetime()
const hexShape = z.string().regex(/^0x([0-9a-f]{2})*$/)

/** A proposal's number as 32 bytes of hex: decimal, some of them look like payment cards. */
export const proposalIdShape = z.string().regex(/^0x[0-9a-f]{64}$/, '0x hex of 32 bytes')
const supportShape = z.union([z.literal(0), z.literal(1), z.literal(2)])

/** What a proposal changes, read from its calls. */
const changeShape = z.object({
  /** `app.…` or `karma.…`; null of a flag that this version of the product does not ask for. */
  name: z.string().nullable(),
  key: proposalIdShape,
  /** In plain words: what it is, and what it becomes instead of what. */
  words: z.string(),
  /** What held before it was executed, or holds now; as a flag says it. */
  from: weiShape,
  to: weiShape,
  /** False: outside of the bounds, so that the product would ignore it. */
  heeded: z.boolean(),
  /** Of an executed one: whether it holds still, or a later vote changed it. */
  holds: z.boolean().nullable(),
})
export type ProposalChange = z.infer<typeof changeShape>

/** One call of a proposal, as the governor takes it; `value` in wei. */
const callShape = z.object({ target: walletShape, value: weiShape, data: hexShape })

/** One wallet of the reader's, and whether its vote counts. */
const ownVoteShape = z.object({
  wallet: walletShape,
  /** Votes it has in this proposal, wei of karma ever earned. */
  weight: weiShape,
  standing: z.enum(standings),
  /** 0 against, 1 for, 2 abstain */
  voted: supportShape.nullable(),
})
export type OwnVote = z.infer<typeof ownVoteShape>

export const proposalShape = z.object({
  id: proposalIdShape,
  /** Its author's words: nothing of what it does is read from them. */
  title: z.string(),
  reason: z.string(),
  author: walletShape,
  state: proposalStateShape,
  tx_hash: proposalIdShape,
  created_at: time,
  /** Members vote after this second; whoever earned and switched on by then counts. */
  opens_at: time,
  /** The last second in which a vote counts. */
  closes_at: time,
  /** When it can take effect, of one that waits in the timelock. */
  ready_at: time.nullable(),
  executed_at: time.nullable(),
  changes: z.array(changeShape),
  /** Calls that are none of these: what they do, nobody of ours can say. */
  unread: z.array(callShape),
  /** wei of karma ever earned */
  votes_for: weiShape,
  votes_against: weiShape,
  votes_abstain: weiShape,
  /** wei that must be for it or abstain; while it waits, what that would be now */
  quorum: weiShape,
  voters: z.int(),
  mine: z.array(ownVoteShape),
})
export type Proposal = z.infer<typeof proposalShape>

export const proposalPageShape = z.object({
  /** Where the mirror stands that all of this was read from. */
  block_number: z.int(),
  items: z.array(proposalShape),
  /** For the next page; null when this is the last. */
  next: z.string().nullable(),
})
export type ProposalPage = z.infer<typeof proposalPageShape>

/** A vote as the chain tells it: by wallet. */
const castShape = z.object({
  ...{ voter: walletShape, support: supportShape, weight: weiShape, cast_at: time },
  /** What the voter said of it, empty when nothing; null: withheld by the moderators' filters, though it is on chain. */
  reason: z.string().nullable(),
})
export const proposalDetailShape = proposalShape.extend({
  /** All of its calls and the hash of its text: with these anybody can queue and execute what won. */
  calls: z.array(callShape),
  description_hash: proposalIdShape,
  /** The newest first, a hundred at most. */
  cast: z.array(castShape),
})
export type ProposalDetail = z.infer<typeof proposalDetailShape>

/** What votes obey, as the contract says it. Times are seconds. */
const voteRulesShape = z.object({
  delay: z.int(),
  period: z.int(),
  timelock: z.int(),
  /** wei of karma ever earned that an author needs among their votes */
  threshold: weiShape,
  quorum_percent: z.int(),
})
export type VoteRules = z.infer<typeof voteRulesShape>

const optionShape = z.object({
  name: z.string(),
  key: proposalIdShape,
  title: z.string(),
  unit: z.enum(['switch', 'wei', 'times', 'members', 'days', 'seconds', 'points']),
  shipped: weiShape,
  /** What holds now. */
  value: weiShape,
  min: weiShape,
  max: weiShape,
})
export type VoteOption = z.infer<typeof optionShape>

export const voteOptionsShape = z.object({
  /** Null until the mirror has seen the governor's settings. */
  rules: voteRulesShape.nullable(),
  /** Everything that a vote can change, features first. */
  options: z.array(optionShape),
  /** The reader's wallets, and the votes each has now: what a proposal of theirs would be measured by. */
  wallets: z.array(z.object({ wallet: walletShape, votes: weiShape, may_propose: z.boolean() })),
})
export type VoteOptions = z.infer<typeof voteOptionsShape>
