import { bls12_381 } from '@noble/curves/bls12-381.js'
import { bytesToHex } from '@noble/curves/utils.js'
import { type Hex, sha256 } from 'viem'
import type { Round } from './api.ts'
import { type BeaconNetwork, chainHashOf } from './network.ts'
import { messageOf } from './signature.ts'

const { shortSignatures: bls, fields } = bls12_381

/** Seconds between two local rounds, as quicknet's. */
const PERIOD = 3

/** A test key as a scalar: any 32 bytes serve, zero apart. */
function secretOf(key: Hex): Uint8Array {
  return fields.Fr.toBytes(fields.Fr.create(BigInt(key)))
}

/**
 * The network that one known key signs alone: for the local chain and tests, where nothing hangs on its secrecy.
 * @param key 32 bytes
 * @param genesis unix seconds of round 1
 */
export function localNetwork(key: Hex, genesis: number): BeaconNetwork {
  const publicKey = bytesToHex(bls.getPublicKey(secretOf(key)).toBytes())
  const facts = {
    publicKey,
    genesis,
    period: PERIOD,
    groupHash: sha256(key).slice(2),
    beaconId: 'snpd-local',
  }
  return { chainHash: chainHashOf(facts), ...facts }
}

/** A round of that network as drand serves it; the same for the same key, always. */
export function signRound(key: Hex, round: bigint): Round {
  const signature = bytesToHex(bls.Signature.toBytes(bls.sign(messageOf(round), secretOf(key))))
  return { round: Number(round), randomness: sha256(`0x${signature}`).slice(2), signature }
}
