import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

type Font = { characterSet: number[]; variationAxes: Record<string, { min: number; max: number }> }
const require = createRequire(import.meta.url)
const open: { default: (bytes: Buffer) => Font } = require('next/dist/compiled/@next/font/dist/fontkit')
const fontOf = (path: string) => open.default(readFileSync(new URL(path, import.meta.url)))
const packages = '../../node_modules/@fontsource-variable'
const css = readFileSync(new URL('../globals.css', import.meta.url), 'utf8')

test.each([
  ['archivo', 'archivo/files/archivo-latin-wdth-normal.woff2'],
  ['inter', 'inter/files/inter-latin-wght-normal.woff2'],
  ['jetbrains', 'jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2'],
])('%s writes all that the whole Latin file writes', (name, whole) => {
  const letters = fontOf(`./fonts/${name}.woff2`).characterSet
  expect(fontOf(`${packages}/${whole}`).characterSet.filter((letter) => !letters.includes(letter))).toEqual(
    [],
  )
})

test('headlines have every width that the styles ask for', () => {
  const { wdth } = fontOf('./fonts/archivo.woff2').variationAxes
  const asked = [...css.matchAll(/font-stretch: (\d+)%/g)].map(([, width]) => Number(width))
  expect(asked.length).toBeGreaterThan(0)
  for (const width of asked) {
    expect(wdth?.min).toBeLessThanOrEqual(width)
    expect(wdth?.max).toBeGreaterThanOrEqual(width)
  }
})

test('together they are small: each first visit waits for them', () => {
  const sizes = ['archivo', 'inter', 'jetbrains'].map(
    (name) => statSync(new URL(`./fonts/${name}.woff2`, import.meta.url)).size,
  )
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(70_000)
})
