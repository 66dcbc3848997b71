import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The violations dependency-cruiser reports for a small tree of files under our own rules. */
function cruise(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-rooms-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const shared of ['node_modules', 'tsconfig.json', 'package.json'])
    symlinkSync(join(root, shared), join(folder, shared))
  const config = join(root, '.dependency-cruiser.mjs')
  const rooms = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))]
  const args = ['--config', config, '--output-type', 'err', ...rooms]
  return spawnSync(join(root, 'node_modules/.bin/depcruise'), args, { cwd: folder, encoding: 'utf8' }).stdout
}

const leaf = 'export const leaf = 1\n'
const importing = (path: string) => `import { leaf } from '${path}'\nexport const use = leaf\n`

test.each([
  ['core', '../db/leaf.ts', 'core-imports'],
  ['core', 'node:fs', 'core-is-pure'],
  ['db', '../adapters/leaf.ts', 'db-imports'],
  ['adapters', '../db/leaf.ts', 'adapters-imports'],
  ['indexer', '../adapters/queue/leaf.ts', 'indexer-imports'],
  ['workers', '../app/leaf.ts', 'workers-imports'],
  ['app', '../workers/leaf.ts', 'app-imports'],
  ['app', '../indexer/leaf.ts', 'app-imports'],
  ['app', '../adapters/browser/leaf.ts', 'app-imports'],
  ['app', 'postgres', 'sql-lives-in-db'],
  ['app', '../core/payment/open.ts', 'only-workers-open'],
  ['scripts', '../adapters/keys/checkout.ts', 'only-workers-open'],
])('%s may not import %s', (room, target, rule) => {
  const files = { [`${room}/a.ts`]: importing(target) }
  const output = cruise(target.startsWith('..') ? { ...files, [target.slice(3)]: leaf } : files)
  expect(output).toContain(`error ${rule}: ${room}/a.ts`)
})

test('what DESIGN.md allows passes', () => {
  const output = cruise({
    'core/leaf.ts': leaf,
    'db/a.ts': importing('../core/leaf.ts'),
    'adapters/chain/leaf.ts': leaf,
    'indexer/a.ts': importing('../adapters/chain/leaf.ts'),
    'app/a.ts': importing('../adapters/chain/leaf.ts'),
    'workers/a.ts': importing('../adapters/chain/leaf.ts'),
  })
  expect(output).toContain('no dependency violations found')
})

test('a cycle is refused', () => {
  const output = cruise({
    'core/a.ts': importing('./b.ts'),
    'core/b.ts': "export { use as leaf } from './a.ts'\n",
  })
  expect(output).toContain('error no-cycles')
})
