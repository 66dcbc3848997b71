import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

/** Every function of our contracts that only a role may call, as `Contract.function`. */
const restricted = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.sol') && !name.endsWith('.t.sol'))
  .flatMap((name) =>
    [...read(name).matchAll(/function (\w+)\([^{;]*\brestricted\b/g)].map(
      ([, called]) => `${name.slice(0, -'.sol'.length)}.${called}`,
    ),
  )

test('there are restricted functions', () => {
  expect(restricted).toContain('Karma.awardRun')
})

test.each(restricted)('%s is a row of the matrix that every role is tried on', (name) => {
  expect(read('Roles.t.sol')).toContain(`abi.encodeCall(${name}, `)
})
