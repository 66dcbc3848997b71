import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'
import { type Bytes, concat, fromBase64url, toBase64url } from './bytes.ts'
import { ENC_BYTES, type Purpose, sealedLength } from './sealed.ts'

const encoder = new TextEncoder()

/** Of RFC 9180: base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
function newSuite(): CipherSuite {
  return new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
}

/** A new key pair, base64url of 32 bytes each. */
export async function newPair(): Promise<{ privateKey: string; publicKey: string }> {
  const { kem } = newSuite()
  const pair = await kem.generateKeyPair()
  const text = async (bytes: Promise<ArrayBuffer>) => toBase64url(new Uint8Array(await bytes))
  return {
    privateKey: await text(kem.serializePrivateKey(pair.privateKey)),
    publicKey: await text(kem.serializePublicKey(pair.publicKey)),
  }
}

function padded(text: string, size: number): Bytes {
  const bytes = encoder.encode(text)
  if (bytes.length > size) throw new RangeError(`At most ${size} bytes can be sealed here.`)
  return concat(bytes, new Uint8Array(size - bytes.length).fill(0x20))
}

/**
 * Seals a text to a public key (base64url): who has the private one can open it, and nobody else, the sealer included.
 * @returns base64url of enc | ciphertext | tag
 */
export async function seal(publicKey: string, { info, aad, size }: Purpose, text: string): Promise<string> {
  const suite = newSuite()
  const bytes = fromBase64url(publicKey)
  const recipientPublicKey = await suite.kem.deserializePublicKey((bytes ?? new Uint8Array()).buffer)
  const sender = { recipientPublicKey, info: encoder.encode(info) }
  const { enc, ct } = await suite.seal(sender, padded(text, size), encoder.encode(aad))
  return toBase64url(concat(new Uint8Array(enc), new Uint8Array(ct)))
}

/** The text of sealed bytes. @throws when they were not sealed to this key for just this purpose */
export async function open(
  privateKey: string,
  { info, aad, size }: Purpose,
  sealed: Uint8Array,
): Promise<string> {
  if (sealed.length !== sealedLength(size)) throw new RangeError('Not the length of what is sealed here.')
  const suite = newSuite()
  const bytes = fromBase64url(privateKey)
  const recipientKey = await suite.kem.deserializePrivateKey((bytes ?? new Uint8Array()).buffer)
  const whole = concat(sealed)
  const [enc, ct] = [whole.slice(0, ENC_BYTES), whole.slice(ENC_BYTES)]
  const recipient = { recipientKey, enc, info: encoder.encode(info) }
  return new TextDecoder().decode(await suite.open(recipient, ct, encoder.encode(aad))).trimEnd()
}
