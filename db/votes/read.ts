import { Final } from '../../core/errors.ts'
import type { ProposalDetail, ProposalPage } from '../../core/vote/shape.ts'
import { type Hex, toHex } from '../bytes.ts'
import type { Db, Sql } from '../client.ts'
import { walletsOf } from '../ledger/wallets.ts'
import { inTransaction } from '../transaction.ts'
import { listCast } from './cast.ts'
import { voteClock } from './clock.ts'
import { callsOf, type ProposalRow, proposalColumns, proposalFrom, proposalHex } from './row.ts'
import { type Reader, tellProposal } from './tell.ts'

/** How many votes of a proposal are listed. */
const LISTED = 100

export type Reading = {
  featureFlags: Hex
  /** null when not signed in. */
  memberId: string | null
  now: Date
}

/** Everything at one block. */
async function atOneBlock<T>(sql: Sql, work: (tx: Db) => Promise<T>): Promise<T> {
  return inTransaction(sql, async (tx) => {
    await tx`set transaction isolation level repeatable read, read only`
    return work(tx)
  })
}

async function readerOf(db: Db, { featureFlags, memberId, now: asked }: Reading) {
  const { blockNumber, now } = await voteClock(db, asked)
  const wallets = memberId === null ? [] : await walletsOf(db, memberId)
  const reader: Reader = { featureFlags, wallets, now }
  return { blockNumber, reader }
}

export type ProposalsAsked = Reading & {
  limit: number
  /** Id of the last one of the page before. */
  before?: string | undefined
}

async function rowsBefore(db: Db, { limit, before }: ProposalsAsked): Promise<ProposalRow[]> {
  const after = before
    ? db`(p.block_number, p.log_index) < (select q.block_number, q.log_index from chain.proposal q
        where q.proposal_id = ${String(BigInt(before))})`
    : db`true`
  return db<ProposalRow[]>`
    select ${db.unsafe(proposalColumns)} from ${db.unsafe(proposalFrom)} where ${after}
      order by p.block_number desc, p.log_index desc limit ${limit + 1}`
}

/** Proposals, the newest first, each with what it does and whether the reader's vote counts. */
export async function listProposals(sql: Sql, asked: ProposalsAsked): Promise<ProposalPage> {
  return atOneBlock(sql, async (tx) => {
    const { blockNumber, reader } = await readerOf(tx, asked)
    const rows = await rowsBefore(tx, asked)
    const shown = rows.slice(0, asked.limit)
    const items: ProposalPage['items'] = []
    // One connection: one after the other.
    for (const row of shown) items.push(await tellProposal(tx, row, reader))
    const last = rows.length > asked.limit ? shown.at(-1) : undefined
    return { block_number: blockNumber, items, next: last ? proposalHex(last.id) : null }
  })
}

/** One proposal, with who voted how. @throws Final `vote.not-found` */
export async function readProposal(sql: Sql, asked: Reading & { id: string }): Promise<ProposalDetail> {
  return atOneBlock(sql, async (tx) => {
    const { reader } = await readerOf(tx, asked)
    const [row] = await tx<ProposalRow[]>`
      select ${tx.unsafe(proposalColumns)} from ${tx.unsafe(proposalFrom)}
        where p.proposal_id = ${String(BigInt(asked.id))}`
    if (!row)
      throw new Final({
        code: 'vote.not-found',
        message: 'There is no such proposal.',
        fix: 'Look at the list: one just made appears with its block.',
      })
    return {
      ...(await tellProposal(tx, row, reader)),
      calls: callsOf(row).map(({ value, ...call }) => ({ ...call, value: String(value) })),
      description_hash: toHex(row.description_hash),
      cast: await listCast(tx, row.id, LISTED),
    }
  })
}
