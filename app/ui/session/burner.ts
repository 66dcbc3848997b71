import type { Hex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { type Signer, signInWithWallet } from './siwe.ts'

const STORE = 'snpd-burner'

/** The key of this browser's throw-away wallet; made on first use. Worth nothing: it exists on the local demo chain only. */
function burnerKey(): Hex {
  const kept = localStorage.getItem(STORE)
  if (kept && /^0x[0-9a-f]{64}$/.test(kept)) return kept as Hex
  const made = generatePrivateKey()
  localStorage.setItem(STORE, made)
  return made
}

function burner(): Signer {
  const account = privateKeyToAccount(burnerKey())
  return {
    address: account.address,
    sign: (message) => account.signMessage({ message }),
    signTyped: (data) => account.signTypedData(data),
  }
}

/** Signs in with the burner wallet. */
export async function signInWithBurner() {
  return signInWithWallet(burner())
}

/** The burner wallet, when it is one of these. Makes none. */
export function burnerAmong(wallets: readonly string[]): Signer | undefined {
  if (localStorage.getItem(STORE) === null) return undefined
  const signer = burner()
  return wallets.includes(signer.address.toLowerCase()) ? signer : undefined
}

/** Throws this browser's burner away: the next one is another wallet. */
export function forgetBurner(): void {
  localStorage.removeItem(STORE)
}
