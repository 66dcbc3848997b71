import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { initKeys } from '../../../adapters/keys/files.ts'
import { connect } from '../../../db/client.ts'
import { migrate } from '../../../db/migrate.ts'
import { ensureRoles, roleUrl } from '../../../db/roles.ts'
import { freePort } from '../../engines/ports.ts'
import { startPostgres } from '../../engines/postgres.ts'

export type Ground = {
  /** What a web process needs to know, REDIS_URL and PORT apart. */
  environment: Record<string, string>
  stop: () => Promise<void>
}

/** Roles and tables of a new database. @returns the app's URL */
export async function prepare(serverUrl: string): Promise<string> {
  const owner = connect(serverUrl, { name: 'bench', max: 1 })
  await ensureRoles(owner, { app: 'app', indexer: 'indexer' })
  await owner.end()
  const urls = { chain: roleUrl(serverUrl, 'chain', 'indexer'), app: roleUrl(serverUrl, 'app', 'app') }
  for (const schema of ['chain', 'app'] as const) {
    const sql = connect(urls[schema], { name: 'bench', max: 1 })
    await migrate(sql, schema)
    await sql.end()
  }
  return urls.app
}

/** The key that access tokens are signed with, PEM. */
export function newTokenKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** What a web process needs to know, with new keys in a folder. */
export async function environmentOf(appUrl: string, folder: string): Promise<Record<string, string>> {
  const { vault, published, vapid } = await initKeys(join(folder, 'keys'))
  return {
    ...{ APP_DATABASE_URL: appUrl, VAULT_KEYS: vault, JWT_KEY: newTokenKey() },
    ...{ CHECKOUT_PUBLIC_KEY: published, VAPID_KEYS: vapid },
  }
}

/** A Postgres with default settings, hence durable commits, and new keys. */
export async function openGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-bench-auth-'))
  const server = await startPostgres({
    folder: join(folder, 'pg'),
    port: await freePort(),
    password: 'bench',
  })
  const environment = await environmentOf(await prepare(server.url), folder)
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { environment, stop }
}

/** One of the servers beside this file as a process, on a free port, while something uses it. */
export async function withServer<T>(
  file: 'web.ts' | 'bare.ts',
  environment: Record<string, string>,
  use: (port: number) => Promise<T>,
): Promise<T> {
  const port = await freePort()
  const path = fileURLToPath(new URL(file, import.meta.url))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...environment,
    NODE_ENV: 'production',
    PORT: String(port),
  }
  const child = spawn(process.execPath, [path], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const exited = once(child, 'exit')
  const early = exited.then(() => Promise.reject(new Error(`${file} ended before it was ready`)))
  try {
    await Promise.race([once(child, 'message'), early])
    return await use(port)
  } finally {
    early.catch(() => undefined)
    child.kill('SIGTERM')
    await exited
  }
}
