import { Final } from '../../core/errors.ts'
import { requireSameChain } from '../../core/relay/admit.ts'
import { placeInLine } from '../../core/relay/line.ts'
import type { RelayRequest } from '../../core/relay/request.ts'
import { findRelayed } from '../../core/relay/whitelist.ts'
import type { Hex } from '../../db/bytes.ts'
import { listWallets } from '../../db/members/wallets.ts'
import { acceptRequest, requireOwnWallet } from '../../db/relay/accept.ts'
import { waitingNonces } from '../../db/relay/waiting.ts'
import type { Api } from './context.ts'

/** The wallet that the member's awards go to. @throws Final `relay.wallet` without any */
export async function paidWallet({ sql }: Api, memberId: string): Promise<Hex> {
  const wallet = (await listWallets(sql, memberId)).find(({ paid_to }) => paid_to)
  if (wallet) return wallet.address as Hex
  throw new Final({
    code: 'relay.wallet',
    message: 'You have no wallet to sign with.',
    fix: 'Link one on your profile.',
  })
}

/**
 * Takes a signed call in: looked at from all sides, tried out on the chain when it is the wallet's next, and written
 * down. From then on the relay worker sees it to its end.
 * @returns its id
 * @throws Final `relay.*`, `raffle.entered`, Retryable `relay.nonce`, `chain.unreachable`
 */
export async function relayRequest(
  { sql, forwarder, now }: Pick<Api, 'sql' | 'forwarder' | 'now'>,
  { memberId, request }: { memberId: string; request: RelayRequest },
): Promise<string> {
  const { contracts } = forwarder
  requireSameChain(contracts, request)
  await requireOwnWallet(sql, { memberId, wallet: request.from })
  const [next, waiting] = await Promise.all([
    forwarder.nextNonce(request.from),
    waitingNonces(sql, { wallet: request.from, now: now() }),
  ])
  const place = placeInLine(request.nonce, { next, waiting })
  await (place === 'first' ? forwarder.check(request) : forwarder.checkAhead(request))
  // The check has found it.
  const found = findRelayed(contracts, request)
  const call = `${found?.target}.${found?.signature.split('(')[0]}`
  return acceptRequest(sql, { memberId, request, call, now: now() })
}
