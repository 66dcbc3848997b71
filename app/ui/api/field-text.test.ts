import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from '@hono/zod-openapi'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newRouter } from '../../api/router.ts'
import { german } from '../messages/de/german.ts'
import type { Words } from '../messages/in-words.ts'
import { fieldText } from './field-text.ts'

const tables: Record<string, unknown> = german
beforeEach(() => {
  globalThis.snpdWords = (part) => tables[part] as Words
})
afterEach(() => {
  globalThis.snpdWords = undefined
})

test('in German what is wrong with a field is said in German, with its numbers and names', () => {
  expect(fieldText('a size such as 10, 9.5 or 7W')).toBe('eine Größe wie 10, 9.5 oder 7W')
  expect(fieldText('at least 12 characters')).toBe('mindestens 12 Zeichen')
  expect(fieldText('one of: new, worn')).toBe('eins von: new, worn')
})

test('what has no German words, and all of it in English, stays as the API says it', () => {
  expect(fieldText('too odd: 7 of them')).toBe('too odd: 7 of them')
  globalThis.snpdWords = undefined
  expect(fieldText('at least 12 characters')).toBe('at least 12 characters')
})

const shapes = [
  ...[z.string(), z.int(), z.number(), z.boolean(), z.array(z.string()), z.object({}), z.string().min(9)],
  ...[z.string().max(1), z.array(z.int()).min(7), z.array(z.int()).max(1), z.int().min(50), z.int().max(1)],
  ...[z.number().gt(50), z.number().lt(1), z.email(), z.url(), z.uuid(), z.iso.datetime(), z.iso.date()],
  ...[z.string().regex(/^q/), z.enum(['a', 'b']), z.int().multipleOf(11)],
]

test('all that the API says of a field by itself has German words', () => {
  newRouter()
  const values = [undefined, null, '', 'some text', 7, 1.5, [1, 2]]
  const said = shapes.flatMap((shape) =>
    values.flatMap((value) => shape.safeParse(value).error?.issues.map(({ message }) => message) ?? []),
  )
  expect(new Set(said).size).toBeGreaterThan(18)
  expect(said.filter((message) => fieldText(message) === message)).toEqual([])
})

const core = fileURLToPath(new URL('../../../core/', import.meta.url))
/** Words of a shape's own: `.regex(…, 'a size such as 10')`, `.refine(…, { message: 'not before `from`' })`. */
const own =
  /\.(?:regex|refine|min|max|length)\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*?,\s*(?:\{[^}]*message: )?'([^']+)'[^)]*\)/g

test('all that shapes say of a field has German words', () => {
  const paths = globSync('**/*.ts', { cwd: core }).filter((path) => !/\.test\.ts$|^config\.ts$/.test(path))
  const said = paths.flatMap((path) =>
    [...readFileSync(core + path, 'utf8').matchAll(own)].map(([, message = '']) => message),
  )
  expect(new Set(said).size).toBeGreaterThan(40)
  expect([...new Set(said)].filter((message) => fieldText(message) === message)).toEqual([])
})
