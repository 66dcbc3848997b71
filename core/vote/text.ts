import type { Hex } from '../typed-data/domain.ts'

export const MOST_TITLE = 80
export const MOST_REASON = 600
/** What a voter says beside their vote; UTF-16 units. */
export const MOST_SAID = 280

/** What a proposal says of itself: shown as what it is, words of its author. */
export type ProposalText = { title: string; reason: string }

/**
 * The description of a proposal. The last line names who may propose it: without, whoever sees it on its way could propose
 * it first and take it back. Source: OpenZeppelin Governor, `_isValidDescriptionForProposer`.
 */
export function proposalDescription({ title, reason }: ProposalText, author: Hex): string {
  return `# ${title.trim()}\n\n${reason.trim()}\n\n#proposer=${author}`
}

const MARK = /#proposer=0x[0-9a-fA-F]{40}$/

/** Title and reason of any description, ours or not. The title is its first line, cut where it is too long. Pure. */
export function readDescription(description: string): ProposalText {
  const text = description.replace(MARK, '').trim()
  const [first = '', ...rest] = text.split('\n')
  const title = first.replace(/^#+\s*/, '').trim()
  return {
    title: title.length > MOST_TITLE ? `${title.slice(0, MOST_TITLE - 1)}…` : title || 'Without a title',
    reason: rest.join('\n').trim(),
  }
}

/** What one proposal may change at once: few enough to judge together, and to fit into a relayed call. */
export const MOST_CHANGES = 5
