import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { chromium } from 'playwright-core'
import { Final } from '../../core/errors.ts'
import { untar } from './untar.ts'

export type BrowserChoice = {
  executable: string
  /** Variables that this browser needs besides the process's own. */
  env: Record<string, string>
  /** Where it came from, for health and logs. */
  source: 'configured' | 'playwright' | 'system' | 'bundled'
}
export type FindOptions = { configured: string | undefined; cache: string; path: string | undefined }

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function onPath(path: string | undefined): string | undefined {
  const folders = (path ?? '').split(delimiter).filter(Boolean)
  return folders.flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name))).find(existsSync)
}

/** The folder of npm `@sparticuz/chromium`, read as data: its own code unpacks into a shared, half-written /tmp. */
function bundle(): { folder: string; version: string } {
  try {
    const require = createRequire(import.meta.url)
    const root = join(dirname(require.resolve('@sparticuz/chromium')), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'bin'), version }
  } catch (cause) {
    throw new Final({
      code: 'browser.missing',
      message: 'No Chromium was found on this machine and the bundled one is not installed.',
      fix: 'Install Chromium, or set SNPD_BROWSER to the path of a Chromium or Chrome.',
      cause,
    })
  }
}

const inflate = promisify(brotliDecompress)

function fontsConfig(target: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts</dir><dir>${join(target, 'fonts', 'fonts')}</dir>
<cachedir>${join(target, 'fonts-cache')}</cachedir></fontconfig>`
}

async function unpack(from: string, target: string): Promise<void> {
  const making = `${target}.${process.pid}.making`
  mkdirSync(making, { recursive: true })
  for (const name of ['al2023', 'fonts', 'swiftshader']) {
    // al2023 and fonts keep their own folders; swiftshader's libraries must lie beside the executable.
    const folder = name === 'swiftshader' ? making : join(making, name)
    untar(await inflate(readFileSync(join(from, `${name}.tar.br`))), folder)
  }
  // The packed configuration looks in /tmp/fonts; a Chromium that finds no font at all ends itself.
  writeFileSync(join(making, 'fonts', 'fonts.conf'), fontsConfig(target))
  writeFileSync(join(making, 'chromium'), await inflate(readFileSync(join(from, 'chromium.br'))), {
    mode: 0o755,
  })
  try {
    renameSync(making, target)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    // Another process was faster: its copy is whole, because it too appeared by rename.
    if (!existsSync(join(target, 'chromium'))) throw error
  }
}

async function bundled(cache: string): Promise<BrowserChoice> {
  const { folder, version } = bundle()
  const target = resolve(cache, `chromium-${version}`)
  if (!existsSync(join(target, 'chromium'))) await unpack(folder, target)
  const env = {
    LD_LIBRARY_PATH: join(target, 'al2023', 'lib'),
    FONTCONFIG_PATH: join(target, 'fonts'),
    HOME: target,
  }
  return { executable: join(target, 'chromium'), env, source: 'bundled' }
}

/**
 * A Chromium to drive: the configured one, Playwright's own, one on PATH, else the one bundled in npm, unpacked once.
 * @throws Final `browser.missing`
 */
export async function findBrowser({ configured, cache, path }: FindOptions): Promise<BrowserChoice> {
  if (configured) {
    if (existsSync(configured)) return { executable: configured, env: {}, source: 'configured' }
    throw new Final({
      code: 'browser.missing',
      message: `SNPD_BROWSER names ${configured}, which does not exist.`,
      fix: 'Set it to the path of a Chromium or Chrome, or unset it.',
    })
  }
  const own = chromium.executablePath()
  if (own && existsSync(own)) return { executable: own, env: {}, source: 'playwright' }
  const system = onPath(path)
  if (system) return { executable: system, env: {}, source: 'system' }
  return bundled(cache)
}
