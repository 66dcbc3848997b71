import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** One value of ASN.1 in DER. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const length =
    body.length < 128
      ? [body.length]
      : body.length < 256
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const hex = (text: string) => Buffer.from(text, 'hex')
const time = (text: string) => der(0x17, Buffer.from(text))
const ED25519 = sequence(hex('06032b6570'))

/** Subject alternative name and "is a CA": so the certificate can be trusted as its own root. */
function extensions(name: string): Buffer {
  const names = sequence(der(0x82, Buffer.from(name)))
  const subjectNames = sequence(hex('0603551d11'), der(0x04, names))
  const isRoot = sequence(hex('0603551d13'), hex('0101ff'), der(0x04, sequence(hex('0101ff'))))
  return der(0xa3, sequence(subjectNames, isRoot))
}

function body(name: string, publicKey: KeyObject): Buffer {
  const who = sequence(der(0x31, sequence(hex('0603550403'), der(0x0c, Buffer.from(name)))))
  const life = sequence(time('200101000000Z'), time('491231235959Z'))
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  return sequence(hex('a003020102'), hex('020101'), ED25519, who, life, who, spki, extensions(name))
}

/** A certificate for a name, signed by its own new key (RFC 5280, RFC 8410), and that key, both PEM. */
export function makeCertificate(name: string): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const signed = body(name, publicKey)
  const whole = sequence(signed, ED25519, der(0x03, Buffer.from([0]), sign(null, signed, privateKey)))
  const lines = whole.toString('base64').replace(/.{64}(?=.)/g, '$&\n')
  const cert = `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}
