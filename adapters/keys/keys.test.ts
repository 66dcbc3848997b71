import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { keysForTest } from '../../test/support/keys.ts'
import { openCheckoutKeys } from './checkout.ts'
import { addCheckoutPair, addKek, initKeys } from './files.ts'
import { openPublishedKey } from './published.ts'
import { openKeyRing } from './ring.ts'

const invalid = expect.objectContaining({ name: 'Final', code: 'config.invalid' })

test('a running process takes up a new key by itself, and still finds the older one', async () => {
  const { files, ring } = await keysForTest()
  const before = await ring.current()
  const id = await addKek(files.vault, { use: true })
  expect((await ring.current()).kekId).toBe(id)
  expect((await ring.find(before.kekId)).kekId).toBe(before.kekId)
  const published = openPublishedKey(files.published)
  const pair = await addCheckoutPair(files)
  expect(published().key_id).toBe(pair)
})

test('a file that breaks or goes away while we run leaves us with what it was', async () => {
  const { files, ring } = await keysForTest()
  const { kekId } = await ring.current()
  writeFileSync(files.vault, '{"snpd_keys":')
  expect((await ring.current()).kekId).toBe(kekId)
  rmSync(files.vault)
  expect((await ring.current()).kekId).toBe(kekId)
  await expect(ring.find('0123456789abcdef')).rejects.toMatchObject({ code: 'vault.key-missing' })
})

test('keys may come as JSON from the environment', async () => {
  const { files, ring } = await keysForTest()
  const copy = await openKeyRing(readFileSync(files.vault, 'utf8'))
  expect((await copy.current()).kekId).toBe((await ring.current()).kekId)
  const { key_id } = openPublishedKey(readFileSync(files.published, 'utf8'))()
  expect(openCheckoutKeys(readFileSync(files.checkout, 'utf8')).find(key_id)).toMatch(/^[\w-]{43}$/)
})

test('what is no file of keys, or another one, is refused at start, and never quoted', async () => {
  const { files, folder } = await keysForTest()
  const text = readFileSync(files.vault, 'utf8')
  const [, secret = 'none'] = /"key": "([^"]+)"/.exec(text) ?? []
  const [, id = 'none'] = /"current": "([^"]+)"/.exec(text) ?? []
  const broken = text.replace('"vault"', '"elsewhere"')
  for (const given of [
    '/no/such/file',
    folder,
    files.checkout,
    broken,
    '{',
    text.replace(/"keys": \[[^\]]*\]/, '"keys":[]'),
  ]) {
    const error = await openKeyRing(given).catch((thrown: unknown) => thrown)
    expect(error).toEqual(invalid)
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(secret)
  }
  // A key under another one's name would wrap what nobody finds again.
  await expect(openKeyRing(text.replaceAll(id, '0123456789abcdef'))).rejects.toEqual(invalid)
  expect(() => openPublishedKey(files.checkout)).toThrow(invalid)
})

test('the private files are for their owner alone, also after a change', async () => {
  const { files } = await keysForTest()
  await addKek(files.vault, { use: false })
  await addCheckoutPair(files)
  for (const file of [files.vault, files.checkout]) expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a crash between the pair and its public half is mended by the next init', async () => {
  const { files, folder } = await keysForTest()
  const older = readFileSync(files.published, 'utf8')
  const id = await addCheckoutPair(files)
  writeFileSync(`${files.published}.old`, older)
  renameSync(`${files.published}.old`, files.published)
  await initKeys(folder)
  expect(openPublishedKey(files.published)().key_id).toBe(id)
})
