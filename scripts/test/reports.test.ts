import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPlaywright, readVitest } from './reports.ts'
import { run } from './runners.ts'

const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))
const quiet = () => undefined
let folder = ''

// Inside the project: there the tests find their runners.
beforeAll(() => {
  mkdirSync(cache, { recursive: true })
  folder = mkdtempSync(join(cache, 'reports-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

test('what was red in vitest is told with its file, title and reason; a file that could not be loaded too', async () => {
  const head = `import { describe, expect, test } from 'vitest'\n`
  write('config.mjs', `export default { test: { include: ['*.unit.mjs'] } }`)
  write('green.unit.mjs', `${head}test('holds', () => expect(1).toBe(1))\ntest.skip('later', () => {})`)
  write(
    'red.unit.mjs',
    `${head}describe('sums', () => test('add up', () => expect(1 + 1, 'the sum').toBe(3)))`,
  )
  write('broken.unit.mjs', `${head}import './nowhere.mjs'`)
  const file = join(folder, 'vitest.json')
  const args = ['run', '--root', folder, '--config', join(folder, 'config.mjs'), '--reporter=json']
  const { code } = await run({ name: 'vitest', args: [...args, `--outputFile=${file}`] }, quiet)
  const { red = [], ...counted } = readVitest({ file, root: folder }, quiet)
  expect({ code, ...counted }).toEqual({ code: 1, passed: 1, failed: 1, skipped: 1 })
  expect(red.toSorted()).toEqual([
    expect.stringMatching(/^broken\.unit\.mjs › the whole file: .*nowhere/),
    'red.unit.mjs › sums add up: AssertionError: the sum: expected 2 to be 3 // Object.is equality',
  ])
})

test('what was red in the browser is told the same, without the colours of a terminal', async () => {
  const head = `import { expect, test } from '@playwright/test'\n`
  write('playwright.config.mjs', `export default { testMatch: '*.browser.mjs' }`)
  write(
    'page.browser.mjs',
    `${head}test('holds', () => expect(1).toBe(1))\ntest.describe('group', () => test('falls', () => expect(1).toBe(2)))`,
  )
  const file = join(folder, 'playwright.json')
  const args = ['test', '--config', join(folder, 'playwright.config.mjs'), '--reporter=json']
  const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, FORCE_COLOR: '1' }
  await run({ name: 'playwright', args, environment }, quiet)
  const tally = readPlaywright({ file }, quiet)
  expect(tally).toMatchObject({ passed: 1, failed: 1, skipped: 0 })
  const [line, ...more] = tally.red ?? []
  expect(more).toEqual([])
  expect(line).toBe(
    'page.browser.mjs:3 › falls: Error: expect(received).toBe(expected) // Object.is equality',
  )
})

test('a report that is not there, or is none, is one failure that says so', () => {
  let told = ''
  const listen = (text: string) => {
    told += text
  }
  const none = { passed: 0, failed: 1, skipped: 0 }
  expect(readVitest({ file: join(folder, 'missing.json'), root: folder }, listen)).toEqual(none)
  expect(readPlaywright({ file: write('odd.json', '{"stats":{}}') }, listen)).toEqual(none)
  expect(told.match(/The test report cannot be read/g)).toHaveLength(2)
})
