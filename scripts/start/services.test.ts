import { expect, test } from 'vitest'
import { environmentOf, services, type Values, workersOf } from './services.ts'

const names = Object.values(services).flatMap(({ needs }): readonly (keyof Values)[] => needs)
const all: Values = Object.fromEntries(names.map((name) => [name, `value of ${name}`]))

test('the key that opens payment details is told to the workers and to nobody else', () => {
  const told = Object.values(services).filter(
    (service) => 'CHECKOUT_KEYS' in environmentOf(service, all, { port: 3000 }),
  )
  expect(told.map(({ name }) => name)).toEqual(['workers'])
})

test("the vault's keys are told to the two that read addresses, and to nobody else", () => {
  const told = Object.values(services).filter(
    (service) => 'VAULT_KEYS' in environmentOf(service, all, { port: 3000 }),
  )
  expect(told.map(({ name }) => name)).toEqual(['workers', 'web'])
})

test('the pair that push services know us by is told to the two that send alerts, and to nobody else', () => {
  const told = Object.values(services).filter(
    (service) => 'VAPID_KEYS' in environmentOf(service, all, { port: 3000 }),
  )
  expect(told.map(({ name }) => name)).toEqual(['workers', 'web'])
})

test('the keys of the accounts that pay are told to the workers and to nobody else', () => {
  for (const key of ['AWARDER_KEY', 'RELAYER_KEY', 'RAFFLE_KEY', 'ARBITER_KEY', 'KEEPER_KEY']) {
    const told = Object.values(services).filter(
      (service) => key in environmentOf(service, all, { port: 3000 }),
    )
    expect([key, told.map(({ name }) => name)]).toEqual([key, ['workers']])
  }
})

test('the secret of the bucket of photos is told to the two that use it, and to nobody else', () => {
  const told = Object.values(services).filter(
    (service) => 'PHOTOS_S3_SECRET' in environmentOf(service, all, { port: 3000 }),
  )
  expect(told.map(({ name }) => name)).toEqual(['workers', 'web'])
})

test('several workers are told the same, under names of their own', () => {
  const [first, second] = workersOf(2)
  expect([first?.name, second?.name]).toEqual(['workers', 'workers-2'])
  expect(second).toEqual({ ...first, name: 'workers-2', metrics: 3 })
})

test('each process tells Prometheus on a port of its own, and on none when nobody asks', () => {
  const { web, indexer, beacon } = services
  const ports = (values: Values) =>
    [web, indexer, ...workersOf(2), beacon].map(
      (service) => environmentOf(service, values, { port: 3000 }).METRICS_PORT,
    )
  expect(ports({ METRICS_PORT: '9400' })).toEqual(['9400', '9401', '9402', '9403', undefined])
  expect(ports({})).toEqual([undefined, undefined, undefined, undefined, undefined])
})
