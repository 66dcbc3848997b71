import { concatHex, type Hex, numberToHex, sha256, stringToHex } from 'viem'

/** A drand network of the scheme bls-unchained-g1-rfc9380: signatures in G1, each round on its own. Hex as drand writes it, without 0x. */
export type BeaconNetwork = {
  /** Names the network in paths; sha256 of all below, so that nobody can serve another one under this name. */
  chainHash: string
  /** Point of G2, compressed, 96 bytes. */
  publicKey: string
  /** Unix seconds of round 1. */
  genesis: number
  /** Seconds between two rounds. */
  period: number
  /** sha256 of the founding group; stands for the seed of round 1's predecessor. */
  groupHash: string
  beaconId: string
}

/** The one scheme that DrandBeacon.sol verifies. */
export const SCHEME = 'bls-unchained-g1-rfc9380'

/** drand's public network of this scheme, since August 2023. Source: https://api.drand.sh/52db…/info */
export const quicknet: BeaconNetwork = {
  chainHash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  genesis: 1_692_803_367,
  period: 3,
  groupHash: 'f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e',
  beaconId: 'quicknet',
}

/** Where quicknet's rounds are served, by different operators; each is tried in turn. */
export const quicknetUrls = [
  'https://api.drand.sh',
  'https://drand.cloudflare.com',
  'https://api2.drand.sh',
  'https://api3.drand.sh',
]

/** Whether this is the key and the clock of drand's public network. Pure. */
export function isQuicknet({
  publicKey,
  genesis,
  period,
}: Pick<BeaconNetwork, 'publicKey' | 'genesis' | 'period'>) {
  return publicKey === quicknet.publicKey && genesis === quicknet.genesis && period === quicknet.period
}

/** The name that these facts give a network, as drand computes it. Source: drand `common/chain`, Info.Hash. */
export function chainHashOf(facts: Omit<BeaconNetwork, 'chainHash'>): string {
  const parts: Hex[] = [
    numberToHex(facts.period, { size: 4 }),
    numberToHex(facts.genesis, { size: 8 }),
    `0x${facts.publicKey}`,
    `0x${facts.groupHash}`,
    facts.beaconId === 'default' ? '0x' : stringToHex(facts.beaconId),
  ]
  return sha256(concatHex(parts)).slice(2)
}
