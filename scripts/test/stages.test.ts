import { expect, test } from 'vitest'
import type { Tally } from './reports.ts'
import { run, settle } from './runners.ts'
import { runStages, type Stage } from './stages.ts'

const green: Tally = { passed: 3, failed: 0, skipped: 2 }
const isGreen = (name: string): Stage => ({ name, run: async () => green })

async function told(stages: Stage[]) {
  let text = ''
  const code = await runStages(stages, (more) => {
    text += more
  })
  return { code, text, last: text.trimEnd().split('\n').at(-1) }
}

test('the last line is the sum, and before it stands what each stage took', async () => {
  const { code, text, last } = await told([isGreen('one'), isGreen('two')])
  expect({ code, last }).toEqual({ code: 0, last: '6 passed, 0 failed' })
  const lines = [
    '== one: 3 passed, 0 failed, 2 skipped in 0 s',
    '== two: 3 passed, 0 failed, 2 skipped in 0 s',
  ]
  expect(text).toMatch(new RegExp(`\n\n${lines.join('\n')}\n\n6 passed`))
})

test('what was red is told once more after everything, by name', async () => {
  const red = async () => ({ ...green, failed: 1, red: ['core/sum.test.ts › adds up: expected 2 to be 3'] })
  const { text } = await told([{ name: 'one', run: red }, isGreen('two')])
  const lines = [
    '== one: 3 passed, 1 failed, 2 skipped in 0 s',
    '   red: core/sum.test.ts › adds up: expected 2 to be 3',
    '== two: 3 passed, 0 failed, 2 skipped in 0 s',
  ]
  expect(text.endsWith(`\n\n${lines.join('\n')}\n\n6 passed, 1 failed\n`)).toBe(true)
})

test('a stage that crashes is one failure, says why, and the others still run', async () => {
  const crash = async () => {
    throw new Error('out of memory')
  }
  const { code, text, last } = await told([
    { name: 'one', run: crash },
    { name: 'two', after: ['one'], run: async () => green },
  ])
  expect({ code, last }).toEqual({ code: 1, last: '3 passed, 1 failed' })
  expect(text).toContain('out of memory')
})

test('stages run side by side, none before those that it waits for, and are told one after the other', async () => {
  const { promise: second, resolve: endSecond } = Promise.withResolvers<void>()
  const seen: string[] = []
  const stage = (name: string, until?: Promise<void>) => async (write: (text: string) => void) => {
    seen.push(`${name} begins`)
    write(`${name} speaks\n`)
    await until
    seen.push(`${name} ends`)
    return green
  }
  const { text } = await told([
    { name: 'first', run: stage('first', second) },
    { name: 'third', after: ['first'], run: stage('third') },
    { name: 'second', run: async (write) => stage('second')(write).finally(endSecond) },
  ])
  expect(seen).toEqual([
    ...['first begins', 'second begins', 'second ends'],
    ...['first ends', 'third begins', 'third ends'],
  ])
  expect([...text.matchAll(/(\w+) speaks/g)].map(([, name]) => name)).toEqual(['first', 'third', 'second'])
})

test('a stage cannot wait for one that is not told before it', async () => {
  await expect(told([{ name: 'one', after: ['two'], run: async () => green }])).rejects.toThrow('"two"')
})

test('a runner that failed, was killed or ran nothing without counting a failure is one', () => {
  expect(settle(green, 1).failed).toBe(1)
  expect(settle({ passed: 0, failed: 0, skipped: 9 }, 0).failed).toBe(1)
  expect(settle({ ...green, failed: 2 }, 1).failed).toBe(2)
  expect(settle(green, 0)).toEqual(green)
})

test('a program that is not there is a failed run', async () => {
  expect(await run({ name: 'no-such-runner' }, () => undefined)).toEqual({ code: 1, output: '' })
})
