import { checkPassword, isShort } from '../../core/auth/password.ts'
import { Final } from '../../core/errors.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import { lockMember } from '../../db/members/lock.ts'
import { setPassword } from '../../db/members/password.ts'
import { readMember } from '../../db/members/read.ts'
import { inTransaction } from '../../db/transaction.ts'
import { type Confirmation, confirmMember } from './confirm.ts'
import { hashPassword } from './hash.ts'
import type { Limit } from './limit.ts'
import type { WalletDeps } from './wallet-proof.ts'

type Change = { memberId: string; sessionId: string; password: string; confirmation: Confirmation }

/**
 * Changes a member's password, or gives one to a member who came with a wallet. Ends every other session: whoever had
 * the old password is out.
 * @throws Final `member.password`, and those of `confirmMember`; Retryable `auth.busy`
 */
export async function changePassword(
  deps: WalletDeps & { hashing: Limit; vault: KeyRing },
  { memberId, sessionId, password, confirmation }: Change,
): Promise<void> {
  await confirmMember(deps, memberId, confirmation)
  const member = await readMember(deps.sql, deps.vault, memberId)
  const { username = '', email, wallets = [] } = member ?? {}
  const words = [username, ...(email ? [email, ...email.split('@')] : [])]
  await checkPassword(password, { words, besideWallet: wallets.length > 0 })
  const hash = await deps.hashing(() => hashPassword(password))
  const changed = await inTransaction(deps.sql, async (tx) => {
    // Before the statement that looks for a wallet: its snapshot must be younger than an unlinking that it waited for.
    await lockMember(tx, memberId)
    return setPassword(tx, { id: memberId, hash, isShort: isShort(password) })
  })
  if (!changed)
    throw new Final({
      code: 'member.password',
      message: 'The password is too short now that no wallet is linked.',
      fix: 'Choose a longer one.',
    })
  await deps.stores.sessions.endAll(memberId, sessionId)
}
