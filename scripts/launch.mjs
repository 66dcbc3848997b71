// `npm start`, `npm test` and the others come here. Runs on any Node >= 18 with nothing installed: fetches Node 24 when
// this one is older, installs the packages when they changed, then runs scripts/<task>.ts and stays as its shadow.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { constants } from 'node:os'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hold } from './hold.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const tasks = [
  ...['start', 'dev', 'test', 'check', 'fix', 'build', 'seed', 'deploy'],
  ...['mutate', 'bench', 'coverage', 'verify-raffle', 'indexer', 'audit-ledger', 'chaos'],
  ...['keys', 'members', 'fuzz'],
  ...['karma', 'replay-rules', 'simulate-economy', 'checkout', 'simulate'],
  ...['raffle-entry', 'pool', 'monitor', 'targets', 'deliveries', 'releases', 'attack-location'],
  ...['migrate', 'backup', 'restore'],
]
/** Runs TypeScript by type stripping, and is what the lockfile is tested with. */
const NODE_MAJOR = 24
const [task = '', ...rest] = process.argv.slice(2)

class Problem extends Error {}

function say(line) {
  process.stdout.write(`${line}\n`)
}

/**
 * The environment without what npm told its own child: a nested npm would read it as settings. Where packages come
 * from stays.
 * @param {Record<string, string | undefined>} environment
 */
export function withoutNpm(environment) {
  const kept = /^npm_config_(registry|cache|cafile|proxy|https[-_]proxy|noproxy|userconfig)$/i
  const npms = /^(npm_(config|package|lifecycle)_.*|npm_command|npm_node_execpath|node)$/i
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => kept.test(name) || !npms.test(name)),
  )
}

/** Path of npm's own JavaScript, so that it can be run by a Node of our choice. */
function npmCli() {
  const given = process.env.npm_execpath
  const home = dirname(process.execPath)
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm'))
  const inside = ['../lib/node_modules', 'node_modules'].map((folder) =>
    join(home, folder, 'npm/bin/npm-cli.js'),
  )
  const isNpm = (path) => path && existsSync(path) && basename(realpathSync(path)) === 'npm-cli.js'
  const found = [given, ...inside, ...onPath].find(isNpm)
  if (!found) throw new Problem('npm was not found: install npm beside Node, or run this through `npm run`.')
  return realpathSync(found)
}

