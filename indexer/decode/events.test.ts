import { readdirSync } from 'node:fs'
import {
  type Abi,
  type AbiEvent,
  decodeEventLog,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  toEventSelector,
} from 'viem'
import { expect, test } from 'vitest'
import type { Log } from '../../adapters/chain/logs.ts'
import { seeded } from '../../core/random.ts'
import { eachFamily } from '../../db/chain/facts.ts'
import { artifacts, contractNames } from '../../scripts/deploy/artifacts.ts'
import { saidBy, textOf, valuesOf } from '../../test/support/oracle.ts'
import { abis } from '../../test/support/world.ts'
import { decodeLogs } from '../decode.ts'
import { contractsOf, DecoderTable } from './contracts.ts'

type Random = (below: number) => number
type Name = keyof typeof abis
const names = Object.keys(abis) as Name[]
const addresses = Object.fromEntries(
  names.map((name, at) => [name, `0x${String(at + 1).padStart(40, 'a')}`]),
) as Record<Name, Hex>
const table = new DecoderTable(addresses)
const hash: Hex = `0x${'dd'.repeat(32)}`
const where = { blockNumber: 5, blockHash: hash, transactionHash: hash, logIndex: 3 }

const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => random(16).toString(16)).join('')
/** All sizes, 0 and the largest included. */
const uint = (random: Random, bits: number) =>
  random(9) === 0
    ? 2n ** BigInt(bits) - 1n
    : BigInt(`0x${digits(random, 64)}`) >> BigInt(256 - random(bits + 1))
const texts = ['', 'so', 'Ünïcode 🗳️ \0 and more than one word of thirty-two bytes', '\0', '"\\']

/** As large as the contract can make it. */
const bits: Record<string, number> = { 'raffle.id': 63, round: 56, place: 16, firstId: 62, index: 31 }
const times = [
  'voteStart',
  'voteEnd',
  'etaSeconds',
  'expiresAt',
  'closesAt',
  'acceptBy',
  'confirmBy',
  'ruleBy',
  'since',
  'schedule',
  'expiration',
]

function random(contract: Name, { name = '', type }: { name?: string; type: string }, by: Random): unknown {
  const array = /^(.*)\[\]$/.exec(type)?.[1]
  // As many of each: a proposal has a value and calldata for each target.
  if (array) return Array.from({ length: 3 }, () => random(contract, { name, type: array }, by))
  if (type === 'address') return `0x${digits(by, 40)}`
  if (type === 'bool') return by(2) === 0
  if (type === 'string') return texts[by(texts.length)]
  if (type === 'bytes') return `0x${digits(by, 2 * by(70))}`
  if (type === 'bytes4' || type === 'bytes32') return `0x${digits(by, 2 * Number(type.slice(5)))}`
  if (times.includes(name)) return uint(by, 37)
  if (name === 'count') return 1n
  return uint(by, bits[`${contract}.${name}`] ?? bits[name] ?? Number(type.slice(4)))
}

function sample(contract: Name, event: AbiEvent, by: Random): { log: Log; args: Record<string, unknown> } {
  const args: Record<string, unknown> = {}
  for (const input of event.inputs) args[input.name ?? ''] = random(contract, input, by)
  const plain = event.inputs.filter(({ indexed }) => !indexed)
  const topics = encodeEventTopics({ abi: [event], args } as never) as Hex[]
  const data = encodeAbiParameters(
    plain,
    plain.map(({ name = '' }) => args[name]),
  )
  return { log: { ...where, address: addresses[contract], topics, data }, args }
}

const decode = (log: Log) => decodeLogs([log], table, () => 77)

/** Every event that is mirrored but the batches, which announced.test.ts knows. */
const events = Object.entries(saidBy).flatMap(([family, said]) =>
  said.map(([contract, name, values]) => {
    const abi = abis[contract] as Abi
    const event = abi.find((item): item is AbiEvent => item.type === 'event' && item.name === name)
    if (!event) throw new Error(`${contract} has no event ${name}`)
    return { family, contract, name, values, event }
  }),
)

test('every event of every contract is mirrored', () => {
  const said = new Set(events.map(({ contract, name }) => `${contract} ${name}`))
  const modules = readdirSync(new URL('../../core/contracts/', import.meta.url))
  expect(contractNames).toHaveLength(modules.length)
  for (const contract of contractNames)
    for (const item of artifacts[contract].abi) {
      if (item.type !== 'event') continue
      expect(said, 'what oracle.ts compares').toContain(`${contract} ${item.name}`)
      const address = addresses[contract as Name]
      const decoder = new DecoderTable({ [contract]: address }).find(address, toEventSelector(item))
      expect(decoder, `decoder of ${contract} ${item.name}`).toBeDefined()
    }
  const { filter } = new DecoderTable(contractsOf(addresses as never))
  expect(filter.addresses).toEqual(names.map((name) => addresses[name]).sort())
})

const single = events.filter(({ name }) => name !== 'AwardBatch')

test.each(single)('$contract $name is read as viem reads it', ({ family, contract, values, event }) => {
  const by = seeded(5)
  const columns = eachFamily.find(([name]) => name === family)?.[1].columns
  for (let round = 0; round < 200; round++) {
    const { log } = sample(contract, event, by)
    const { args } = decodeEventLog({ abi: [event], ...(log as { topics: [Hex] } & Log), strict: true })
    const [fact, ...more] = decode(log)[family as 'transfers']
    expect(more).toEqual([])
    expect(fact).toMatchObject({ blockNumber: 5, logIndex: 3, txHash: hash, blockTime: 77 })
    const own = columns?.map((column) => textOf(column.of(fact as never)))
    const said = valuesOf({ ...(args as object), address: log.address }, values)
    expect(own).toEqual(said.map(textOf))
  }
})

