import { bls12_381 } from '@noble/curves/bls12-381.js'
import { bytesToHex, concatHex, type Hex, hexToBytes, numberToBytes, sha256, toHex } from 'viem'
import { type Contract, dataOf, type Lab, openLab } from './lab.ts'

const DST = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'
// Those of drand quicknet.
const GENESIS = 1_692_803_367n
const PERIOD = 3n
const secret = numberToBytes(0x5e4bd, { size: 32 })
const schemes = bls12_381.shortSignatures

/** The test beacon's signature over a round, uncompressed. */
export function signRound(round: bigint): Hex {
  const message = schemes.hash(sha256(numberToBytes(round, { size: 8 }), 'bytes'), DST)
  return bytesToHex(schemes.sign(message, secret).toBytes(false))
}

/** A point of G2 as EIP-2537 writes it: each coordinate in 64 bytes, c0 before c1. */
function publicKey(): Hex {
  const { x, y } = schemes.getPublicKey(secret).toAffine()
  return concatHex([x.c0, x.c1, y.c0, y.c1].map((coordinate) => toHex(coordinate, { size: 64 })))
}

/** A DrandBeacon of our own key with drand quicknet's genesis and period. */
export function deployBeacon(lab: Lab): Promise<Contract> {
  return lab.deploy('contracts/DrandBeacon', [publicKey(), GENESIS, PERIOD, 1n, signRound(1n)])
}

/** What a transaction costs before its first opcode: EIP-2028 calldata (its floor, EIP-7623, lies far below). */
export function intrinsic(data: Hex): number {
  return hexToBytes(data).reduce((sum, byte) => sum + (byte === 0 ? 4 : 16), 21_000)
}

/** Gas of the execution of `verify`: the most of 16 rounds. */
export async function measureBeacon() {
  const lab = await openLab()
  const beacon = await deployBeacon(lab)
  let most = 0
  for (let i = 0n; i < 16n; i++) {
    const round = 34_000_000n + i * 7_919n
    const call = { from: lab.admin, to: beacon, name: 'verify', args: [round, signRound(round)] }
    most = Math.max(most, (await lab.send(call)) - intrinsic(dataOf(call)))
  }
  await lab.close()
  return { 'drand verify, execution': most }
}
