import { type Abi, decodeErrorResult } from 'viem'
import { accessPassAbi } from '../contracts/accessPass.ts'
import { karmaAbi } from '../contracts/karma.ts'
import { formatKarma } from '../karma/amount.ts'
import type { Hex } from '../typed-data/domain.ts'

/** The errors of every contract that a relayed call may go to. */
const errors: Abi = [...karmaAbi, ...accessPassAbi].filter(({ type }) => type === 'error')

type Reason = { message: string; fix: string }

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
  return {
    message: `The contract refuses it: ${name}.`,
    fix: 'Load the page again: something changed since it was shown.',
  }
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
