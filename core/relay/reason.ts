import { type Abi, decodeErrorResult } from 'viem'
import { accessPassAbi } from '../contracts/accessPass.ts'
import { governorAbi } from '../contracts/governor.ts'
import { karmaAbi } from '../contracts/karma.ts'
import { raffleAbi } from '../contracts/raffle.ts'
import { tradeEscrowAbi } from '../contracts/tradeEscrow.ts'
import { formatKarma } from '../karma/amount.ts'
import type { Hex } from '../typed-data/domain.ts'

/** The errors of every contract that a relayed call may go to. */
const errors: Abi = [...karmaAbi, ...accessPassAbi, ...governorAbi, ...raffleAbi, ...tradeEscrowAbi].filter(
  ({ type }) => type === 'error',
)

type Reason = { message: string; fix: string }

/** Refusals whose numbers add nothing. */
const known: Record<string, Reason> = {
  AlreadyEntered: {
    message: 'You are in this raffle already.',
    fix: 'Everyone has one ticket: wait for the draw.',
  },
  Closed: { message: 'The raffle is closed.', fix: 'Look for one that is open.' },
  PassNeeded: {
    message: 'The raffle is for members with a pass of its tier.',
    fix: 'Buy or renew the pass, then enter.',
  },
  TooLate: {
    message: 'The time for this is over.',
    fix: 'Look at the trade: it may be ended by its deadline now.',
  },
  TooEarly: { message: 'The deadline of the trade is not over yet.', fix: 'Try again when it is.' },
  NotYours: {
    message: 'This is for another party of the trade to do.',
    fix: 'Choose the account that made it.',
  },
  VoteWithoutWeight: {
    message: 'Your vote was not switched on when this proposal was made, or you had earned no karma by then.',
    fix: 'Switch your vote on now: it then counts for every later proposal.',
  },
  GovernorAlreadyCastVote: {
    message: 'You have voted on this proposal.',
    fix: 'A vote stands once it is cast.',
  },
  GovernorInvalidSignature: {
    message: 'The vote was not signed by that account for this governor.',
    fix: 'Sign it again with that account, exactly as your wallet is asked to.',
  },
  GovernorUnexpectedProposalState: {
    message: 'The proposal is not open for votes.',
    fix: 'Look when its voting begins and ends.',
  },
  GovernorUnableToCancel: {
    message: 'Only its author takes a proposal back, and only until its vote opens.',
    fix: 'Vote against it.',
  },
  GovernorRestrictedProposer: {
    message: 'This proposal is for another account to make.',
    fix: 'Sign it with the account that its text names.',
  },
  GovernorNonexistentProposal: {
    message: 'There is no such proposal.',
    fix: 'Choose one of the open proposals.',
  },
}

function plain(name: string, args: readonly unknown[]): Reason {
  const amount = (index: number) => formatKarma(args[index] as bigint)
  if (name === 'ERC20InsufficientBalance')
    return {
      message: `It takes ${amount(2)} karma and you have ${amount(1)}.`,
      fix: 'Earn some more first.',
    }
  if (name === 'ERC20InsufficientAllowance')
    return {
      message: `It takes ${amount(2)} karma and you allowed ${amount(1)}.`,
      fix: 'Do it again: your wallet then signs a new permit.',
    }
  if (name === 'PriceAbove')
    return {
      message: `It costs ${amount(0)} karma now, more than the ${amount(1)} you agreed to.`,
      fix: 'Look at the new price and decide again.',
    }
  if (name === 'GovernorInsufficientProposerVotes')
    return {
      message: `Proposing takes ${amount(2)} karma of votes and you have ${amount(1)}.`,
      fix: 'Switch your vote on, earn some more, or ask a member who has enough to propose it.',
    }
  const fix = 'Load the page again: something changed since it was shown.'
  return known[name] ?? { message: `The contract refuses it: ${name}.`, fix }
}

/** Why a call was refused, by what the contract gave back: custom errors in words, text as it is. */
export function revertReason(data: Hex | undefined): Reason {
  try {
    const { errorName, args } = decodeErrorResult({ abi: errors, data: data ?? '0x' })
    const [text] = args ?? []
    return plain(errorName === 'Error' ? String(text) : errorName, args ?? [])
  } catch {
    return plain('it gave no reason that SNPD knows', [])
  }
}
