import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Outcome } from './judge.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The project's settings, but quick: fewer runs a test, and no optimizer, which takes half of all the time. */
const config = `import base from './base.config.ts'
export default {
  ...base,
  paths: { ...base.paths, ignition: undefined },
  solidity: {
    ...base.solidity,
    npmFilesToBuild: [],
    settings: { ...base.solidity.settings, optimizer: { enabled: false } },
  },
  test: {
    solidity: {
      fuzz: { runs: 64, seed: '0x534e5044' },
      invariant: { runs: 8, depth: 48, failOnRevert: true },
    },
  },
}
`

/** Tests of a contract's size and of a call's cost say nothing without the optimizer. */
const MEASURING = 'CodeFits|CostsAtMost|BurnsTwoPairings'

/** A Solidity file's own imports of ours, all the way down. */
function importsOf(path: string, found = new Set<string>()): Set<string> {
  const imports = readFileSync(path, 'utf8').matchAll(/^import .*"(\.[^"]+)";$/gm)
  for (const [, name = ''] of imports) {
    const next = join(dirname(path), name)
    if (found.has(next)) continue
    found.add(next)
    importsOf(next, found)
  }
  return found
}

/** Hardhat plays invariants only with contracts of the files it is given, and the actors are in contracts/test. */
function helpersOf(folder: string, tests: readonly string[]): string[] {
  const found = new Set<string>()
  for (const test of tests) importsOf(join(folder, test), found)
  return [...found].filter((path) => path.endsWith('Actor.t.sol')).map((path) => relative(folder, path))
}

export type Scratch = ReturnType<typeof openScratch>

/** A copy of the contracts to break, in a folder of its own; the packages and the compiler are the project's. */
export function openScratch(from = root) {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-scratch-'))
  const contracts = join(folder, 'contracts')
  cpSync(join(from, 'contracts'), contracts, {
    recursive: true,
    filter: (path) => !['gas', 'snapshots'].includes(basename(path)),
  })
  cpSync(join(root, 'hardhat.config.ts'), join(folder, 'base.config.ts'))
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'hardhat.config.ts'), config)
  const tests = readdirSync(contracts).filter((name) => name.endsWith('.t.sol'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  return {
    folder,
    /** Text of a contract, by its path in contracts/. */
    read: (path: string) => readFileSync(join(contracts, path), 'utf8'),
    write: (path: string, text: string) => writeFileSync(join(contracts, path), text),
    /** Paths of the test files whose names start with one of these. */
    testsOf: (starts: readonly string[]) =>
      tests
        .filter((name) => starts.some((start) => name.startsWith(start)))
        .map((name) => `contracts/${name}`),
    /** Runs these files with `hardhat test solidity` here, to its end. */
    test: (files: readonly string[], flags: readonly string[] = []) =>
      runTests(folder, [...flags, '--grep-exclude', MEASURING, ...files, ...helpersOf(folder, files)]),
    remove,
  }
}

function runTests(cwd: string, args: readonly string[]): Promise<Outcome> {
  const hardhat = join(root, 'node_modules', '.bin', 'hardhat')
  const env = { ...process.env, NO_COLOR: '1', HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true' }
  const child = spawn(hardhat, ['test', 'solidity', ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code: code ?? signal ?? 1, output }))
  })
}
