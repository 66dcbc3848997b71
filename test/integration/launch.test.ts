import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { isAlive } from '../../scripts/hold.mjs'
import { withoutNpm } from '../../scripts/launch.mjs'

// The launcher itself, in a project of its own without dependencies: real npm, real processes.
const scripts = fileURLToPath(new URL('../../scripts/', import.meta.url))
const task = `
import { writeFileSync } from 'node:fs'
const [mode = ''] = process.argv.slice(2)
process.stdout.write(JSON.stringify({ version: process.version, args: process.argv.slice(2), names: Object.keys(process.env) }))
if (mode === 'fail') process.exitCode = 7
if (mode === 'wait') {
  const timer: NodeJS.Timeout = setInterval(() => undefined, 1000)
  const end = (why: string) => { writeFileSync('end.txt', why); clearInterval(timer); process.exit(3) }
  process.on('disconnect', () => end('disconnect'))
  process.on('SIGTERM', () => end('SIGTERM'))
  writeFileSync('pid.txt', String(process.pid))
}
`
const manifest = {
  name: 'probe',
  version: '1.0.0',
  private: true,
  type: 'module',
  dependencies: { part: 'file:part' },
}
const locked = { part: { version: '1.0.0' }, 'node_modules/part': { resolved: 'part', link: true } }
const install = `node -e "require('fs').appendFileSync('installs.txt','x')"`

let project: string
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'snpd-launch-'))
  mkdirSync(join(project, 'scripts'))
  for (const name of ['launch.mjs', 'hold.mjs']) cpSync(join(scripts, name), join(project, 'scripts', name))
  writeFileSync(join(project, 'scripts', 'start.ts'), task)
  const commands = { start: 'node scripts/launch.mjs start', postinstall: install }
  writeFileSync(join(project, 'package.json'), JSON.stringify({ ...manifest, scripts: commands }))
  writeFileSync(
    join(project, 'package-lock.json'),
    JSON.stringify({ ...manifest, lockfileVersion: 3, packages: { '': manifest, ...locked } }),
  )
  mkdirSync(join(project, 'part'))
  writeFileSync(join(project, 'part', 'package.json'), JSON.stringify({ name: 'part', version: '1.0.0' }))
  const made = project
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
})

type Result = { code: number | null; out: string; err: string }
type Options = { node?: string; env?: NodeJS.ProcessEnv }

function launch(args: string[], { node = process.execPath, env = process.env }: Options = {}) {
  const child = spawn(node, [join(project, 'scripts/launch.mjs'), ...args], { cwd: project, env })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, result: resultOf(child) }
}

async function resultOf(child: ChildProcess): Promise<Result> {
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk))
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, err }
}

const read = (name: string) =>
  existsSync(join(project, name)) ? readFileSync(join(project, name), 'utf8') : ''
const until = (name: string) => vi.waitUntil(() => read(name), { timeout: 60_000, interval: 50 })

function versionOf(node: string): number {
  try {
    return Number(/^v(\d+)/.exec(execFileSync(node, ['-v'], { encoding: 'utf8' }))?.[1])
  } catch {
    return 0
  }
}

/** Some Node from 18 to 23 on PATH, as a newcomer may have. */
const oldNode = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'node'))
  .find((path) => existsSync(path) && versionOf(path) >= 18 && versionOf(path) < 24)
if (!oldNode) process.stdout.write('launch.test: no Node 18 to 23 on PATH, its re-run is not tested here\n')

test.runIf(oldNode)(
  'an old Node fetches Node 24 once and runs the task with it',
  { timeout: 120_000 },
  async () => {
    const first = await launch(['start', '--port', '1'], { node: oldNode }).result
    expect(first.out).toContain('fetching Node 24')
    expect(first.out).toContain('"version":"v24.')
    expect(first.out).toContain('"args":["--port","1"]')
    const second = await launch(['start'], { node: oldNode }).result
    expect(second.out).not.toContain('fetching')
    expect(second.out).toContain('"version":"v24.')
  },
)

test('the exit code is the task’s', async () => {
  expect((await launch(['start', 'fail']).result).code).toBe(7)
})

test('an unknown task is answered with the list', async () => {
  const { code, err } = await launch(['strat']).result
  expect(code).toBe(1)
  expect(err).toBe(
    'There is no task "strat". The tasks are: start, dev, test, check, fix, build, seed, deploy, mutate, bench, coverage, verify-raffle, indexer, audit-ledger, chaos, keys, members, fuzz, karma, replay-rules, simulate-economy, checkout, simulate, raffle-entry, pool, monitor, targets, deliveries, releases, attack-location, migrate, backup, restore.\n',
  )
})

