import type { Hex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { signInWithWallet } from './siwe.ts'

const STORE = 'snpd-burner'

/** The key of this browser's throw-away wallet; made on first use. Worth nothing: it exists on the local demo chain only. */
function burnerKey(): Hex {
  const kept = localStorage.getItem(STORE)
  if (kept && /^0x[0-9a-f]{64}$/.test(kept)) return kept as Hex
  const made = generatePrivateKey()
  localStorage.setItem(STORE, made)
  return made
}

/** Signs in with the burner wallet. */
export async function signInWithBurner() {
  const account = privateKeyToAccount(burnerKey())
  return signInWithWallet({
    address: account.address,
    sign: (message) => account.signMessage({ message }),
  })
}
