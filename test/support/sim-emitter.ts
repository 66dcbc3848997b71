import {
  type Abi,
  type AbiEvent,
  type AbiParameter,
  concat,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  numberToHex,
} from 'viem'
import type { Random } from '../../core/random.ts'
import { saidBy } from './oracle.ts'
import { abis } from './world.ts'

/**
 * Code that writes whatever log its call holds: a byte that counts the topics, the topics, the data. In the place of a
 * contract it says at any moment what the contract says after weeks, and in forms that few ever see.
 * Pushes four topics, copies the data to memory, and jumps to LOG0 to LOG4.
 */
export const EMITTER: Hex =
  '0x6061356041356021356001355f355f1a8060051b60010180360380915f379060021b602601565b5fa0005b5fa1005b5fa2005b5fa3005b5fa400'
/** The contracts that say what the emitter makes them say; Karma, the passes and the roles speak for themselves. */
export const PUPPETS = [
  'raffle',
  'trade_escrow',
  'feature_flags',
  'governor',
  'forwarder',
  'timelock',
  'guardian',
] as const
type Puppet = (typeof PUPPETS)[number]

const TEXTS = [
  '',
  'plain',
  'Ünïcode 🗳️ and a \0 of nothing',
  '"quo\\ted", {braced}, null',
  'long '.repeat(300),
]
/** Contracts may count further; what names a raffle, and what the mirror keeps as a time, does not. */
const narrow: [form: RegExp, bits: number][] = [
  [/^(closesAt|acceptBy|confirmBy|ruleBy|voteStart|voteEnd|etaSeconds)$/, 37],
  [/^round$/, 62],
  [/^place$/, 16],
  [/^index$/, 31],
]

function bytes(random: Random, size: number): Hex {
  return `0x${Array.from({ length: size }, () => random(256).toString(16).padStart(2, '0')).join('')}`
}

/** Of any size up to `bits`: small numbers are as likely as huge ones. */
function number(random: Random, bits: number): bigint {
  const size = random(bits + 1)
  return size === 0 ? 0n : BigInt(bytes(random, Math.ceil(size / 8))) % 2n ** BigInt(size)
}

function argument({ type, name = '' }: AbiParameter, random: Random, length: number): unknown {
  const list = /^(.*)\[\]$/.exec(type)
  if (list) return Array.from({ length }, () => argument({ type: list[1] ?? '', name }, random, 1))
  if (type === 'address') return numberToHex(0xabc0 + random(8), { size: 20 })
  if (type === 'bool') return random(2) === 0
  if (type === 'string') return TEXTS[random(TEXTS.length)]
  if (type === 'bytes') return bytes(random, random(70))
  const bits = Number(/\d+$/.exec(type))
  // What names a thing names no other one.
  if (type === 'uint256' && /^(id|proposalId)$/.test(name)) return BigInt(bytes(random, 7))
  if (type.startsWith('bytes')) return bytes(random, bits)
  const most = narrow.find(([form]) => form.test(name))?.[1] ?? bits
  const value = number(random, Math.min(bits, most))
  return bits > 48 ? value : Number(value)
}

/** A contract's event, with all it says but its data. */
export type Utterance = { puppet: Puppet; event: AbiEvent; topics: Hex[] }

const utterances = Object.values(saidBy)
  .flat()
  .flatMap(([contract, name]) => {
    const puppet = PUPPETS.find((one) => one === contract)
    const event = (abis[contract] as Abi).find((item) => item.type === 'event' && item.name === name)
    return puppet && event?.type === 'event' ? [{ puppet, event }] : []
  })
/** How many different ones there are. */
export const UTTERANCES = utterances.length

/** The beginning of an event: which, and its topics. */
export function utter(random: Random, which: number): Utterance {
  const { puppet, event } = utterances[which % UTTERANCES] ?? utterances[0] ?? unheard()
  const args = event.inputs.map((input) => (input.indexed ? argument(input, random, 1) : undefined))
  const named = Object.fromEntries(event.inputs.map(({ name }, at) => [name, args[at]]))
  const topics = encodeEventTopics({ abi: [event], eventName: event.name, args: named }) as Hex[]
  return { puppet, event, topics }
}

function unheard(): never {
  throw new Error('no contract of ours has an event')
}

/** The call that makes the emitter say it, with data by choice. */
export function callOf({ event, topics }: Utterance, random: Random): Hex {
  const plain = event.inputs.filter(({ indexed }) => !indexed)
  const length = 1 + random(3)
  const data = encodeAbiParameters(
    plain,
    plain.map((input) => argument(input, random, length)),
  )
  return concat([numberToHex(topics.length, { size: 1 }), ...topics, data])
}
