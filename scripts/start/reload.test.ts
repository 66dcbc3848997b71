import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { watched } from './reload.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

test('a change in the web server restarts it; one in pages is left to Next', () => {
  for (const folder of ['app/api', 'app/auth', 'app/places', 'app/realtime', 'app/server.ts', 'core', 'db'])
    expect([folder, watched[folder]?.includes('web')]).toEqual([folder, true])
  expect(Object.keys(watched).filter((path) => /^app\/(\(|ui)/.test(path))).toEqual([])
})

test('everything that is watched is there', () => {
  const [rooms, inApp] = [readdirSync(root), readdirSync(`${root}app`).map((name) => `app/${name}`)]
  expect(Object.keys(watched).filter((path) => ![...rooms, ...inApp].includes(path))).toEqual([])
})
