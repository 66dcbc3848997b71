import * as viem from 'viem'
import { expect, test } from 'vitest'
import { keccak256, signatureHash } from './keccak.ts'

test("bytes hash as viem's", () => {
  for (const bytes of [
    '0x',
    '0x00',
    `0x${'ab'.repeat(135)}`,
    `0x${'cd'.repeat(136)}`,
    `0x${'0f'.repeat(500)}`,
  ] as const)
    expect(keccak256(bytes)).toBe(viem.keccak256(bytes))
})

test('an event has its topic, a function its selector at the beginning', () => {
  const transfer = 'Transfer(address,address,uint256)'
  expect(signatureHash(transfer)).toBe(viem.toEventSelector(transfer))
  expect(signatureHash('totalSupply()').slice(0, 10)).toBe(viem.toFunctionSelector('totalSupply()'))
})
