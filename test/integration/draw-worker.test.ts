import { expect, onTestFinished, test, vi } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { gateName } from '../../core/manners/gate-name.ts'
import type { EntryDetails } from '../../core/raffle-form/request.ts'
import { updateMember } from '../../db/members/update.ts'
import { askForEntry, listEntries } from '../../db/raffle-forms/request.ts'
import { openOriginGate } from '../../workers/shops/gate.ts'
import { kim } from '../fixtures/draws/case.ts'
import { classic, classicEntry } from '../fixtures/draws/plain.ts'
import { type DrawSite, startDraw } from '../fixtures/draws/server.ts'
import { startChild } from '../support/child.ts'
import { databaseForTest } from '../support/database.ts'
import { keysForTest } from '../support/keys.ts'
import { addMember } from '../support/members.ts'

// Shops' own draws, entered by the workers for members who asked: once per member, whoever is killed. The draw counts.

const LONG_MS = 120_000
const PATIENCE = { timeout: 120_000, interval: 50 }
const said: EntryDetails = {
  ...{ first_name: kim.first_name, last_name: kim.last_name, size: '10' },
  ...{ phone: kim.phone, stores: kim.stores },
}

async function worldForTest() {
  const database = await databaseForTest()
  const { app, appUrl } = database
  const { ring, files } = await keysForTest()
  const join = async (name: string, email: string | null = kim.email) => {
    const { id } = await addMember(app, name)
    const shipping_address = { name: 'K. Rivera', ...kim.address }
    await updateMember(app, ring, { id, email, shipping_address })
    return id
  }
  const shop = async (site: DrawSite) => {
    const open = await startDraw(site)
    onTestFinished(async () => {
      await open.close()
      expect(open.state.violations).toEqual([])
    })
    return open
  }
  const ask = (memberId: string, url: string, details: EntryDetails = said) =>
    askForEntry(app, ring, { memberId, request: { url, details }, now: new Date() })
  const work = async () => {
    const env = {
      ...{ APP_DATABASE_URL: appUrl, VAULT_KEYS: files.vault },
      SNPD_BROWSER: process.env.SNPD_BROWSER ?? '',
    }
    const worker = await startChild('test/support/entrant-worker.ts', env)
    onTestFinished(worker.kill)
    return worker
  }
  const outcomes = async (memberId: string) =>
    (await listEntries(app, { memberId, limit: 10 })).map(({ state, outcome }) => outcome?.kind ?? state)
  return { app, join, shop, ask, work, outcomes }
}

test(
  'who asks is entered once, with the vault’s address and what they said; asking again is refused',
  async () => {
    const { join, shop, ask, work, outcomes } = await worldForTest()
    const member = await join('kim')
    const { url, state } = await shop(classic)
    await ask(member, url)
    await expect(ask(member, `${url}?utm_source=mail`)).rejects.toMatchObject({
      code: 'raffle-form.already-entered',
    })
    await work()
    await work()
    await vi.waitUntil(async () => (await outcomes(member))[0] === 'entered', PATIENCE)
    expect(state.entries).toEqual([classicEntry])
    await expect(ask(member, url)).rejects.toMatchObject({ code: 'raffle-form.already-entered' })
  },
  LONG_MS,
)

test(
  'killed while the shop takes the entry: the next worker sends nothing again',
  async () => {
    const { app, join, shop, ask, work, outcomes } = await worldForTest()
    const member = await join('kim')
    const { url, state } = await shop({ ...classic, answerAfterMs: 1_500 })
    await ask(member, url)
    const first = await work()
    await vi.waitUntil(() => state.entries.length > 0, PATIENCE)
    await first.kill()
    expect(await outcomes(member)).toEqual(['running'])
    // What time would do: nobody has heard of that worker for its lease.
    await app`update app.raffle_form_request set lease_until = now() - interval '1 second'`
    await work()
    await vi.waitUntil(async () => (await outcomes(member))[0] === 'unknown-needs-member', PATIENCE)
    expect(state.sent).toHaveLength(1)
  },
  LONG_MS,
)

test(
  'stopped while the shop takes the entry: it waits for the answer',
  async () => {
    const { join, shop, ask, work, outcomes } = await worldForTest()
    const member = await join('kim')
    const { url, state } = await shop({ ...classic, answerAfterMs: 1_500 })
    await ask(member, url)
    const worker = await work()
    await vi.waitUntil(() => state.entries.length > 0, PATIENCE)
    expect(await worker.stop()).toBe(0)
    expect(await outcomes(member)).toEqual(['entered'])
  },
  LONG_MS,
)

test(
  'a shop where others are before us holds no other shop up',
  async () => {
    const { app, join, shop, ask, work, outcomes } = await worldForTest()
    const [ann, kim] = [await join('ann', null), await join('kim')]
    const [busy, free] = [await shop(classic), await shop(classic)]
    const visitor = { id: uuidv7(), purpose: 'checkout' } as const
    const held = await openOriginGate(app).ask(gateName(new URL(busy.url)), visitor)
    expect(held.kind).toBe('in')
    await ask(ann, busy.url)
    await ask(kim, free.url)
    await work()
    await vi.waitUntil(async () => (await outcomes(kim))[0] === 'entered', PATIENCE)
    // A worker may be asking again for a moment.
    await vi.waitUntil(async () => (await outcomes(ann))[0] === 'queued', PATIENCE)
    expect(busy.state.sent).toEqual([])
    if (held.kind === 'in') await held.lease.leave()
  },
  LONG_MS,
)

test(
  'what the form demands and the member did not say is handed over, and nothing is sent',
  async () => {
    const { join, shop, ask, work, outcomes } = await worldForTest()
    const member = await join('kim', null)
    const { url, state } = await shop(classic)
    await ask(member, url)
    await work()
    await vi.waitUntil(async () => (await outcomes(member))[0] === 'handover', PATIENCE)
    expect(state.sent).toEqual([])
  },
  LONG_MS,
)
