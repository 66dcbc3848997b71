import { expect, test } from 'vitest'
import type { Lease, OriginGate } from '../../adapters/retailers/gate.ts'
import { openStay } from '../../adapters/retailers/stay.ts'
import { uuidv7 } from '../../core/id.ts'
import { FULL } from '../../core/manners/budget.ts'
import type { Purpose, Visitor } from '../../core/manners/visitor.ts'

export const shopOrigin = 'https://shop.example'

export const visitorFor = (purpose: Purpose = 'checkout', order = 0): Visitor => ({
  id: uuidv7(),
  purpose,
  order,
})

/** Goes in, or fails. */
export async function enter(gate: OriginGate, who = visitorFor(), at = shopOrigin): Promise<Lease> {
  const answer = await gate.ask(at, who)
  if (answer.kind === 'wait') throw new Error(`the gate is closed: ${answer.why}`)
  return answer.lease
}

/** Lets everybody in line in, one after the other. @returns in what order they went */
export async function serveAll(gate: OriginGate, line: readonly Visitor[]): Promise<Visitor[]> {
  const seen: Visitor[] = []
  while (seen.length < line.length)
    for (const who of line.filter((one) => !seen.includes(one))) {
      const answer = await gate.ask(shopOrigin, who)
      if (answer.kind === 'wait') continue
      seen.push(who)
      await answer.lease.leave()
    }
  return seen
}

/** Two processes at one gate: they share nothing but its memory. */
type Gates = { here: OriginGate; there: OriginGate }

/** What holds at every gate, wherever its memory is. */
export function gateSuite(open: () => Promise<Gates>): void {
  test('one at a time, whoever asks; another shop has a gate of its own', async () => {
    const { here, there } = await open()
    const [lease, next] = [await enter(here), visitorFor()]
    expect(await there.ask(shopOrigin, next)).toMatchObject({ kind: 'wait', why: 'busy' })
    await (await enter(there, visitorFor(), 'https://other.example')).leave()
    await lease.leave()
    expect(lease.isHeld()).toBe(false)
    const others = [here, there, here].map((gate) => gate.ask(shopOrigin, visitorFor()))
    const asked = await Promise.all([there.ask(shopOrigin, next), ...others])
    expect(asked.map(({ kind }) => kind)).toEqual(['in', 'wait', 'wait', 'wait'])
    for (const answer of asked) if (answer.kind === 'in') await answer.lease.leave()
  })

  test('in line: who finishes before who begins before who only looks, then who came first', async () => {
    const { here, there } = await open()
    const lease = await enter(here)
    const [look, first, second, back] = [
      visitorFor('monitor'),
      visitorFor(),
      visitorFor(),
      visitorFor('finish'),
    ]
    for (const who of [look, first, second, back]) {
      await there.ask(shopOrigin, who)
      // Who comes within one millisecond stands by its id.
      const now = Date.now()
      await expect.poll(() => Date.now()).toBeGreaterThan(now)
    }
    await lease.leave()
    expect(await serveAll(here, [look, second, first, back])).toEqual([back, first, second, look])
  })

  test('Retry-After and Crawl-delay that one has seen bind all', async () => {
    const { here, there } = await open()
    const lease = await enter(here)
    await lease.pushback({ status: 503, retryAfterMs: 60_000 })
    // A shorter one that is heard later does not shorten it.
    await lease.pushback({ status: 429, retryAfterMs: 1_000 })
    await lease.leave()
    const answer = await there.ask(shopOrigin, visitorFor('finish'))
    expect(answer).toMatchObject({ kind: 'wait', why: 'not-before' })
    expect(answer.kind === 'wait' && answer.ms).toBeGreaterThan(50_000)
    const slow = await enter(here, visitorFor(), 'https://slow.example')
    await slow.crawlDelay(20_000)
    await slow.leave()
    expect(await there.ask('https://slow.example', visitorFor())).toMatchObject({ why: 'not-before' })
  })

  test('the budget is one for all: what one asked is gone for the other', async () => {
    const { here, there } = await open()
    const lease = await enter(here)
    for (let asked = 0; asked < FULL * 0.75; asked++) lease.spend()
    expect(lease.due()).toBe(0)
    await lease.leave()
    const monitor = visitorFor('monitor')
    expect(await there.ask(shopOrigin, monitor)).toMatchObject({ kind: 'wait', why: 'budget' })
    await (await enter(there)).leave()
  })

  test('a page that used the budget up goes on as it fills up again', async () => {
    const { here } = await open()
    const who = visitorFor()
    const lease = await enter(here, who)
    for (let asked = 0; asked < FULL + 20; asked++) lease.spend()
    const stay = openStay({ gate: here, visitor: who, lease })
    let hasPassed = false
    const passing = stay.pass().then(() => {
      hasPassed = true
    })
    await expect.poll(() => hasPassed || lease.due() === 0).toBe(true)
    expect(lease.due()).toBeLessThan(200)
    await passing
    await stay.leave()
  })

  test('robots.txt is asked for once by all', async () => {
    const { here, there } = await open()
    const first = await enter(here)
    expect(first.robots.read()).toBeUndefined()
    await first.robots.keep('User-agent: *\0\nDisallow: /a')
    await first.leave()
    const second = await enter(there)
    expect(second.robots.read()).toContain('Disallow: /a')
    await second.robots.keep(null)
    await second.leave()
    const third = await enter(here)
    expect(third.robots.read()).toBeNull()
    await third.leave()
  })
}