/** Runs npm quietly under one progress line; what it printed is shown only when it fails. */
async function npm(node, args, { cwd, what }) {
  const began = Date.now()
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
  const paint = (text) => (process.stdout.isTTY ? process.stdout.write(`\r${text}`) : say(text))
  paint(`${what} ...`)
  const timer = setInterval(() => paint(`${what} ... ${seconds()}`), process.stdout.isTTY ? 1000 : 15_000)
  const child = spawn(node, [npmCli(), ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    env: environmentFor(node),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const code = await follow(child)
  clearInterval(timer)
  if (code === 0) return paint(`${what} ... done in ${seconds()}${process.stdout.isTTY ? '\n' : ''}`)
  throw new Problem(`\nnpm ${args[0]} failed (exit code ${code}):\n${output.trim()}`)
}

/** A Node of the right version: this one, or npm's `node` package in .cache, put there whole or not at all. */
async function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath
  const home = join(root, '.cache', `node${NODE_MAJOR}`)
  const binary = join('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(join(home, binary))) return join(home, binary)
  mkdirSync(dirname(home), { recursive: true })
  const draft = mkdtempSync(`${home}.new-`)
  try {
    // The package's install script fetches nothing more: it links the binary of this platform's own package.
    const manifest = { private: true, allowScripts: { node: true } }
    writeFileSync(join(draft, 'package.json'), JSON.stringify(manifest))
    const what = `Node ${process.versions.node} is too old: fetching Node ${NODE_MAJOR} (once)`
    await npm(process.execPath, ['install', `node@${NODE_MAJOR}`], { cwd: draft, what })
    if (!existsSync(join(draft, binary)))
      throw new Problem(
        `npm's package "node" brought no program for ${process.platform}-${process.arch}: install Node ${NODE_MAJOR} yourself.`,
      )
    try {
      renameSync(draft, home)
    } catch (error) {
      // Another launch was quicker; its copy is as good.
      if (!existsSync(join(home, binary))) throw error
    }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return join(home, binary)
}

/** What child processes see: no npm settings, and `node` means the right one. */
function environmentFor(node) {
  const environment = withoutNpm(process.env)
  const path = Object.keys(environment).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return {
    // Every process strips the types of its files at its start: remembered, that takes a fifth of the time.
    NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
    ...environment,
    [path]: [dirname(node), environment[path]].filter(Boolean).join(delimiter),
  }
}

/** Names the packages that must be installed: another lockfile, Node ABI or platform gives another stamp. */
function stampOf(node) {
  const print = 'process.stdout.write([process.versions.modules, process.platform, process.arch].join())'
  const abi = spawnSync(node, ['-e', print], { encoding: 'utf8', env: withoutNpm(process.env) }).stdout
  const { dependencies, devDependencies, overrides, allowScripts } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const asked = JSON.stringify([dependencies, devDependencies, overrides, allowScripts])
  const lock = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(abi).update(asked).update(lock).digest('hex')
}

function readOr(path, fallback) {
  return existsSync(path) ? readFileSync(path, 'utf8') : fallback
}

/** True when someone's own `npm ci` already put here exactly what the lockfile asks for on this platform. */
function isComplete() {
  const { packages: wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const { packages: present } = JSON.parse(
    readOr(join(root, 'node_modules/.package-lock.json'), '{"packages":{}}'),
  )
  const fits = (list, value) => list?.includes(value)
  const libc = () => (process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl')
  const isOurs = ({ os, cpu, libc: kinds }) =>
    fits(os, process.platform) && fits(cpu, process.arch) && (!kinds || kinds.includes(libc()))
  const isThere = ([path, entry]) => !path || (path in present && present[path].version === entry.version)
  return Object.entries(wanted).every((one) => isThere(one) || (one[1].optional && !isOurs(one[1])))
}

async function installPackages(node) {
  const file = join(root, 'node_modules', '.snpd-stamp')
  const stamp = stampOf(node)
  if (readOr(file, '') === stamp) return
  const release = await hold(join(root, '.cache', 'install.lock'), () =>
    say('Another launch is installing packages: waiting for it.'),
  )
  try {
    const known = readOr(file, '')
    if (known === stamp) return
    if (known || !isComplete()) {
      // NODE_ENV=production must not leave out the half that builds and tests.
      const args = ['ci', '--include=dev', '--include=optional']
      await npm(node, args, { cwd: root, what: 'Installing packages (once, about two minutes)' })
    }
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, stamp)
  } finally {
    release()
  }
}

/** The parent of a process, from /proc; undefined elsewhere. */
function parentOf(pid) {
  const stat = readOr(`/proc/${pid}/stat`, '')
  return stat ? Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) : undefined
}

/** Calls `onGone` when the npm that ran us is gone, SIGKILL included. Between npm and us there may be a shell, which outlives it. */
function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const isShell = /^(ba|da|z|k)?sh$/.test(readOr(`/proc/${parent}/comm`, '').trim())
  const above = isShell ? parentOf(parent) : undefined
  const timer = setInterval(() => {
    if (process.ppid === parent && (!isShell || parentOf(parent) === above)) return
    clearInterval(timer)
    onGone()
  }, 300)
  timer.unref()
}

const children = new Set()

/** Resolves to the exit code, 128 + n for a signal n. Signals sent to us, and npm's death, reach the child. */
function follow(child) {
  children.add(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']))
  }).finally(() => children.delete(child))
}

function passSignals() {
  let stopped
  const forward = (signal) => {
    stopped ??= setTimeout(() => {
      for (const child of children) child.kill('SIGKILL')
    }, 20_000)
    stopped.unref()
    if (children.size === 0) process.exit(128 + constants.signals[signal])
    for (const child of children) child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => forward(signal))
  watchNpm(() => forward('SIGTERM'))
}

async function main() {
  if (!tasks.includes(task))
    throw new Problem(`There is no task "${task}". The tasks are: ${tasks.join(', ')}.`)
  passSignals()
  const node = await findNode()
  await installPackages(node)
  // The channel closes when this process dies, however it dies: the task hears 'disconnect'.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
  const script = join(root, 'scripts', `${task}.ts`)
  return follow(spawn(node, [script, ...rest], { stdio, cwd: root, env: environmentFor(node) }))
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  main().then(
    (code) => process.exit(code),
    (error) => {
      process.stderr.write(`${error instanceof Problem ? error.message : error.stack}\n`)
      process.exit(1)
    },
  )