const isDynamic = ({ type }: { type: string }) => /^string|^bytes$|\]/.test(type)
const bad = expect.objectContaining({ code: 'chain.bad-answer' })

test.each(events)('$contract $name is refused in any other form', ({ contract, event }) => {
  const by = seeded(6)
  const { log } = sample(contract, event, by)
  const forms: Partial<Log>[] = [
    { topics: [...log.topics, hash] },
    { data: `${log.data}00` },
    ...(log.topics.length > 1 ? [{ topics: log.topics.slice(0, -1) }] : []),
    ...(log.data === '0x' ? [] : [{ data: log.data.slice(0, -2) as Hex }, { data: '0x' as const }]),
    ...(event.inputs.some(isDynamic) ? [] : [{ data: `${log.data}${'0'.repeat(64)}` as Hex }]),
  ]
  for (const form of forms) expect(() => decode({ ...log, ...form })).toThrowError(bad)
})

/** Where a value of a type is as wide as it may be, as the ABI's types say. */
const widths: Record<string, bigint> = {
  address: 160n,
  bool: 1n,
  uint8: 8n,
  uint16: 16n,
  uint32: 32n,
  uint64: 64n,
  uint96: 96n,
}

test.each(events)('$contract $name is refused when a value is too wide', ({ contract, event }) => {
  const { log } = sample(contract, event, seeded(8))
  const word = (value: bigint) => value.toString(16).padStart(64, '0')
  let [topic, at] = [0, 0]
  for (const { name = '', type, indexed } of event.inputs) {
    // Times end with the year 9999, however wide.
    const width = times.includes(name) ? undefined : widths[type]
    // Bytes stand on the left: one that is not 0 follows the fourth.
    const wide = type === 'bytes4' ? word(1n) : width && word(1n << width)
    if (indexed) topic++
    if (wide !== undefined && indexed) {
      const topics = log.topics.map((one, index): Hex => (index === topic ? `0x${wide}` : one))
      expect(() => decode({ ...log, topics })).toThrowError(bad)
    } else if (wide !== undefined) {
      const data: Hex = `${log.data.slice(0, 2 + 64 * at) as Hex}${wide}${log.data.slice(66 + 64 * at)}`
      expect(() => decode({ ...log, data })).toThrowError(bad)
    }
    if (!indexed) at++
  }
})

test('whatever the data says, it is read or refused, never anything else', () => {
  const by = seeded(9)
  const dynamic = events.filter(({ event }) => event.inputs.some(isDynamic))
  let refused = 0
  for (let round = 0; round < 3_000; round++) {
    const { contract, event } = dynamic[by(dynamic.length)] ?? never()
    const { log } = sample(contract, event, by)
    const words = (log.data.length - 2) / 64
    const at = 2 + 64 * by(words)
    const value = [uint(by, 256), BigInt(by(2 * words)) * 32n, uint(by, 40)][by(3)] ?? 0n
    const broken = `${log.data.slice(0, at)}${value.toString(16).padStart(64, '0')}${log.data.slice(at + 64)}`
    const cut = (by(4) === 0 ? broken.slice(0, 2 + 64 * by(words)) : broken) as Hex
    try {
      decode({ ...log, data: cut })
    } catch (error) {
      expect(error).toEqual(bad)
      refused++
    }
  }
  expect(refused).toBeGreaterThan(500)
})

function never(): never {
  throw new Error('no events')
}

test('a proposal has a value and calldata for each target', () => {
  const { event } = single.find(({ name }) => name === 'ProposalCreated') ?? never()
  const topics = encodeEventTopics({ abi: [event] }) as Hex[]
  const of = (targets: number, values: number, calldatas: number) => {
    const list = <Item>(length: number, item: Item) => Array.from({ length }, () => item)
    const calls = [list(targets, addresses.karma), list(values, 0n), [], list(calldatas, '0x00')]
    const data = encodeAbiParameters(event.inputs, [1n, addresses.karma, ...calls, 1n, 2n, ''])
    return decode({ ...where, address: addresses.governor, topics, data }).proposals
  }
  expect(of(2, 2, 2)).toHaveLength(1)
  for (const [targets, values, calldatas] of [
    [1, 2, 2],
    [2, 1, 2],
    [2, 2, 1],
  ] as const)
    expect(() => of(targets, values, calldatas)).toThrowError(bad)
})

test('times later than timestamps reach end with the year 9999', () => {
  const { event } = single.find(({ name }) => name === 'ProposalQueued') ?? never()
  const topics = encodeEventTopics({ abi: [event] }) as Hex[]
  const data = encodeAbiParameters(event.inputs, [1n, 2n ** 48n - 1n])
  const [step] = decode({ ...where, address: addresses.governor, topics, data }).proposalSteps
  expect(new Date((step?.eta ?? 0) * 1000).toISOString()).toBe('9999-12-31T23:59:59.000Z')
})

test('bytes that are no text do not stop the mirror, and the hash is of what was said', () => {
  const { event } = single.find(({ name }) => name === 'VoteCast') ?? never()
  const inputs = event.inputs.filter(({ indexed }) => !indexed)
  // The same event with bytes in place of the string has the same data.
  const types = inputs.map((input) => (input.type === 'string' ? { ...input, type: 'bytes' } : input))
  const data = encodeAbiParameters(types, [1n, 1, 1n, '0x61ff0062'])
  const topics = encodeEventTopics({ abi: [event], args: { voter: addresses.karma } } as never) as Hex[]
  const [vote] = decode({ ...where, address: addresses.governor, topics, data }).votes
  expect(vote?.reason).toBe('a\u{fffd}\u{fffd}b')
})
