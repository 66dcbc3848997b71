import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

/** As GitHub names them. */
const anchorsOf = (path: string) =>
  [...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/ /g, '-'),
  )

test('every link of the docs leads to a file that is there, and to a heading of it', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })]
  expect(pages.length).toBeGreaterThan(40)
  const broken = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(
      ([whole, path = '', anchor]) => {
        const target = path === '' ? page : join(dirname(page), path)
        if (!existsSync(join(root, target))) return [`${page}: ${whole}`]
        return anchor !== undefined && !anchorsOf(target).includes(anchor) ? [`${page}: ${whole}`] : []
      },
    ),
  )
  expect(broken).toEqual([])
})

test('what docs/metrics.md wakes people for is what the code tells', () => {
  const told = globSync('{app,workers,indexer,adapters}/{metrics,metrics/*}.ts', { cwd: root })
    .filter((path) => !path.endsWith('.test.ts'))
    .flatMap((path) => [...textOf(path).matchAll(/'(snpd_\w+)'/g)].map(([, name = '']) => name))
  const asked = [...textOf('docs/metrics.md').matchAll(/snpd_[a-z_]+/g)].map(([name]) =>
    name.replace(/_count$/, ''),
  )
  expect(new Set(told).size).toBeGreaterThan(20)
  expect([...new Set(asked)].filter((name) => !told.includes(name))).toEqual([])
})
