import { bls12_381 } from '@noble/curves/bls12-381.js'
import { hexToBytes } from '@noble/curves/utils.js'
import { concatHex, type Hex, numberToHex, sha256 } from 'viem'
import { Final } from '../errors.ts'
import type { BeaconNetwork } from './network.ts'

/** RFC 9380's domain of the scheme, chosen by drand. */
const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'
const LAST_ROUND = 2n ** 64n - 1n
const { shortSignatures: bls } = bls12_381

export type G1 = ReturnType<typeof bls.Signature.fromBytes>

export type VerifiedRound = {
  round: bigint
  /** sha256 of the compressed signature: what DrandBeacon.sol returns. */
  randomness: Hex
  /** The signature as the beacon serves it: 48 bytes of hex. */
  compressed: string
  /** The signature as DrandBeacon.sol takes it: x and y, 48 bytes each. */
  uncompressed: Hex
}

/** The point that a network signs for a round: hash_to_curve(sha256(round as 8 bytes, big endian)). */
export function messageOf(round: bigint): G1 {
  return bls.hash(sha256(numberToHex(round, { size: 8 }), 'bytes'), DOMAIN)
}

/** x and y of a point of G1, 48 bytes each. */
export function uncompress(point: G1): Hex {
  const { x, y } = point.toAffine()
  return concatHex([numberToHex(x, { size: 48 }), numberToHex(y, { size: 48 })])
}

function refuse(round: bigint, reason: string, cause?: unknown): Final {
  return new Final({
    code: 'beacon.signature',
    message: `This is not the beacon's signature of round ${round}: ${reason}.`,
    fix: 'Ask another server of the same network.',
    cause,
  })
}

/** The point, which the codec checks to be on the curve, in its subgroup and not infinity. */
function decode(round: bigint, signature: string): G1 {
  if (!/^[0-9a-f]{96}$/.test(signature)) throw refuse(round, 'it is not 48 bytes of hex')
  try {
    return bls.Signature.fromHex(signature)
  } catch (cause) {
    throw refuse(round, 'it is no point of G1', cause)
  }
}

/**
 * Verifies a network's signature over a round and opens it for the chain.
 * @param signature compressed, 48 bytes of hex as drand serves it
 * @throws Final `beacon.signature` unless it is the one
 */
export function verifyRound(
  network: Pick<BeaconNetwork, 'publicKey'>,
  round: bigint,
  signature: string,
): VerifiedRound {
  if (round < 1n || round > LAST_ROUND) throw refuse(round, 'rounds go from 1 to 2^64 - 1')
  const point = decode(round, signature)
  const valid = bls.verify(point, messageOf(round), hexToBytes(network.publicKey))
  if (!valid) throw refuse(round, 'the pairing does not hold')
  const randomness = sha256(`0x${signature}`)
  return { round, randomness, compressed: signature, uncompressed: uncompress(point) }
}
