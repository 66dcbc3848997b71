import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Bytes of deployed code, and of code that creates it, that a chain accepts (EIP-170, EIP-3860). */
const LIMIT = 24_576
const CREATION_LIMIT = 49_152
/** Longer than a deployed contract only by what runs once: what is deployed is measured in SnpdGovernor.t.sol. */
const MEASURED = ['governor.ts']

const folder = new URL('../core/contracts/', import.meta.url)

/** Bytes of a contract's creation code. The deployed code is a part of it, so it is smaller still. */
function sizeOf(name: string): number {
  const [, digits = ''] = /'0x([0-9a-f]+)'/.exec(readFileSync(new URL(name, folder), 'utf8')) ?? []
  return digits.length / 2
}

test.each(readdirSync(folder))('%s holds code, and no more than a chain accepts', (name) => {
  expect(sizeOf(name)).toBeGreaterThan(1_000)
  expect(sizeOf(name)).toBeLessThan(MEASURED.includes(name) ? CREATION_LIMIT : LIMIT)
})
