import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parseLcov } from './lcov.ts'
import { measureCoverage } from './measure.ts'
import { probe } from './probe.ts'

const head = '// SPDX-License-Identifier: MIT\npragma solidity 0.8.37;\n'
const jar = `${head}contract Jar {
    uint256 public coins;
    function put(uint256 more) external returns (uint256) {
        if (more > 9) revert("too many");
        coins += more > 1 ? more : 1;
        return coins;
    }
    function empty() external {
        coins = 0;
    }
}
`
const jarTest = `${head}import {Jar} from "./Jar.sol";
contract JarTest {
    function testCoinsAreCounted() external {
        require(new Jar().put(3) == 3, "coins");
    }
}
`
const lid = `${head}contract Lid {
    function isShut(uint256 turns) external pure returns (bool) {
        return turns > 3 ? true : false;
    }
}
`

test('what no test runs is told: a line or part of one, a way a condition never went, a contract that no test knows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-jar-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'contracts'))
  for (const [name, text] of Object.entries({ 'Jar.sol': jar, 'Jar.t.sol': jarTest, 'Lid.sol': lid }))
    writeFileSync(join(folder, 'contracts', name), text)
  const { files, code } = await measureCoverage(folder)
  expect(code).toBe(0)
  const [first, second] = files
  expect(first).toMatchObject({ file: 'Jar.sol', branches: { hit: 2, all: 4 } })
  expect(first?.missed).toEqual(['6', '11', '6 true', '7 false'])
  expect(second).toMatchObject({ file: 'Lid.sol', branches: { hit: 0, all: 2 } })
})

test('each condition, also one within another, is asked by a function of its own; lines keep their numbers', () => {
  const source = `${head}contract A {
    /* é */ function f(uint256 a) external pure returns (uint256) {
        require(a > 0 ? a < 9 : false, "b");
        if (a == 1 || a == 2) return 0;
        return a;
    }
}
`
  const { text, lines, branches } = probe(source)
  const rows = text.split('\n')
  expect(lines).toBe(9)
  expect(rows[4]).toBe('        require(_way0(_way1(a > 0) ? a < 9 : false), "b");')
  expect(rows[5]).toBe('        if (_way2(a == 1 || a == 2)) return 0;')
  expect(branches.map(({ line }) => line)).toEqual([5, 5, 6])
  for (const { whenTrue, whenFalse } of branches) {
    expect(rows[whenTrue - 1]).toMatch(/^return true;/)
    expect(rows[whenFalse - 1]).toMatch(/^return false;/)
  }
})

test('a trace file is read per source', () => {
  const lines = parseLcov('TN:\nSF:a.sol\nDA:3,1\nDA:4,0\nLH:1\nend_of_record\nSF:b.sol\nDA:3,7,x\n')
  expect(lines.get('a.sol')).toEqual(
    new Map([
      [3, true],
      [4, false],
    ]),
  )
  expect(lines.get('b.sol')).toEqual(new Map([[3, true]]))
})
