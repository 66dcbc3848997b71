import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { deploymentShape } from '../../core/deployment.ts'
import { logOptions } from '../../core/log.ts'
import { run } from '../support/cli.ts'
import { ask } from '../support/http.ts'
import { makeKeys, type TestKeys } from '../support/keys.ts'
import { startTestWeb } from '../support/web.ts'

const PASSWORD = 'a-password-nobody-may-read'
const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const [folder, awarder, relayer] = [
  mkdtempSync(join(tmpdir(), 'snpd-logs-')),
  `0x${'1a'.repeat(32)}`,
  `0x${'2b'.repeat(32)}`,
]
const deployment = {
  ...Object.fromEntries(Object.keys(deploymentShape.shape).map((name) => [name, `0x${'0'.repeat(40)}`])),
  ...{ chain_id: 31_337, start_block: 0, ruleset: `0x${'0'.repeat(64)}` },
}
let keys: TestKeys
beforeAll(async () => {
  keys = await makeKeys()
  writeFileSync(join(folder, 'deployment.json'), JSON.stringify(deployment))
})
afterAll(() => {
  keys.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** Everything that a process can be told, with engines that are not there. */
function environment() {
  const { files } = keys
  return {
    APP_DATABASE_URL: `postgres://snpd_app:${PASSWORD}@127.0.0.1:9/snpd`,
    INDEXER_DATABASE_URL: `postgres://snpd_indexer:${PASSWORD}@127.0.0.1:9/snpd`,
    RPC_URL: `http://127.0.0.1:9/v2/${PASSWORD}`,
    WS_URL: `ws://127.0.0.1:9/v2/${PASSWORD}`,
    DEPLOYMENT: join(folder, 'deployment.json'),
    ...{ PORT: '39999', ORIGIN: 'http://localhost:39999', JWT_KEY: pem, LOG_LEVEL: 'debug' },
    ...{ VAULT_KEYS: files.vault, CHECKOUT_KEYS: files.checkout, CHECKOUT_PUBLIC_KEY: files.published },
    ...{ VAPID_KEYS: files.vapid, AWARDER_KEY: awarder, RELAYER_KEY: relayer, METRICS_TOKEN: PASSWORD },
  }
}

test.each(['app/server.ts', 'workers/main.ts', 'indexer/main.ts'])(
  '%s says what is wrong with its engines, and none of its secrets',
  async (entry) => {
    const process = run(entry, [], environment())
    // Two of them end with that; the indexer goes on asking.
    let isOver = false
    void process.ended.then(() => {
      isOver = true
    })
    await vi.waitUntil(() => isOver || /does not answer/.test(process.said()), { timeout: 60_000 })
    const { out, err } = await process.stop()
    const said = `${out}${err}`
    expect(said).toMatch(/does not answer/)
    for (const secret of [PASSWORD, awarder.slice(2), relayer.slice(2), pem.split('\n')[1] ?? ''])
      expect(said).not.toContain(secret)
  },
  240_000,
)

test('every answer has a request id, by which its line in the log is found, with its route and no value of its path', async () => {
  const lines: string[] = []
  const logger = pino(logOptions('web', 'debug'), { write: (line: string) => void lines.push(line) })
  const web = await startTestWeb(() => ({ logger }))
  try {
    const response = await ask(`${web.origin}/api/sneakers/0190a0de-0000-7000-8000-000000000001`)
    const requestId = response.headers.get('x-request-id')
    const [line] = lines.map((each) => JSON.parse(each)).filter((each) => each.requestId === requestId)
    expect(line).toMatchObject({ name: 'web', method: 'GET', status: response.status, msg: 'request' })
    expect(lines.join('')).not.toContain('0190a0de')
    const failed = await ask(`${web.origin}/api/users/login`, { body: { login: 'ann', password: PASSWORD } })
    expect(failed.headers.get('x-request-id')).not.toBe(requestId)
    expect(lines.join('')).not.toContain(PASSWORD)
  } finally {
    await web.close()
  }
})
