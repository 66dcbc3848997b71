import { BaseError } from 'viem'
import { Final, isSnpdError, Retryable } from '../../../core/errors.ts'
import { revertReason } from '../../../core/relay/reason.ts'
import type { Hex } from '../../../core/typed-data/domain.ts'
import { isOutOfGas } from '../account.ts'

/** The bytes an error carries: of a node's answer, not what viem decoded from them. */
function bytesOf(error: unknown): Hex | undefined {
  const { data } = error as { data?: unknown }
  if (typeof data === 'string') return data as Hex
  const inner = (data as { data?: unknown } | undefined)?.data
  return typeof inner === 'string' ? (inner as Hex) : undefined
}

/** What a call reverted with: '0x' for no reason, undefined when it did not revert but fail on the way. */
export function revertData(error: unknown): Hex | undefined {
  if (!(error instanceof BaseError)) return undefined
  const found = error.walk((each) => bytesOf(each) !== undefined)
  if (found) return bytesOf(found)
  const halted = error.walk((each) => /revert|out of gas|invalid ?(fe)?opcode/i.test((each as Error).message))
  return halted ? '0x' : undefined
}

/** A revert as the refusal it is; rethrows everything else. */
export function throwRefused(cause: unknown): never {
  const revert = revertData(cause)
  if (revert === undefined) throw cause
  throw new Final({ code: 'relay.refused', ...revertReason(revert), cause })
}

export function noGas(relayer: Hex, cause: unknown): Retryable {
  return new Retryable({
    code: 'relay.no-gas',
    message: `The relayer account ${relayer} cannot pay for gas, so nothing is sent for members.`,
    fix: `Send the chain's own currency to ${relayer}; what waits is then sent by itself.`,
    cause,
  })
}

/** Whatever a node or the way to it did to us, as something worth another try. Our own errors stay what they are. */
export function toRelayError(error: unknown, { origin, relayer }: { origin: string; relayer?: Hex }): Error {
  if (isSnpdError(error)) return error
  const chained = error instanceof BaseError ? error : undefined
  if (relayer && chained && isOutOfGas(chained)) return noGas(relayer, error)
  return new Retryable({
    code: 'chain.unreachable',
    message: `The chain at ${origin} does not answer: ${chained?.shortMessage ?? String(error)}`,
    fix: 'Check RPC_URL and that the node is running.',
    cause: error,
  })
}
