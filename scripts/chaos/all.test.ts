import { expect, test } from 'vitest'
import { runAll } from './all.ts'
import { type Simulation, simulations } from './simulations.ts'

const [first] = simulations
const named = (name: string): Simulation => {
  if (!first) throw new Error('there are simulations')
  return { ...first, name }
}

async function told(flags: string[], ends: Record<string, boolean | Error>) {
  const lines: string[] = []
  const asked: string[][] = []
  const held = await runAll(Object.keys(ends).map(named), flags, {
    tell: (line) => void lines.push(line),
    run: async ({ name }, given) => {
      asked.push([name, ...given])
      const end = ends[name]
      if (end instanceof Error) throw end
      return end ?? false
    },
  })
  return {
    held,
    asked,
    verdicts: lines.filter((line) => /held|RED|NOT RUN/.test(line)).map((line) => line.split(' (')[0]),
  }
}

test('the whole suite runs with one seed, and holds when all of it does', async () => {
  expect(await told(['--seed', '7'], { one: true, two: true })).toEqual({
    held: true,
    asked: [
      ['one', '--seed', '7'],
      ['two', '--seed', '7'],
    ],
    verdicts: ['one          held', 'two          held'],
  })
})

test('what is red or breaks down is told, and the others still run', async () => {
  const { held, verdicts } = await told([], { one: new Error('no Postgres'), two: false, three: true })
  expect(held).toBe(false)
  expect(verdicts).toEqual(['one          RED', 'two          RED', 'three        held'])
})

test('what cannot be run here is said to be so, with the reason, and is not called held', async () => {
  const lines: string[] = []
  const unfit = { ...named('unfit'), whyNot: () => 'This account may not mount.' }
  const means = {
    run: () => Promise.reject(new Error('it ran')),
    tell: (line: string) => void lines.push(line),
  }
  expect(await runAll([unfit], [], means)).toBe(true)
  expect(lines).toContain('This account may not mount.')
  expect(lines.at(-1)).toBe('unfit        NOT RUN (0 s)')
})
