import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Final } from '../../core/errors.ts'
import { hold } from '../hold.mjs'
import { openLog } from './log.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const next = join(root, 'node_modules/next/dist/bin/next')
/** What the pages are built from; the stamp of a build is the hash of these. */
const sources = [
  'app/**/*.{ts,tsx,css,svg}',
  'core/**/*.ts',
  'adapters/chain/**/*.ts',
  '{next.config.ts,postcss.config.mjs,tsconfig.json,package-lock.json}',
]

function stampOfSources(): string {
  const files = globSync(sources, { cwd: root }).filter((path) => !/\.test\.tsx?$/.test(path))
  const hash = createHash('sha256')
  for (const path of files.sort()) hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

const buildId = join(root, '.next', 'BUILD_ID')
const stampFile = join(root, '.cache', 'pages.stamp')

/** The stamp names Next's own build id too: a build by hand, or one cut short, does not count. */
const stampNow = () => `${stampOfSources()} ${existsSync(buildId) ? readFileSync(buildId, 'utf8') : ''}`
const isBuilt = () =>
  existsSync(buildId) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampNow()

async function runNext(logs: string): Promise<void> {
  const log = openLog(join(logs, 'build.log'))
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', log.descriptor, log.descriptor],
  })
  log.handOver()
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code === 0) return
  throw new Final({
    code: 'internal',
    message: `The pages were not built: ${log.lastWords().replace(/\.$/, '')}.`,
    fix: `The whole story: ${log.path}`,
  })
}

/**
 * Builds the pages when their sources changed since the last build. Two starts of one checkout build once.
 * @param logs folder for build.log
 * @throws Final with Next's own reason
 */
export async function buildPages(logs: string): Promise<{ detail: string }> {
  mkdirSync(join(root, '.cache'), { recursive: true })
  if (isBuilt()) return { detail: 'built before' }
  const release = await hold(join(root, '.cache', 'pages.lock'))
  try {
    if (isBuilt()) return { detail: 'built by another start' }
    await runNext(logs)
    writeFileSync(stampFile, stampNow())
    return { detail: 'built' }
  } finally {
    release()
  }
}
