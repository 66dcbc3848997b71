import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { genesisTime } from './genesis.ts'

function stateFile(): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-genesis-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { folder, file: join(folder, 'state.json') }
}

test('the moment is written once, whole, and read from then on', () => {
  const { folder, file } = stateFile()
  const first = genesisTime(file)
  expect(readdirSync(folder)).toEqual(['state.json.genesis'])
  writeFileSync(`${file}.genesis`, String(first - 100))
  expect(genesisTime(file)).toBe(first - 100)
})

test.each(['', 'hello', '-3'])('a broken file (%j) is no chain of 1970: one sentence', (text) => {
  const { file } = stateFile()
  writeFileSync(`${file}.genesis`, text)
  expect(() => genesisTime(file)).toThrowError(expect.objectContaining({ code: 'config.data-folder' }))
})
