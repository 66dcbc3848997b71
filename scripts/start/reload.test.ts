import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { watched } from './reload.ts'

const app = fileURLToPath(new URL('../../app/', import.meta.url))

test('every folder of the web server that Next does not reload restarts it', () => {
  const folders = readdirSync(app, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const ofNext = folders.filter((name) => /^\(.*\)$/.test(name) || name === 'ui')
  const ours = folders.filter((name) => !ofNext.includes(name))
  expect(ours.filter((name) => !watched[`app/${name}`]?.includes('web'))).toEqual([])
})
