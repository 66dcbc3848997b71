import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openForwarder } from '../../adapters/chain/forwarder.ts'
import { openRpc } from '../../adapters/chain/rpc.ts'
import { openPublishedKey } from '../../adapters/keys/published.ts'
import { openDiskPhotos } from '../../adapters/photos/disk.ts'
import { openSender } from '../../adapters/push/send.ts'
import { openQueue } from '../../adapters/queue/checkout.ts'
import type { Api } from '../../app/api/context.ts'
import { postgresLimits } from '../../app/api/limits/limits.ts'
import { limit } from '../../app/auth/limit.ts'
import { openStores } from '../../app/auth/stores.ts'
import { startWeb } from '../../app/http/web.ts'
import { openPlaces } from '../../app/places/open.ts'
import { readKeys, type TokenKeys } from '../../core/auth/token.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { createDatabase, type TestDatabase } from './database.ts'
import { noContracts } from './forwarder.ts'
import { makeKeys, type TestKeys } from './keys.ts'

export type TestWeb = {
  origin: string
  port: number
  db: TestDatabase
  /** What the routes work with. */
  api: Api
  keys: TokenKeys
  /** PKCS#8 PEM, as JWT_KEY. */
  pem: string
  /** Of the vault, and of the checkout workers. */
  vaultKeys: TestKeys
  close: () => Promise<void>
}

export const CHAIN_ID = 31_337
const TOKEN = '0x00000000000000000000000000000000000000aa'
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

/** The web side on a free port over a new database: everything but Next's pages. `change` replaces single parts. */
export async function startTestWeb(change: (api: Api) => Partial<Api> = () => ({})): Promise<TestWeb> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const db = await createDatabase()
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const keys = await readKeys(pem, origin)
  const vaultKeys = await makeKeys()
  const queue = openQueue({ appDatabaseUrl: db.appUrl })
  const rpcUrl = 'http://127.0.0.1:9'
  const photos = mkdtempSync(join(tmpdir(), 'snpd-photos-'))
  const parts: Api = {
    sql: db.app,
    redis: undefined,
    stores: openStores({ sql: db.app, redis: undefined }),
    queue,
    keys,
    vault: vaultKeys.ring,
    paymentKey: openPublishedKey(vaultKeys.files.published),
    alerts: openSender({
      vapid: vaultKeys.files.vapid,
      subject: 'mailto:test@snpd.example',
      origin,
      loopback: true,
      timeoutMs: 2_000,
    }),
    photos: openDiskPhotos(photos),
    origin,
    places: await openPlaces({ sql: db.app, geocoder: undefined, logger: quiet }),
    logger: quiet,
    chain: { id: CHAIN_ID, token: TOKEN, rpcUrl },
    rpc: openRpc(rpcUrl),
    forwarder: openForwarder({ rpcUrl, deployment: noContracts }),
    demo: true,
    challengeSeconds: 3,
    now: () => new Date(),
    hashing: limit({ running: 2, waiting: 50 }),
    limits: postgresLimits(db.app),
  }
  const api = { ...parts, ...change(parts) }
  const stop = await startWeb({ api, port, development: false })
  const close = async () => {
    await stop()
    await queue.close()
    await db.close()
    vaultKeys.remove()
    rmSync(photos, { recursive: true, force: true })
  }
  return { origin, port, db, api, keys, pem, vaultKeys, close }
}
