import { bls12_381 } from '@noble/curves/bls12-381.js'
import { concatHex, type Hex, numberToHex } from 'viem'
import type { Round } from './api.ts'
import type { BeaconNetwork } from './network.ts'
import { verifyRound } from './signature.ts'

/** A compressed point of G2 as EIP-2537 writes it: x.c0, x.c1, y.c0, y.c1, each in 64 bytes. */
export function encodeKey(publicKey: string): Hex {
  const { x, y } = bls12_381.G2.Point.fromHex(publicKey).toAffine()
  return concatHex([x.c0, x.c1, y.c0, y.c1].map((element) => numberToHex(element, { size: 64 })))
}

/**
 * What DrandBeacon.sol is constructed with.
 * @param known any round of the network; the constructor verifies it, so that neither a wrong key nor a chain without the
 * precompiles can be deployed on, and so does this, so that the error comes before the gas
 * @throws Final `beacon.signature`
 */
export function deploymentArguments(network: BeaconNetwork, known: Pick<Round, 'round' | 'signature'>) {
  const { publicKey, genesis, period } = network
  const { round, uncompressed } = verifyRound(network, BigInt(known.round), known.signature)
  return [encodeKey(publicKey), BigInt(genesis), BigInt(period), round, uncompressed] as const
}
