import { expect, test } from 'vitest'
import { classic } from '../fixtures/draws/plain.ts'
import { type DrawSite, type OpenSite, startDraw } from '../fixtures/draws/server.ts'
import { newEntrant } from '../support/draws.ts'

// One entry per member and draw, whatever is killed and however often it is run. The draw counts.

const LONG_MS = 120_000

/** A draw that takes the entry at once and is slow to say so; with a list of entries where `listed`. */
function slow(listed: boolean): DrawSite {
  const link = listed ? '<a href="/entries">My entries</a>' : ''
  return {
    ...classic,
    answerAfterMs: 1_500,
    pages: {
      ...classic.pages,
      [classic.path]: `${classic.pages[classic.path]}${link}`,
      '/entries': (state, { query }) => {
        if (!query.has('email'))
          return '<form action=/entries><label>Email <input type=email name=email></label><button>Find</button></form>'
        const [entry] = state.entries
        return entry
          ? '<ul><li>Tern High draw: you are entered. Entry number DRAW-101</li></ul>'
          : '<p>No entries found.</p>'
      },
    },
  }
}

async function withDraw(site: DrawSite, use: (draw: OpenSite) => Promise<void>): Promise<void> {
  const draw = await startDraw(site)
  try {
    await use(draw)
    expect(draw.state.violations).toEqual([])
  } finally {
    await draw.close()
  }
}

const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20))
}

test(
  'entered, it is not entered again, also by another link to the same draw',
  async () => {
    await withDraw(classic, async ({ url, state }) => {
      const kim = newEntrant()
      expect((await kim.enter(url)).result).toMatchObject({ outcome: 'entered', number: 'DRAW-101' })
      const again = await kim.enter(`${url}?utm_source=mail#form`)
      expect([again.code, again.result]).toMatchObject([
        0,
        { outcome: 'already-entered', number: 'DRAW-101' },
      ])
      expect(state.entries).toHaveLength(1)
    })
  },
  LONG_MS,
)

test(
  'killed while the shop takes the entry: the next run finds it in the list of entries and sends nothing',
  async () => {
    await withDraw(slow(true), async ({ url, state }) => {
      const kim = newEntrant()
      const command = kim.start(url)
      await until(() => state.entries.length > 0)
      await command.kill()
      const { code, result } = await kim.enter(url)
      expect([code, result]).toMatchObject([0, { outcome: 'entered', number: 'DRAW-101' }])
      expect(state.sent).toHaveLength(1)
    })
  },
  LONG_MS,
)

test(
  'killed where nobody can tell: every further run says so, and sends nothing',
  async () => {
    await withDraw(slow(false), async ({ url, state }) => {
      const kim = newEntrant()
      const command = kim.start(url)
      await until(() => state.entries.length > 0)
      await command.kill()
      const { code, result } = await kim.enter(url)
      expect([code, result]).toMatchObject([5, { outcome: 'unknown-needs-member' }])
      expect(state.sent).toHaveLength(1)
    })
  },
  LONG_MS,
)

test(
  'two runs of one person at once enter once',
  async () => {
    await withDraw(slow(true), async ({ url, state }) => {
      const kim = newEntrant()
      const both = await Promise.all([kim.enter(url), kim.enter(url)])
      expect(both.map(({ result }) => result.outcome).toSorted()).toEqual(['already-entered', 'entered'])
      expect(state.sent).toHaveLength(1)
    })
  },
  LONG_MS,
)

test(
  'what the shop refuses may be tried again once it is mended',
  async () => {
    const refuse: DrawSite['refuse'] = (_, { mobile }) =>
      mobile ? undefined : { status: 422, body: '<p>Please enter your mobile.</p>' }
    await withDraw({ ...classic, refuse, mayRepeat: true }, async ({ url, state }) => {
      const forgetful = newEntrant({ phone: undefined })
      expect((await forgetful.enter(url)).result).toMatchObject({ outcome: 'not-entered', reason: 'refused' })
      forgetful.change({ phone: '+15035550123' })
      expect((await forgetful.enter(url)).result).toMatchObject({ outcome: 'entered' })
      expect(state.entries).toHaveLength(1)
    })
  },
  LONG_MS,
)
