import { bls12_381 } from '@noble/curves/bls12-381.js'
import { concatHex, type Hex, numberToHex } from 'viem'
import type { Round } from './api.ts'
import type { BeaconNetwork } from './network.ts'
import { verifyRound } from './signature.ts'

/** A compressed point of G2 as EIP-2537 writes it: x.c0, x.c1, y.c0, y.c1, each in 64 bytes. */
function encodeKey(publicKey: string): Hex {
  const { x, y } = bls12_381.G2.Point.fromHex(publicKey).toAffine()
  return concatHex([x.c0, x.c1, y.c0, y.c1].map((element) => numberToHex(element, { size: 64 })))
}

/**
 * What DrandBeacon.sol is constructed with.
 * @param known any published round; the constructor verifies it, and so does this
 * @throws Final `beacon.signature`
 */
export function deploymentArguments(network: BeaconNetwork, known: Pick<Round, 'round' | 'signature'>) {
  const round = BigInt(known.round)
  const { uncompressed } = verifyRound(network, round, known.signature)
  return [
    encodeKey(network.publicKey),
    BigInt(network.genesis),
    BigInt(network.period),
    round,
    uncompressed,
  ] as const
}
