import { bls12_381 } from '@noble/curves/bls12-381.js'
import { concatHex, type Hex, numberToHex } from 'viem'
import type { BeaconNetwork } from './network.ts'
import type { VerifiedRound } from './signature.ts'

/** A compressed point of G2 as EIP-2537 writes it: x.c0, x.c1, y.c0, y.c1, each in 64 bytes. */
function encodeKey(publicKey: string): Hex {
  const { x, y } = bls12_381.G2.Point.fromHex(publicKey).toAffine()
  return concatHex([x.c0, x.c1, y.c0, y.c1].map((element) => numberToHex(element, { size: 64 })))
}

/**
 * What DrandBeacon.sol is constructed with.
 * @param known any round of the network; the constructor verifies it, so that a wrong key or a chain without the precompiles cannot be deployed on
 */
export function deploymentArguments(network: BeaconNetwork, known: VerifiedRound) {
  const { publicKey, genesis, period } = network
  return [encodeKey(publicKey), BigInt(genesis), BigInt(period), known.round, known.uncompressed] as const
}
