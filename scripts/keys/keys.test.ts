import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openKeyRing } from '../../adapters/keys/ring.ts'
import { uuidv7 } from '../../core/id.ts'
import { readMember } from '../../db/members/read.ts'
import { updateMember } from '../../db/members/update.ts'
import { countByKek } from '../../db/vault/rotate.ts'
import { run } from '../../test/support/cli.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { keysForTest } from '../../test/support/keys.ts'
import { parseKeysFlags } from './flags.ts'

const script = fileURLToPath(new URL('../keys.ts', import.meta.url))
const MEMBERS = 250

const addressOf = (index: number) => ({
  name: `Member ${index}`,
  street: `${index} Canal St`,
  city: 'Portland',
  state: 'OR',
  zip_code: '97201',
  country: 'US',
})

async function world() {
  const { app, appUrl } = await databaseForTest()
  const keys = await keysForTest()
  const command = (...args: string[]) =>
    run(script, [...args, '--keys', keys.folder], { APP_DATABASE_URL: appUrl })
  const done = async (...args: string[]) => {
    const { code, out, err } = await command(...args).ended
    return { code, text: out + err }
  }
  const ids = Array.from({ length: MEMBERS }, () => uuidv7())
  const fill = async (count: number) => {
    for (const [index, id] of ids.slice(0, count).entries()) {
      await app`insert into app.member (id, username) values (${id}, ${`m_${index}`})`
      await updateMember(app, keys.ring, { id, shipping_address: addressOf(index) })
    }
  }
  /** Every address, as a web server reads it that was started before any of this. */
  const requireReadable = async (count: number) => {
    for (const [index, id] of ids.slice(0, count).entries())
      expect((await readMember(app, keys.ring, id))?.shipping_address).toEqual(addressOf(index))
  }
  const current = async () => (await keys.ring.current()).kekId
  return { app, keys, ids, command, done, fill, requireReadable, current }
}

test('a rotation that is killed in the middle leaves everything readable, goes on, and ends', async () => {
  const { app, keys, command, done, fill, requireReadable, current } = await world()
  await fill(MEMBERS)
  const before = await current()
  const first = command('rotate')
  const moved = async () => MEMBERS - ((await countByKek(app)).get(before) ?? 0)
  while ((await moved()) < 20) await new Promise((resolve) => setTimeout(resolve, 5))
  await first.kill()
  const middle = await countByKek(app)
  expect(middle.size, 'killed in the middle').toBe(2)
  await requireReadable(MEMBERS)

  const after = await current()
  expect((await done('drop', before)).text).toMatch(/still hang on key/)
  const second = await done('rotate')
  expect(second).toMatchObject({
    code: 0,
    text: expect.stringMatching(/goes on from a run that was cut off/),
  })
  expect(await current()).toBe(after)
  expect(await countByKek(app)).toEqual(new Map([[after, MEMBERS]]))
  expect(await done('drop', before)).toMatchObject({ code: 0 })
  expect(readFileSync(keys.files.vault, 'utf8')).not.toContain(before)
  await requireReadable(MEMBERS)
})

test('members read and write while it runs, and what they wrote last stands', async () => {
  const { app, keys, ids, command, fill, requireReadable, current } = await world()
  const count = 150
  await fill(count)
  const rotation = command('rotate')
  let rotated = false
  void rotation.ended.then(() => {
    rotated = true
  })
  let writes = 0
  while (!rotated) {
    const index = writes++ % count
    await updateMember(app, keys.ring, { id: ids[index] ?? '', shipping_address: addressOf(index) })
    expect((await readMember(app, keys.ring, ids[index] ?? ''))?.shipping_address).toEqual(addressOf(index))
  }
  expect((await rotation.ended).code).toBe(0)
  expect(await countByKek(app)).toEqual(new Map([[await current(), count]]))
  await requireReadable(count)
})

test('what cannot be opened is named at the end and stops nobody else', async () => {
  const { app, done, ids, fill, requireReadable, current } = await world()
  await fill(10)
  await app`update app.member set address_encrypted = 'x' where id = ${ids[9] ?? ''}`
  const { code, text } = await done('rotate')
  expect(code).toBe(1)
  expect(text).toContain(ids[9])
  expect((await countByKek(app)).get(await current())).toBe(9)
  await requireReadable(9)
})

test('status names what hangs on each key, and no command ever prints one', async () => {
  const { keys, done, fill, current } = await world()
  await fill(3)
  const before = await current()
  const said = [await done('rotate'), await done('rotate', '--checkout'), await done('status')]
  expect(said.map(({ code }) => code)).toEqual([0, 0, 0])
  expect(said[2]?.text).toMatch(new RegExp(`${await current()}  current .* holds 3`))
  expect(said[2]?.text).toMatch(new RegExp(`${before}  older .* holds 0`))
  const secrets = [keys.files.vault, keys.files.checkout].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/"(?:private_)?key": "([^"]+)"/g)].map(([, key]) => key),
  )
  expect(secrets).toHaveLength(4)
  for (const secret of secrets) expect(said.map(({ text }) => text).join()).not.toContain(secret)
})

test('init makes what is missing for its owner alone, and changes nothing that is there', async () => {
  const { keys, done } = await world()
  const before = readFileSync(keys.files.vault, 'utf8')
  expect((await done('init')).code).toBe(0)
  expect(readFileSync(keys.files.vault, 'utf8')).toBe(before)
  for (const file of [keys.files.vault, keys.files.checkout]) expect(statSync(file).mode & 0o777).toBe(0o600)
  const published = readFileSync(keys.files.published, 'utf8')
  expect(published).toContain(keys.checkout.current().public_key)
  expect(published).not.toContain('private')
})

test('a key that was prepared is known before it is used, and the next rotation uses it', async () => {
  const { app, keys, done, fill, requireReadable, current } = await world()
  await fill(3)
  const before = await current()
  expect((await done('rotate', '--prepare')).code).toBe(0)
  expect(await current()).toBe(before)
  // Another machine's copy of the file, which never hears of the switch: it reads what the others write.
  const copy = await openKeyRing(readFileSync(keys.files.vault, 'utf8'))
  expect((await done('rotate')).text).toContain('was prepared')
  expect((await countByKek(app)).get(before)).toBeUndefined()
  await requireReadable(3)
  await expect(copy.find(await current())).resolves.toMatchObject({ kekId: await current() })
})

test('the key in use is not dropped, nor one that does not exist', async () => {
  const { done, current } = await world()
  expect((await done('drop', await current())).text).toMatch(/is in use/)
  expect((await done('drop', '0123456789abcdef')).text).toMatch(/There is no key/)
})

test('the command line is read strictly', () => {
  expect(parseKeysFlags(['rotate', '--data', 'd'])).toMatchObject({ command: 'rotate', folder: 'd/keys' })
  for (const wrong of [[], ['spin'], ['drop'], ['init', 'x'], ['status', '--prepare'], ['rotate', '--what']])
    expect(() => parseKeysFlags(wrong)).toThrow(expect.objectContaining({ code: 'config.invalid' }))
})
