import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type DrawCase, kim } from '../fixtures/draws/case.ts'
import { startDraw } from '../fixtures/draws/server.ts'
import { type Command, run } from './cli.ts'

export type Told = { code: number | null; result: Record<string, unknown>; err: string }
export type Entering = {
  start: (url: string, ...more: string[]) => Command
  enter: (url: string, ...more: string[]) => Promise<Told>
  /** The profile, from now on. */
  change: (with_: object) => void
  /** All that the command has written to disk. */
  everything: () => string
}

/** Kim, but for what is said otherwise, with a journal folder of their own, who runs `npm run raffle-entry` in auto. */
export function newEntrant(profile: object = {}): Entering {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-entrant-'))
  const file = join(folder, 'profile.json')
  const change = (with_: object) => writeFileSync(file, JSON.stringify({ ...kim, ...with_ }))
  change(profile)
  const kept = join(folder, 'kept')
  const { SNPD_BROWSER } = process.env
  const env = { RECONCILE_SECONDS: '1', ...(SNPD_BROWSER ? { SNPD_BROWSER } : {}) }
  const start = (url: string, ...more: string[]) => {
    const mode = more.includes('--mode') ? [] : ['--mode', 'auto']
    const size = more.includes('--size') ? [] : ['--size', '10']
    const always = ['--url', url, '--profile', file, '--journal', kept, '--json']
    return run('scripts/raffle-entry.ts', [...always, ...mode, ...size, ...more], env)
  }
  const enter = async (url: string, ...more: string[]) => {
    const { code, out, err } = await start(url, ...more).ended
    return { code, result: JSON.parse(out) as Record<string, unknown>, err }
  }
  const draws = join(kept, 'draws')
  const everything = () =>
    (existsSync(draws) ? readdirSync(draws) : [])
      .map((name) => readFileSync(join(draws, name), 'utf8'))
      .join('\n')
  return { start, enter, everything, change }
}

const codes = {
  entered: 0,
  'already-entered': 0,
  'dry-run': 0,
  handover: 3,
  'not-entered': 4,
  'unknown-needs-member': 5,
}

/** Runs the command at one draw and holds it against what the draw itself received. */
export async function conformDraw({
  site,
  profile,
  args = [],
  outcome,
  reason,
  says,
  entry,
}: DrawCase): Promise<void> {
  const draw = await startDraw(site)
  try {
    const entrant = newEntrant(profile)
    const told = await entrant.enter(draw.url, ...args)
    const story = `${told.err}\n${JSON.stringify(told.result)}`
    expect({ entries: draw.state.entries, violations: draw.state.violations }, story).toEqual({
      entries: entry ? [entry] : [],
      violations: [],
    })
    expect({ code: told.code, ...told.result }, story).toMatchObject({
      code: codes[outcome],
      outcome,
      ...(reason ? { reason } : {}),
    })
    if (says) expect(JSON.stringify(told.result).replaceAll('\\"', '"')).toContain(says)
    expect(entrant.everything()).not.toContain(kim.phone)
  } finally {
    await draw.close()
  }
}
