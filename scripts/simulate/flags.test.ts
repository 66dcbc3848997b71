import { expect, test } from 'vitest'
import { parseSimulateFlags } from './flags.ts'

test('a site alone is walked in review, in size 10, with nothing special happening', () => {
  expect(parseSimulateFlags(['--site', 'nike'])).toEqual({
    ...{ site: 'nike', size: '10', mode: 'review', scenario: 'plain', universal: false, json: false },
  })
})

test('--dry-run is --mode dry-run, and contradicts any other', () => {
  expect(parseSimulateFlags(['--site', 'adidas', '--dry-run'])?.mode).toBe('dry-run')
  expect(parseSimulateFlags(['--site', 'adidas', '--dry-run', '--mode', 'dry-run'])?.mode).toBe('dry-run')
  expect(() => parseSimulateFlags(['--site', 'adidas', '--dry-run', '--mode', 'auto'])).toThrow('contradict')
})

test('a site or a scenario that there is not is refused with those that there are', () => {
  expect(() => parseSimulateFlags(['--site', 'puma'])).toThrow('footlocker')
  expect(() => parseSimulateFlags([])).toThrow('--site must be')
  expect(() => parseSimulateFlags(['--site', 'nike', '--scenario', 'rain'])).toThrow('queue')
  expect(() => parseSimulateFlags(['--site', 'nike', '--sku', '1'])).toThrow('--sku')
})

test('--help asks for help', () => {
  expect(parseSimulateFlags(['--help'])).toBeUndefined()
})
