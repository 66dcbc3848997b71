import { vapidFileShape } from './shape.ts'
import { openSource } from './source.ts'

/** The pair by which push services know us, base64url. */
export type VapidKeys = { publicKey: string; privateKey: string }

/**
 * @param given VAPID_KEYS: the path of vapid.json as `npm run keys` writes it, or its JSON
 * @throws Final `config.invalid`
 */
export function openVapidKeys(given: string): () => VapidKeys {
  const read = openSource('VAPID_KEYS', given, vapidFileShape)
  return () => {
    const { public_key: publicKey, private_key: privateKey } = read()
    return { publicKey, privateKey }
  }
}
