import type { FlagChange } from '../../../core/vote/change.ts'
import type { ProposalDetail } from '../../../core/vote/shape.ts'
import type { ProposalText } from '../../../core/vote/text.ts'
import { words } from '../messages/vote/acts.ts'
import type { Act } from '../relay/act.ts'

type Hex = `0x${string}`
export type Support = 0 | 1 | 2

/** ABIs and their encoder are needed to act, not to read. */
const calls = () => import('../../../core/vote/calls.ts')

/** Casts a vote: it stands once it is cast. */
export function castAct({ id, support, reason }: { id: string; support: Support; reason: string }): Act {
  return {
    ...{ name: words.castYourVote, signatures: 1 },
    call: async ({ contracts }) => {
      const { castVoteCall } = await calls()
      return castVoteCall(contracts, { proposalId: BigInt(id), support, reason })
    },
  }
}

/** Takes one's own proposal back, before its vote opens. */
export function takeBackAct({
  calls: asked,
  description_hash,
}: Pick<ProposalDetail, 'calls' | 'description_hash'>): Act {
  return {
    ...{ name: words.takeTheProposalBack, signatures: 1 },
    call: async ({ contracts }) => {
      const made = asked.map(({ target, value, data }) => {
        return { target: target as Hex, value: BigInt(value), data: data as Hex }
      })
      const { takeBackCall } = await calls()
      return takeBackCall(contracts, { calls: made, descriptionHash: description_hash as Hex })
    },
  }
}

/** Proposes that flags get these values, in the name of this wallet. */
export function proposeAct(wallet: string, proposal: ProposalText & { changes: readonly FlagChange[] }): Act {
  return {
    ...{ name: words.proposeTheChange, signatures: 1 },
    call: async ({ contracts }) => {
      const { proposeCall } = await calls()
      return proposeCall(contracts, { ...proposal, author: wallet as Hex })
    },
  }
}
