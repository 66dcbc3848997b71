import type { OpeningKeys } from '../../core/payment/open.ts'
import type { PublishedKey } from './published.ts'
import { keyMissing } from './ring.ts'
import { checkoutFileShape } from './shape.ts'
import { openSource } from './source.ts'

/**
 * The private keys that open what browsers sealed. For the workers and `npm run keys` alone.
 * @param given CHECKOUT_KEYS: the path of checkout.json, or its JSON
 * @throws Final `config.invalid`
 */
export function openCheckoutKeys(given: string): OpeningKeys & { current: PublishedKey } {
  const read = openSource('CHECKOUT_KEYS', given, checkoutFileShape)
  const find = (keyId: string) => {
    const held = read().keys.find(({ id }) => id === keyId)
    if (!held) throw keyMissing('CHECKOUT_KEYS', keyId)
    return held
  }
  return {
    find: (keyId) => find(keyId).private_key,
    current: () => {
      const { id, public_key } = find(read().current)
      return { key_id: id, public_key }
    },
  }
}
