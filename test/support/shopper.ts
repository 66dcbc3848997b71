import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './cli.ts'
import type { Command } from './command.ts'

/** A card of nobody's: passes Luhn, and no test may find it anywhere at rest. */
export const CANARY = { number: '4539578763621486', expiry: '12/31', name: 'Kim Rivera' }
export const CANARY_CODE = '739'

export const shopperProfile = {
  email: 'kim@example.org',
  first_name: 'Kim',
  last_name: 'Rivera',
  phone: '+15035550123',
  address: { street: '12 Canal St', city: 'Portland', state: 'OR', zip_code: '97201', country: 'US' },
  card: CANARY,
}

export type Said = { code: number | null; result: Record<string, unknown>; err: string }
export type Shopper = {
  folder: string
  /** `npm run checkout` as a person's shell runs it, in auto unless told otherwise. */
  start: (url: string, ...more: string[]) => Command
  buy: (url: string, ...more: string[]) => Promise<Said>
  /** All that the command has written to disk. */
  everything: () => string
}

/** Somebody with a profile and a journal folder of their own. */
export function newShopper(profile: object = shopperProfile, env: Record<string, string> = {}): Shopper {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-shopper-'))
  const file = join(folder, 'profile.json')
  writeFileSync(file, JSON.stringify(profile))
  const kept = join(folder, 'kept')
  const browser: Record<string, string> = process.env.SNPD_BROWSER
    ? { SNPD_BROWSER: process.env.SNPD_BROWSER }
    : {}
  const start = (url: string, ...more: string[]) => {
    const always = ['--url', url, '--profile', file, '--journal', kept, '--json']
    const cap = more.includes('--max-total') ? [] : ['--max-total', '200']
    const rest = more.includes('--mode') ? more : ['--mode', 'auto', ...cap, ...more]
    const size = more.includes('--size') ? [] : ['--size', '10']
    const variables = { SNPD_CVC: CANARY_CODE, RECONCILE_SECONDS: '2', ...browser, ...env }
    return run('scripts/checkout.ts', [...always, ...size, ...rest], variables)
  }
  const buy = async (url: string, ...more: string[]) => {
    const { code, out, err } = await start(url, ...more).ended
    return { code, result: JSON.parse(out) as Record<string, unknown>, err }
  }
  const everything = () =>
    (existsSync(kept) ? readdirSync(kept) : [])
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(join(kept, name), 'utf8'))
      .join('\n')
  return { folder, start, buy, everything }
}
