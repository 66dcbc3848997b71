import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Final } from '../../core/errors.ts'
import { genesisTime, setClock } from './genesis.ts'
import { requirePort } from './ports.ts'

export type AnvilOptions = {
  port: number
  /** The chain's state, loaded when it exists, written every five seconds and at the end. */
  stateFile?: string
  /** The state is loaded and never written: what happens from then on is forgotten. */
  frozen?: boolean
  /** EIP-155; 31337 by default. */
  chainId?: number
  /** Prague by default, the first with the BLS12-381 precompiles. */
  hardfork?: 'cancun' | 'prague' | 'osaka'
  /**
   * States of old blocks kept, all in memory. Without it the oldest go to disk, of which a reorg on a chain of a
   * thousand quick blocks can come back with no contracts at all.
   */
  states?: number
}
export type AnvilServer = {
  url: string
  process: ChildProcess
  /** SIGTERM, and waits until the state is on disk. */
  stop: () => Promise<void>
}

/** anvil writes everything each time: with 3,000 blocks that is 15 MB and 0.3 s of CPU. */
const STATE_INTERVAL_SECONDS = 5

/** The program itself, not npm's node wrapper around it: a signal must reach anvil. */
function binary(): string {
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch
  const name = `@foundry-rs/anvil-${process.platform}-${architecture}`
  try {
    const anvil = createRequire(import.meta.url).resolve('@foundry-rs/anvil/package.json')
    const folder = dirname(createRequire(anvil).resolve(`${name}/package.json`))
    return join(folder, 'bin', process.platform === 'win32' ? 'anvil.exe' : 'anvil')
  } catch (cause) {
    throw new Final({
      code: 'config.data-folder',
      message: `No local chain for this platform (${name} is not installed).`,
      fix: 'Set RPC_URL to an EVM chain of your own.',
      cause,
    })
  }
}

function failed({ stateFile }: AnvilOptions, output: string): Final {
  const reason = output.split('\n').find((line) => line.trim() !== '') ?? 'it gave no reason'
  const backup = stateFile && existsSync(backupOf(stateFile)) ? backupOf(stateFile) : undefined
  return new Final({
    code: 'config.data-folder',
    message: stateFile
      ? `The local chain cannot use its state ${stateFile}: ${reason.replace(/^.*?: (?=failed)/, '')}.`
      : `The local chain does not start: ${reason}.`,
    fix: backup
      ? `Copy ${backup} over it (the chain at its last good start), or start anew with --fresh (this deletes the local data).`
      : 'Start anew with --fresh (this deletes the local data).',
  })
}

function backupOf(stateFile: string): string {
  return `${stateFile}.last`
}

async function answers(url: string): Promise<boolean> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] })
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then(
    (response) => response.ok,
    () => false,
  )
}

async function ready(url: string, child: ChildProcess, options: AnvilOptions): Promise<void> {
  let output = ''
  const collect = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-20_000)
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  const exited = new Promise<'exited'>((resolve) => child.once('close', () => resolve('exited')))
  for (let attempt = 0; attempt < 1_200; attempt++) {
    const answered = await answers(url)
    // A program that took the port since we looked could answer while ours dies.
    const event = await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 25))])
    if (event === 'exited') throw failed(options, output)
    if (answered) return
  }
  child.kill('SIGKILL')
  throw failed(options, 'it did not answer within 30 s')
}

function stateFlags({ stateFile, frozen }: AnvilOptions): string[] {
  if (!stateFile) return []
  if (frozen) return ['--load-state', stateFile]
  return ['--state', stateFile, '--state-interval', String(STATE_INTERVAL_SECONDS)]
}

function flags(options: AnvilOptions): string[] {
  const { port, stateFile, chainId = 31_337, hardfork = 'prague', states } = options
  // Old states overflow to disk; left alone, anvil would put them into the user's home folder.
  const cache = stateFile ? `${stateFile}.cache` : join(tmpdir(), 'snpd-anvil')
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--chain-id', String(chainId), '--cache-path', cache],
    ...['--timestamp', String(genesisTime(stateFile))],
    ...['--accounts', '0', '--hardfork', hardfork, '--quiet', ...stateFlags(options)],
    ...(states === undefined ? [] : ['--prune-history', String(states)]),
  ]
}

/**
 * Starts anvil on 127.0.0.1 and waits until it answers. It mines a block per transaction and knows no accounts.
 * With a state file, blocks, transactions and logs come back as they were after a stop; after a SIGKILL the blocks of
 * the last five seconds are missing.
 * @throws Final `config.data-folder` when the state file is broken, `config.port-taken`
 */
export async function startAnvil(options: AnvilOptions): Promise<AnvilServer> {
  const { port, stateFile } = options
  await requirePort(port, 'chain')
  if (stateFile) mkdirSync(dirname(stateFile), { recursive: true, mode: 0o700 })
  const child = spawn(binary(), flags(options), { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${port}`
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await exited
  }
  await ready(url, child, options)
  try {
    await setClock(url)
    if (stateFile && !options.frozen && existsSync(stateFile)) copyFileSync(stateFile, backupOf(stateFile))
  } catch (cause) {
    await stop()
    throw failed(options, String(cause))
  }
  return { url, process: child, stop }
}