describe('packages', () => {
  test('are installed once, and again when the lockfile changes', async () => {
    await launch(['start']).result
    await launch(['start']).result
    expect(read('installs.txt')).toBe('x')
    const lock = JSON.parse(read('package-lock.json'))
    lock.packages.part.version = '1.0.1'
    writeFileSync(join(project, 'package-lock.json'), JSON.stringify(lock))
    await launch(['start']).result
    expect(read('installs.txt')).toBe('xx')
    // Another Node ABI or platform gives another stamp.
    writeFileSync(join(project, 'node_modules/.snpd-stamp'), 'of another machine')
    await launch(['start']).result
    expect(read('installs.txt')).toBe('xxx')
  })

  test('of two launches at once, one installs and the other waits', async () => {
    const [one, two] = await Promise.all([launch(['start']).result, launch(['start']).result])
    expect([one.code, two.code]).toEqual([0, 0])
    expect(read('installs.txt')).toBe('x')
  })

  test('a lock left by a dead process does not stop the next', async () => {
    mkdirSync(join(project, '.cache/install.lock'), { recursive: true })
    writeFileSync(
      join(project, '.cache/install.lock/holder.json'),
      JSON.stringify({ pid: 2 ** 22 - 3, started: '1' }),
    )
    expect((await launch(['start']).result).code).toBe(0)
  })

  test('that are complete already are taken without npm and without network', async () => {
    mkdirSync(join(project, 'node_modules'))
    writeFileSync(join(project, 'node_modules/.package-lock.json'), JSON.stringify({ packages: locked }))
    expect((await launch(['start']).result).code).toBe(0)
    expect(read('installs.txt')).toBe('')
  })

  test('that cannot be installed: npm’s own reason, exit code 1', async () => {
    const dependencies = { ...manifest.dependencies, other: 'file:other' }
    writeFileSync(join(project, 'package.json'), JSON.stringify({ ...manifest, dependencies }))
    mkdirSync(join(project, 'other'))
    writeFileSync(join(project, 'other', 'package.json'), JSON.stringify({ name: 'other', version: '1.0.0' }))
    const { code, err } = await launch(['start']).result
    expect(code).toBe(1)
    expect(err).toContain('npm ci failed')
    expect(err).toContain('Missing: other@1.0.0 from lock file')
  })
})

describe('what npm told its child', () => {
  test('is cut out, but for where packages come from', () => {
    const given = {
      npm_config_registry: 'r',
      npm_config_https_proxy: 'p',
      'npm_config_https-proxy': 'q',
      npm_config_ignore_scripts: 'true',
      npm_package_name: 'snpd',
      npm_lifecycle_event: 'start',
      npm_execpath: '/npm-cli.js',
      NODE: '/old/node',
      NODE_ENV: 'production',
      PATH: '/bin',
    }
    expect(withoutNpm(given)).toEqual({
      npm_config_registry: 'r',
      npm_config_https_proxy: 'p',
      'npm_config_https-proxy': 'q',
      npm_execpath: '/npm-cli.js',
      NODE_ENV: 'production',
      PATH: '/bin',
    })
  })

  test('does not reach the task', async () => {
    const env = { ...process.env, npm_config_ignore_scripts: 'true', npm_package_name: 'x' }
    const { out } = await launch(['start'], { env }).result
    expect(out).not.toContain('npm_config_ignore_scripts')
    expect(out).not.toContain('npm_package_name')
    expect(read('installs.txt')).toBe('x')
  })
})

describe('the end', () => {
  const npm = (args: string[]) => {
    const child = spawn('npm', args, { cwd: project, detached: true, stdio: 'ignore' })
    onTestFinished(() => void child.kill('SIGKILL'))
    return child
  }

  test('SIGTERM reaches the task, and its exit code comes back', async () => {
    const { child, result } = launch(['start', 'wait'])
    await until('pid.txt')
    child.kill('SIGTERM')
    expect((await result).code).toBe(3)
    expect(read('end.txt')).toBe('SIGTERM')
  })

  test('the task hears it when the launcher is killed', async () => {
    const { child } = launch(['start', 'wait'])
    await until('pid.txt')
    child.kill('SIGKILL')
    expect(await until('end.txt')).toBe('disconnect')
  })

  test('when npm is killed, nothing of it stays', async () => {
    const child = npm(['start', '--', 'wait'])
    const pid = Number(await until('pid.txt'))
    child.kill('SIGKILL')
    expect(await until('end.txt')).toBe('SIGTERM')
    await vi.waitUntil(() => !isAlive(pid), { timeout: 60_000 })
  })
})
