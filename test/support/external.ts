import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../db/client.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { pingRedis } from '../../scripts/start/redis.ts'

/** Servers as an operator has them: Debian's, not ours from npm. */
const POSTGRES = '/usr/lib/postgresql/15/bin'
const REDIS = '/usr/bin/redis-server'
const UNPRIVILEGED = 1000

export type Server = { url: string; stop: () => Promise<void> }

type Program = { path: string; package: string; says: string }
const postgres15 = { path: join(POSTGRES, 'postgres'), package: 'postgresql-15', says: 'Postgres 15' }
const postgis = {
  ...{ path: '/usr/share/postgresql/15/extension/postgis.control', package: 'postgresql-15-postgis-3' },
  says: 'PostGIS',
}
const redis = { path: REDIS, package: 'redis-server', says: 'Redis' }

/** True when Debian's programs are on this machine; installs them first where that is possible (root, apt). */
function have(programs: Program[]): boolean {
  const areThere = () => programs.every(({ path }) => existsSync(path))
  if (areThere()) return true
  const packages = programs.map((program) => program.package)
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'))
    try {
      execFileSync('/usr/bin/apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        stdio: 'ignore',
        timeout: 300_000,
      })
    } catch {
      // No network, or another Debian: said below.
    }
  if (areThere()) return true
  const names = programs.map(({ says }) => says).join(' and ')
  process.stdout.write(
    `Skipped: no ${names} of its own on this machine (apt install ${packages.join(' ')}).\n`,
  )
  return false
}

/** Whether Postgres 15 and Redis can be started here; says so when that half is not tested. */
export const haveServers = () => have([postgres15, redis])

/** Whether Redis can be started here; says so when that half is not tested. */
export const haveRedis = () => have([redis])

/** Whether Postgres 15 with PostGIS can be started here; says so when that half is not tested. */
export const havePostgis = () => have([postgres15, postgis])

async function settle(attempt: () => Promise<unknown>): Promise<void> {
  for (let rest = 200; ; rest--)
    try {
      await attempt()
      return
    } catch (error) {
      if (rest === 0) throw error
      await sleep(50)
    }
}

function stopper(child: ChildProcess, folder: string, signal: NodeJS.Signals) {
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return async () => {
    child.kill(signal)
    await exited
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Makes what an operator makes by hand: a database, and an owner who is no superuser. */
async function prepare(adminUrl: string): Promise<void> {
  const sql = connect(adminUrl, { name: 'test', max: 1 })
  try {
    await sql`create role owner login createrole password 'owner'`
    await sql`create database sneakers owner owner`
  } finally {
    await sql.end()
  }
}

/**
 * Postgres 15 with a database `sneakers`; the URL is its owner's, an ordinary user that may create roles. `adminUrl`: the
 * superuser's, who may add extensions.
 */
export async function startPostgres15(): Promise<Server & { adminUrl: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-pg15-'))
  const user = process.getuid?.() === 0 ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {}
  if (user.uid) chownSync(folder, user.uid, user.gid)
  const password = join(folder, 'password')
  writeFileSync(password, 'admin')
  const data = join(folder, 'data')
  const flags = ['-D', data, '-U', 'admin', '--auth=scram-sha-256', `--pwfile=${password}`, '--no-sync']
  execFileSync(join(POSTGRES, 'initdb'), flags, { ...user, stdio: 'ignore' })
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'fsync=off']
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
  const child = spawn(join(POSTGRES, 'postgres'), args, { ...user, stdio: 'ignore' })
  const stop = stopper(child, folder, 'SIGINT')
  await settle(() => prepare(`postgres://admin:admin@127.0.0.1:${port}/postgres`))
  const adminUrl = `postgres://admin:admin@127.0.0.1:${port}/sneakers`
  return { url: `postgres://owner:owner@127.0.0.1:${port}/sneakers`, adminUrl, stop }
}

/** A Redis that keeps nothing. @param wanted where one was before; a free port by default */
export async function startRedis(wanted?: number): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-redis-'))
  const port = wanted ?? (await freePort())
  const flags = ['--bind', '127.0.0.1', '--save', '', '--dir', folder, '--port', String(port)]
  const child = spawn(REDIS, flags, { stdio: 'ignore' })
  const stop = stopper(child, folder, 'SIGTERM')
  const url = `redis://127.0.0.1:${port}`
  await settle(() => pingRedis(url))
  return { url, stop }
}
