import { createSiweMessage, parseSiweMessage } from 'viem/siwe'
import { Final } from '../errors.ts'

/** What this site asks of a Sign-In with Ethereum message. */
export type SiweExpectation = {
  /** Host and port of the site, as in ERC-4361 `domain`. */
  domain: string
  /** Origin of the site; the message's `uri` must equal it. */
  origin: string
  chainId: number
  now: Date
}

const MAX_AGE_MS = 5 * 60_000
/** A signer's clock may run ahead of ours this much. */
const SKEW_MS = 60_000

function refuse(message: string): never {
  throw new Final({
    code: 'auth.message',
    message,
    fix: 'Ask for a new nonce and sign the message your wallet shows for this site.',
  })
}

function checkTimes(
  { issuedAt, expirationTime, notBefore }: { issuedAt?: Date; expirationTime?: Date; notBefore?: Date },
  now: number,
): void {
  const issued = issuedAt?.getTime() ?? Number.NaN
  const expires = expirationTime?.getTime() ?? Number.NaN
  if (Number.isNaN(issued)) refuse('The sign-in message has no valid issued-at time.')
  if (Number.isNaN(expires)) refuse('The sign-in message has no valid expiration time.')
  if (issued > now + SKEW_MS) refuse('The sign-in message was issued in the future.')
  if (now - issued > MAX_AGE_MS) refuse('The sign-in message is older than five minutes.')
  if (expires <= now) refuse('The sign-in message has expired.')
  if (notBefore && !(notBefore.getTime() <= now + SKEW_MS)) refuse('The sign-in message is not valid yet.')
}

/**
 * Reads an ERC-4361 message and checks every field of it. viem's own validation skips absent fields and never looks
 * at chainId, uri or age. The parse must also be the whole text: written out again, the fields give the message back,
 * so nothing can hide around or inside what was parsed.
 * @returns the address (lower-case) and the nonce, which the caller must still take and whose signature it must check
 * @throws Final `auth.message`
 */
export function checkSiwe(
  message: string,
  expected: SiweExpectation,
): { address: `0x${string}`; nonce: string } {
  const fields = parseSiweMessage(message)
  const { address, domain, uri, nonce, chainId, version } = fields
  if (!address || !nonce) refuse('The sign-in message is not in the form of ERC-4361.')
  if (version !== '1') refuse('The sign-in message has another version than 1.')
  if (domain !== expected.domain) refuse('The sign-in message is for another site.')
  if (uri !== expected.origin) refuse('The sign-in message is for another address of the web.')
  if (chainId !== expected.chainId) refuse('The sign-in message is for another chain.')
  checkTimes(fields, expected.now.getTime())
  if (!isWhole(message, { ...fields, address, domain, uri, nonce, chainId, version }))
    refuse('The sign-in message is not in the form of ERC-4361.')
  return { address: address.toLowerCase() as `0x${string}`, nonce }
}

function isWhole(message: string, fields: Parameters<typeof createSiweMessage>[0]): boolean {
  // Times are compared by value above; their text may carry more or fewer fractional digits than ours.
  const plain = (text: string) =>
    text.replace(/^(Issued At|Expiration Time|Not Before): .+$/gm, '$1: ').replace(/0x[0-9a-fA-F]{40}/, '0x')
  try {
    return plain(createSiweMessage(fields)) === plain(message)
  } catch {
    return false
  }
}
