import { bls12_381 } from '@noble/curves/bls12-381.js'
import { expect, test } from 'vitest'
import { QUICKNET_FIRST } from '../../test/support/beacon.ts'
import { isSnpdError } from '../errors.ts'
import { localNetwork, signRound } from './local.ts'
import { quicknet } from './network.ts'
import { verifyRound } from './signature.ts'

const first = bls12_381.G1.Point.fromHex(QUICKNET_FIRST)
const key = `0x${'5a'.repeat(32)}` as const
const network = localNetwork(key, 1_000)

/** The code with which a signature of quicknet's round is refused. */
function refusal(signature: string, round = 1n): string {
  try {
    verifyRound(quicknet, round, signature)
  } catch (error) {
    return isSnpdError(error) ? error.code : String(error)
  }
  return 'accepted'
}

test('the point on the other side, and the same flag on another point, are refused', () => {
  expect(refusal(first.negate().toHex())).toBe('beacon.signature')
  expect(refusal(first.double().toHex())).toBe('beacon.signature')
  expect(refusal(first.toHex())).toBe('accepted')
})

test('infinity, a point of order three, the uncompressed form and other lengths are refused', () => {
  const infinity = `c0${'00'.repeat(47)}`
  const orderThree = `80${'00'.repeat(47)}`
  const others = [
    '',
    'zz'.repeat(48),
    QUICKNET_FIRST.slice(2),
    `${QUICKNET_FIRST}00`,
    QUICKNET_FIRST.toUpperCase(),
  ]
  for (const signature of [infinity, orderThree, first.toHex(false), ...others])
    expect(refusal(signature)).toBe('beacon.signature')
})

test('x + P, which is the same x, is refused', () => {
  const { x } = first.toAffine()
  const wide = (x + bls12_381.fields.Fp.ORDER).toString(16).padStart(96, '0')
  const flagged = (Number.parseInt(wide.slice(0, 2), 16) | 0xa0).toString(16) + wide.slice(2)
  expect(refusal(flagged)).toBe('beacon.signature')
})

test('every single flipped bit is refused', () => {
  for (let bit = 0; bit < 384; bit += 7) {
    const flipped = BigInt(`0x${QUICKNET_FIRST}`) ^ (1n << BigInt(bit))
    expect(refusal(flipped.toString(16).padStart(96, '0')), `bit ${bit}`).toBe('beacon.signature')
  }
})

test('rounds outside 1 to 2^64 - 1 are refused, even when signed', () => {
  const zero = signRound(key, 0n).signature
  expect(() => verifyRound(network, 0n, zero)).toThrowError(/rounds go from 1/)
  expect(() => verifyRound(network, -1n, zero)).toThrowError(/rounds go from 1/)
  expect(() => verifyRound(network, 2n ** 64n, zero)).toThrowError(/rounds go from 1/)
})

test('a local network is the same for the same key, and only its own key signs for it', () => {
  expect(localNetwork(key, 1_000)).toEqual(network)
  expect(localNetwork(key, 1_001).chainHash).not.toBe(network.chainHash)
  const { signature, randomness } = signRound(key, 9n)
  expect(verifyRound(network, 9n, signature).randomness).toBe(`0x${randomness}`)
  expect(() => verifyRound(network, 9n, signRound(`0x${'5b'.repeat(32)}`, 9n).signature)).toThrowError(
    /the pairing does not hold/,
  )
})
