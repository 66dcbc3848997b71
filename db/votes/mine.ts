import { standingOf } from '../../core/vote/counts.ts'
import type { OwnVote } from '../../core/vote/shape.ts'
import type { ProposalState } from '../../core/vote/states.ts'
import type { Hex } from '../bytes.ts'
import { accountsOf } from '../chain/accounts.ts'
import { delegatesOf } from '../chain/delegates.ts'
import type { Db } from '../client.ts'
import { castBy } from './cast.ts'
import { votesAt } from './weights.ts'

export type Asked = { id: bigint; state: ProposalState; voteStart: Date; wallets: readonly Hex[]; now: Date }

/** Whether the vote of each of these wallets counts in a proposal, and why not. */
export async function ownVotes(db: Db, asked: Asked): Promise<OwnVote[]> {
  const { id, state, voteStart, wallets, now } = asked
  if (wallets.length === 0) return []
  const accounts = await accountsOf(db, wallets)
  const delegates = await delegatesOf(db, wallets)
  const weights = await votesAt(db, wallets, state === 'pending' ? now : voteStart)
  const cast = await castBy(db, id, wallets)
  return wallets.map((wallet) => {
    const own = cast.get(wallet)
    const weight = own?.weight ?? weights.get(wallet) ?? 0n
    const voted = own?.support ?? null
    const earned = accounts.get(wallet)?.earned ?? 0n
    const votesWith = delegates.get(wallet) ?? null
    const standing = standingOf({ state, earned, votesWith, account: wallet, weight, voted })
    return { wallet, weight: String(weight), standing, voted }
  })
}
