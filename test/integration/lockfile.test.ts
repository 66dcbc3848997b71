import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { missingOptional } from '../../scripts/lock.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

/** npm's own entry, run on this very Node: the one beside `npm` on the PATH. */
async function npmCli(): Promise<string> {
  if (process.env.npm_execpath) return process.env.npm_execpath
  const { stdout } = await promisify(execFile)('sh', ['-c', 'readlink -f "$(command -v npm)"'])
  return stdout.trim()
}

test('npm ci accepts the lockfile', async () => {
  const cli = await npmCli()
  const run = promisify(execFile)(process.execPath, [cli, 'ci', '--dry-run', '--ignore-scripts'], {
    cwd: root,
  })
  await expect(run).resolves.toBeDefined()
})

test('the lockfile names every optional platform package and no registry host', () => {
  expect(missingOptional(lock)).toEqual({})
  const resolved = Object.values<{ resolved?: string }>(lock.packages).filter((entry) => entry.resolved)
  expect(resolved).toEqual([])
})

test('a platform package that npm left out is put back with its platform', () => {
  const name = 'node_modules/@nomicfoundation/edr-darwin-arm64'
  const { [name]: removed, ...packages } = lock.packages
  expect(removed).toBeDefined()
  expect(missingOptional({ ...lock, packages })).toEqual({
    [name]: { version: removed.version, optional: true, os: ['darwin'], cpu: ['arm64'] },
  })
})

test('every install script is decided on in allowScripts', () => {
  const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const scripted = Object.entries<{ hasInstallScript?: boolean }>(lock.packages)
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
  expect(scripted.filter((name) => !(name in allowScripts))).toEqual([])
})

test('wallet kits that only add weight are replaced by an empty package', () => {
  const file = join(root, 'node_modules/@metamask/sdk/package.json')
  expect(JSON.parse(readFileSync(file, 'utf8')).name).toBe('empty-npm-package')
})
