import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { run } from '../../test/support/cli.ts'
import { benches } from './benches.ts'
import { keepResult, machineOf, readResults, tableOf } from './results.ts'

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-results-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
const bar = { what: 'a walk', figure: '1.49x', bar: '<= 2x', held: true }

test('one table has every bar of every bench, with peer, ratio, machine and load; what was not measured says how to', () => {
  const folder = scratch()
  const peer = { peer: 'a script', ratio: '1.49x' }
  const measured = { flags: ['--runs', '1'], load: 3.2, held: false }
  keepResult(folder, {
    ...measured,
    bench: 'checkout',
    bars: [
      { ...bar, ...peer },
      { ...bar, held: false },
    ],
  })
  keepResult(folder, {
    ...measured,
    bench: 'checkout',
    bars: [
      { ...bar, ...peer },
      { ...bar, held: false },
    ],
  })
  const lines = tableOf(['checkout', 'gas'], readResults(folder))
  expect(lines).toHaveLength(2 + 3 + 2)
  expect(lines[2]).toMatch(
    /\| checkout \| a walk .*\| 1\.49x +\| <= 2x +\| 1\.49x of a script \| held +\| .*load 3\.2, --runs 1/,
  )
  expect(lines[3]).toContain('MISSED')
  expect(lines[4]).toContain('npm run bench -- gas')
  expect(lines.at(-1)).toBe(`Machine: ${machineOf()}.`)
})

test('a file that is not of this version, and a folder that is not there, are no results', () => {
  const folder = scratch()
  writeFileSync(join(folder, 'old.json'), '{"bench": 1}')
  expect(readResults(folder)).toEqual([])
  expect(readResults(join(folder, 'none'))).toEqual([])
})

test('npm run bench prints it, and every bench has a line', async () => {
  const { code, out } = await run('scripts/bench.ts', []).ended
  expect(code).toBe(0)
  for (const { name } of benches) expect(out).toMatch(new RegExp(`^\\| ${name} +\\|`, 'm'))
})
