import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openKeys } from './secrets.ts'

function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('the first start makes keys in the data folder, later ones find them', async () => {
  const folder = folderForTest()
  const made = await openKeys(folder, {})
  const texts = Object.values(made).map((file) => readFileSync(file, 'utf8'))
  expect(await openKeys(folder, {})).toEqual(made)
  expect(Object.values(made).map((file) => readFileSync(file, 'utf8'))).toEqual(texts)
})

test('keys of the environment stand in for them; of the two that belong together, one alone is refused', async () => {
  const given = { VAULT_KEYS: '/a', CHECKOUT_KEYS: '/b', CHECKOUT_PUBLIC_KEY: '/c', VAPID_KEYS: '/d' }
  expect(await openKeys(folderForTest(), given)).toEqual(given)
  expect(await openKeys(folderForTest(), { VAULT_KEYS: '/a' })).toMatchObject({ VAULT_KEYS: '/a' })
  const half = openKeys(folderForTest(), { CHECKOUT_PUBLIC_KEY: '/c' })
  await expect(half).rejects.toMatchObject({ code: 'config.invalid' })
})
