import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LOCAL_CHAIN, networkOf } from '../../core/networks.ts'
import { artifacts, contractNames } from './artifacts.ts'
import { planOf } from './plan.ts'
import { restricted } from './roles.ts'

const [deployer, other] = [`0x${'aa'.repeat(20)}`, `0x${'bb'.repeat(20)}`] as const
const people = { awarder: other, raffle_operator: other, arbiter: other, guardian: other }
const network = networkOf(LOCAL_CHAIN)

function plan(more: { admin?: `0x${string}`; forwarder?: `0x${string}` } = {}) {
  const { admin = deployer, forwarder = 'own' as const } = more
  const options = { network: { ...network, forwarder }, people: { ...people, admin }, deployer, beacon: [] }
  return planOf(options)
}

/** The last calls that the AccessManager gets. */
function ending(admin: `0x${string}`) {
  const last = plan({ admin }).at(-1)
  if (last?.kind !== 'call' || last.name !== 'multicall') throw new Error('the plan ends otherwise')
  return (last.args[0] as { name: string; args: unknown[] }[])
    .slice(-2)
    .map(({ name, args }) => [name, ...args])
}

test('every restricted function of our contracts is in the table, and nothing else', () => {
  const inSources = globSync('contracts/*.sol')
    .filter((path) => !path.endsWith('.t.sol'))
    .flatMap((path) => {
      const code = readFileSync(path, 'utf8').replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '')
      const found = code.matchAll(/function (\w+)\([^)]*\)([^{;]*)/g)
      const contract = /contract (\w+)/.exec(code)?.[1]
      return [...found]
        .filter(([, , rest]) => /\brestricted\b/.test(rest ?? ''))
        .map(([, name]) => `${contract}.${name}`)
    })
  const inTable = restricted.map(({ target, name }) => `${artifacts[target].name}.${name}`)
  expect(inTable.toSorted()).toEqual(inSources.toSorted())
})

test('a contract is created before it is named', () => {
  const seen = new Set<string>()
  for (const step of plan()) {
    for (const [, name] of JSON.stringify(step, (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    ).matchAll(/"kind":"address","of":"(\w+)"/g))
      expect(seen).toContain(name)
    if (step.kind === 'create') seen.add(step.of)
  }
  expect([...seen]).toEqual(contractNames)
})

test('a forwarder that is trusted already is not deployed', () => {
  const created = plan({ forwarder: other }).flatMap((step) => (step.kind === 'create' ? [step.of] : []))
  expect(created).toEqual(contractNames.filter((name) => name !== 'forwarder'))
})

test('ADMIN gives up its haste last; a deployer who is not ADMIN keeps nothing', () => {
  expect(ending(deployer).at(-1)).toEqual(['grantRole', 0n, deployer, network.admin_delay])
  expect(ending(other)).toEqual([
    ['grantRole', 0n, other, network.admin_delay],
    ['renounceRole', 0n, deployer],
  ])
})
