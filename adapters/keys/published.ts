import type { SealingKey } from '../../core/payment/seal.ts'
import { publicFileShape } from './shape.ts'
import { openSource } from './source.ts'

/** Says which key browsers are to seal to now. */
export type PublishedKey = () => SealingKey

/**
 * The public key alone.
 * @param given CHECKOUT_PUBLIC_KEY: the path of checkout.public.json, or its JSON
 * @throws Final `config.invalid`
 */
export function openPublishedKey(given: string): PublishedKey {
  const read = openSource('CHECKOUT_PUBLIC_KEY', given, publicFileShape)
  return () => {
    const { id, public_key } = read()
    return { key_id: id, public_key }
  }
}
