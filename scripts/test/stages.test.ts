import { expect, test } from 'vitest'
import { run, settle, type Tally } from './runners.ts'
import { runStages, type Stage } from './stages.ts'

const green: Tally = { passed: 3, failed: 0, skipped: 2 }

async function told(stages: Stage[]) {
  let text = ''
  const code = await runStages(stages, (more) => {
    text += more
  })
  return { code, text, last: text.trimEnd().split('\n').at(-1) }
}

test('the last line is the sum, and nothing else', async () => {
  const stage: Stage = ['one', async () => green]
  expect(await told([stage, stage])).toMatchObject({ code: 0, last: '6 passed, 0 failed' })
})

test('a stage that crashes is one failure, says why, and the others still run', async () => {
  const crash = async () => {
    throw new Error('out of memory')
  }
  const { code, text, last } = await told([
    ['one', crash],
    ['two', async () => green],
  ])
  expect({ code, last }).toEqual({ code: 1, last: '3 passed, 1 failed' })
  expect(text).toContain('out of memory')
})

test('a runner that failed, was killed or ran nothing without counting a failure is one', () => {
  expect(settle(green, 1).failed).toBe(1)
  expect(settle({ passed: 0, failed: 0, skipped: 9 }, 0).failed).toBe(1)
  expect(settle({ ...green, failed: 2 }, 1).failed).toBe(2)
  expect(settle(green, 0)).toEqual(green)
})

test('a program that is not there is a failed run', async () => {
  expect(await run('no-such-runner', [])).toEqual({ code: 1, output: '' })
})
