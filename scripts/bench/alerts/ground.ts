import { connect, type Sql } from '../../../db/client.ts'
import { type Child, startChild } from '../../../test/support/child.ts'
import { makeKeys, type TestKeys } from '../../../test/support/keys.ts'
import { startStormPostgres } from '../../../test/support/storm-postgres.ts'
import { freePort } from '../../engines/ports.ts'

/** What a bench of alerts runs on: a Postgres as `npm start` runs it, and our own processes beside it. */
export type Ground = {
  sql: Sql
  appUrl: string
  /** @returns where it serves */
  gateway: (more?: Record<string, string>) => Promise<string>
  monitor: () => Promise<Child>
  close: () => Promise<void>
}

type Parts = { appUrl: string; keys: TestKeys; children: Child[] }

async function startGateway(
  { appUrl, keys, children }: Parts,
  more: Record<string, string>,
): Promise<string> {
  const port = await freePort()
  const { vault, published } = keys.files
  const env = {
    APP_DATABASE_URL: appUrl,
    PORT: String(port),
    VAULT_KEYS: vault,
    CHECKOUT_PUBLIC_KEY: published,
    ...more,
  }
  children.push(await startChild('test/support/storm-gateway.ts', env))
  return `http://localhost:${port}`
}

/** Everything is gone after `close`. */
export async function openGround(): Promise<Ground> {
  const postgres = await startStormPostgres()
  const { appUrl } = postgres
  const [keys, sql] = [await makeKeys(), connect(appUrl, { name: 'bench', max: 4 })]
  const parts: Parts = { appUrl, keys, children: [] }
  const monitor = async () => {
    const child = await startChild('test/support/storm-monitor.ts', { APP_DATABASE_URL: appUrl })
    parts.children.push(child)
    return child
  }
  const close = async () => {
    await Promise.all(parts.children.map((child) => child.kill()))
    await sql.end({ timeout: 2 })
    await postgres.stop()
    keys.remove()
  }
  return { sql, appUrl, gateway: (more = {}) => startGateway(parts, more), monitor, close }
}
