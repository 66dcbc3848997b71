import { expect, test } from 'vitest'
import { toLogs, toLogsOfRange } from './logs.ts'
import { openRpc } from './rpc.ts'

const rpc = openRpc('http://127.0.0.1:1')
const hash = `0x${'0a'.repeat(32)}`
const told = {
  ...{ address: `0x${'bc'.repeat(20)}`, topics: [hash], data: '0x01' },
  ...{ blockNumber: '0x10', blockHash: hash, blockTimestamp: '0x64', transactionHash: hash, logIndex: '0x0' },
}
const read = (...result: unknown[]) => toLogs(rpc, { result })

test('a log is read as it was told', () => {
  const { blockTimestamp, ...older } = told
  const log = { ...told, blockNumber: 16, logIndex: 0 }
  expect(read({ ...told, transactionIndex: '0x0', removed: false })).toEqual([
    { ...log, blockTimestamp: 100 },
  ])
  expect(read(older)).toEqual([{ ...log, blockTimestamp: undefined }])
})

test.each([
  ['address', `0x${'bc'.repeat(19)}`, `0x${'BC'.repeat(20)}`, 7, null],
  ['topics', null, hash, [hash, hash, hash, hash, hash], [`0x${'0a'.repeat(31)}`], [1]],
  ['data', '0x1', '01', '0xzz', null, 5],
  ['blockNumber', 16, '16', '0x', '0x00000000000000', '-0x1', undefined],
  ['blockHash', null, '0x', `${hash}00`, undefined],
  ['blockTimestamp', null, 100, 'now'],
  ['transactionHash', null, `0x${'0g'.repeat(32)}`, undefined],
  ['logIndex', 0, null, '', undefined],
])('a log whose %s is in another form is refused', (field, ...values) => {
  for (const value of values)
    expect(() => read({ ...told, [field]: value })).toThrow(`a log whose ${field} is not`)
})

test('what is no list of logs is refused', () => {
  for (const result of [null, {}, 'none', 7]) expect(() => toLogs(rpc, { result })).toThrow('cannot be used')
  for (const log of [null, 7, 'log', []]) expect(() => read(log)).toThrow('a log whose address')
  expect(() => read({ ...told, removed: true })).toThrow('a removed log of block 16')
  expect(() => read({ ...told, removed: 'yes' })).toThrow('a removed log of block 16')
})

test('logs come in chain order; one twice or of two versions of a block is refused', () => {
  const later = { ...told, blockNumber: '0x11' }
  const second = { ...told, logIndex: '0x1' }
  const order = read(later, second, told).map(({ blockNumber, logIndex }) => [blockNumber, logIndex])
  expect(order).toEqual([
    [16, 0],
    [16, 1],
    [17, 0],
  ])
  expect(() => read(told, later, told)).toThrow('log 0 of block 16 twice')
  expect(() => read(told, { ...second, blockHash: `0x${'0b'.repeat(32)}` })).toThrow(
    'two versions of block 16',
  )
})

test('a log that was not asked for, or of a block above or below the range, is refused', () => {
  const filter = { addresses: [`0x${'bc'.repeat(20)}` as const], events: [hash as `0x${string}`] }
  const of = (from: number, to: number, log: object = {}) =>
    toLogsOfRange(rpc, { filter, range: { from, to } }, { result: [{ ...told, ...log }] })
  expect(of(16, 16)).toHaveLength(1)
  expect(() => of(1, 15)).toThrow('a log of block 16, outside 1-15')
  expect(() => of(17, 20)).toThrow('a log of block 16, outside 17-20')
  for (const other of [
    { address: `0x${'cd'.repeat(20)}` },
    { topics: [`0x${'0b'.repeat(32)}`] },
    { topics: [] },
  ])
    expect(() => of(16, 16, other)).toThrow('that was not asked for')
})
