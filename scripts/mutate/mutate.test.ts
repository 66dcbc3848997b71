import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { judge } from './judge.ts'
import { apply, type Mutant } from './mutant.ts'
import { mutants } from './mutants.ts'
import { runMutants } from './run.ts'
import { openScratch } from './scratch.ts'

const jar = `// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;
contract Jar {
    uint256 public coins;
    function put(uint256 more) external {
        coins += more;
        coins += 0;
    }
    function take(uint256 less) external {
        require(less <= coins, "empty");
        coins -= less;
    }
}
`
const jarTest = `// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;
import {Jar} from "./Jar.sol";
contract JarTest {
    function testCoinsAreCounted() external {
        Jar jar = new Jar();
        jar.put(3);
        require(jar.coins() == 3, "coins");
    }
}
`

/** A project of one contract, with a test that looks at half of it. */
function jarProject(testText = jarTest): string {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-jar-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'contracts'))
  writeFileSync(join(folder, 'contracts', 'Jar.sol'), jar)
  writeFileSync(join(folder, 'contracts', 'Jar.t.sol'), testText)
  return folder
}

async function run(some: Omit<Mutant, 'file' | 'tests'>[], folder = jarProject()) {
  const scratch = openScratch(folder)
  onTestFinished(scratch.remove)
  const lines: string[] = []
  const all = some.map((mutant) => ({ file: 'Jar', tests: ['Jar'], ...mutant }))
  const tally = await runMutants(all, [scratch], (line) => lines.push(line))
  return { tally, lines }
}

test('a fault that a test sees is killed, one that none sees is alive, and one that proves nothing is an error', async () => {
  const { tally, lines } = await run([
    { name: 'seen', find: 'coins += more;', replace: '' },
    { name: 'unseen', find: 'require(less <= coins, "empty");', replace: '' },
    { name: 'not Solidity', find: 'coins += more;', replace: 'coins plus more;' },
    { name: 'gone', find: 'coins *= more;', replace: '' },
    { name: 'ambiguous', find: 'coins +=', replace: 'coins -=' },
  ])
  expect(tally).toEqual({ killed: 1, alive: 1, errors: 3 })
  expect(lines[0]).toBe('killed  seen: JarTest#testCoinsAreCounted')
  expect(lines[1]).toBe('ALIVE   unseen')
  expect(lines[2]).toMatch(/^ERROR {3}not Solidity: .*[Ee]rror/)
  expect(lines[3]).toBe('ERROR   gone: its text does not stand in Jar.sol exactly once')
  expect(lines[4]).toBe('ERROR   ambiguous: its text does not stand in Jar.sol exactly once')
})

test('tests that are red by themselves kill nothing', async () => {
  const folder = jarProject(jarTest.replace('== 3', '== 4'))
  const { tally, lines } = await run([{ name: 'seen', find: 'coins += more;', replace: '' }], folder)
  expect({ tally, lines }).toEqual({
    tally: { killed: 0, alive: 0, errors: 1 },
    lines: ['ERROR   the tests without a mutant: JarTest#testCoinsAreCounted is red'],
  })
})

test('a run that ended without a word about its tests is an error', () => {
  expect(judge({ code: 0, output: '' }).kind).toBe('error')
  expect(judge({ code: 1, output: '  3 passing\n' }).kind).toBe('error')
  expect(judge({ code: 0, output: '  3 passing\n' }).kind).toBe('alive')
  expect(judge({ code: 1, output: '  1 passing\n  1 failing\n\n  1) A#b(uint256)\n' })).toEqual({
    kind: 'killed',
    by: 'A#b',
  })
})

test('a fault changes one place', () => {
  expect(apply('a b c', { find: 'b', replace: 'd' })).toBe('a d c')
  expect(apply('a b b', { find: 'b', replace: 'd' })).toBeUndefined()
  expect(apply('a b c', { find: 'b', replace: 'b' })).toBeUndefined()
})

test('there are at least 25 mutants, each with a name of its own', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(25)
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
})
