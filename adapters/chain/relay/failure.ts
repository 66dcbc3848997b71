import { BaseError } from 'viem'
import { isSnpdError, Retryable } from '../../../core/errors.ts'
import type { Hex } from '../../../core/typed-data/domain.ts'

/** What a call reverted with: '0x' for no reason, undefined when it did not revert but fail on the way. */
export function revertData(error: unknown): Hex | undefined {
  if (!(error instanceof BaseError)) return undefined
  const found = error.walk((each) => 'data' in (each as object))
  const data = (found as { data?: Hex | { data?: Hex } } | null)?.data
  if (typeof data === 'string') return data
  if (data?.data) return data.data
  return error.walk((each) => /revert/i.test((each as Error).message)) ? '0x' : undefined
}

/** Whatever a node or the way to it did to us, as something worth another try. Our own errors stay what they are. */
export function toRelayError(error: unknown, { origin, relayer }: { origin: string; relayer: Hex }): Error {
  if (isSnpdError(error)) return error
  const chained = error instanceof BaseError ? error : undefined
  if (/insufficient funds/i.test(chained?.walk().message ?? ''))
    return new Retryable({
      code: 'relay.no-gas',
      message: `The relayer account ${relayer} cannot pay for gas, so nothing is sent for members.`,
      fix: `Send the chain's own currency to ${relayer}; what waits is then sent by itself.`,
      cause: error,
    })
  return new Retryable({
    code: 'chain.unreachable',
    message: `The chain at ${origin} does not answer: ${chained?.shortMessage ?? String(error)}`,
    fix: 'Check RPC_URL and that the node is running.',
    cause: error,
  })
}
