import { Final, Retryable } from '../errors.ts'

export type Line = {
  /** The forwarder's next number for the wallet. */
  next: bigint
  /** Numbers of the wallet's requests that wait or are on their way. */
  waiting: readonly bigint[]
}

/** The number that the wallet's next request is signed with. */
export function endOfLine({ next, waiting }: Line): bigint {
  return waiting.reduce((end, nonce) => (nonce >= end ? nonce + 1n : end), next)
}

/**
 * Where a new request stands among the wallet's others, which are carried out one after the other: `first` can be tried
 * on the chain now, one `behind` only when the others are through.
 * @throws Final `relay.nonce` when its number is used or taken; Retryable `relay.nonce` when earlier ones are missing
 */
export function placeInLine(nonce: bigint, line: Line): 'first' | 'behind' {
  if (nonce < line.next)
    throw new Final({
      code: 'relay.nonce',
      message: 'The request was carried out already, or another one took its place.',
      fix: 'Look whether it took effect before you do it again.',
    })
  if (line.waiting.includes(nonce))
    throw new Final({
      code: 'relay.nonce',
      message: 'A request of this wallet with this number is on its way already.',
      fix: 'Follow that one, or sign this with the number that GET /api/relay/nonce tells.',
    })
  const end = endOfLine(line)
  if (nonce > end)
    throw new Retryable({
      code: 'relay.nonce',
      message: `The request has number ${nonce}, and the wallet's next one is ${end}.`,
      fix: `Sign it with number ${end}.`,
    })
  return nonce === line.next ? 'first' : 'behind'
}
