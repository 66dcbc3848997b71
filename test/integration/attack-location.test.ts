import { cellToLatLng, greatCircleDistance } from 'h3-js'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { placeOf } from '../../core/cell/cell.ts'
import { ENOUGH } from '../../core/veil/ladder.ts'
import { notePresence } from '../../db/veil/presence.ts'
import { spotsOf } from '../../scripts/attack/ground.ts'
import { isBroken, sayReport } from '../../scripts/attack/report.ts'
import { attackLocation } from '../../scripts/attack/run.ts'
import { launch } from '../support/command.ts'
import { startLeaky } from '../support/leaky.ts'
import { addMember } from '../support/members.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

const { area: busy } = placeOf({ latitude: 40.7195, longitude: -73.9613 })

const resultShape = z.looseObject({ attack: z.string(), cells: z.number() })
const reportShape = z.looseObject({ results: z.array(resultShape), smallest: resultShape })

/** Enough members were in the area and each of its neighbours yesterday: posts are told as finely as they ever are. */
async function crowd(): Promise<void> {
  const cells = new Set(spotsOf(busy).map(({ area }) => area))
  for (let nth = 0; nth < ENOUGH; nth++) {
    const { id: memberId } = await addMember(web.db.app, `local_${nth}`)
    for (const cell of cells)
      await notePresence(web.db.app, { memberId, cell, now: new Date(Date.now() - 86_400_000) })
  }
}

test('where posts are told as finely as they ever are, none is narrowed to less than one area', async () => {
  await crowd()
  const report = await attackLocation({ origin: web.origin, near: busy, patience: 130 })
  expect(report, sayReport(report)).toMatchObject({
    told: [7, 5],
    kept: [],
    posts: 13,
    smallest: { cells: 1 },
  })
  expect(isBroken(report)).toBe(false)
  // It looked from around, and saw what it was to see.
  expect(report.looks.there).toBeGreaterThan(40)
  expect(report.ears.hearing).toBeGreaterThan(20)
  for (const { cells } of report.results) expect(cells).toBeGreaterThanOrEqual(1)
  const left = await web.db.app`select 1 from app.post where gone_at is null`
  expect(left).toHaveLength(0)
})

test('the command says so too, of a place where hardly anyone is, and ends with 0', async () => {
  const { area } = placeOf({ latitude: 47.2, longitude: -61.9 })
  const { ended } = launch('scripts/attack-location.ts', ['--origin', web.origin, '--near', area])
  const { code, out, err } = await ended
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('told as cells of resolution 5;')
  expect(out).toMatch(/The smallest area that a post was narrowed to: [\d.]+ cells? of resolution 7/)
})

test('it goes red, and the command ends with 1, where sockets tell by what they say and when they say it', async () => {
  const kmFrom = (spot: string, near: string) =>
    greatCircleDistance(cellToLatLng(spot), cellToLatLng(near), 'km')
  const leaky = await startLeaky(web.origin, {
    says: (spot) => ({ walk: `${Math.round(kmFrom(spot, busy) * 12)} min` }),
    delay: (spot, near) => Math.max(0, Math.min(2_500, (kmFrom(spot, near) - 5) * 400)),
  })
  onTestFinished(leaky.close)
  const args = ['--origin', leaky.origin, '--near', busy, '--json']
  const { code, out } = await launch('scripts/attack-location.ts', args).ended
  const { results, smallest } = reportShape.parse(JSON.parse(out))
  const of = new Map(results.map(({ attack, cells }) => [attack, cells]))
  expect(of.get('listening')).toBeLessThan(1)
  expect(of.get('timing of news')).toBeLessThan(1)
  // What it hears over REST is as before.
  for (const attack of ['reading', 'ordering', 'membership probing'])
    expect(of.get(attack)).toBeGreaterThanOrEqual(1)
  expect(smallest.cells).toBeLessThan(1)
  expect(code).toBe(1)
})

test('an instance that does not answer, and a cell that is none, are errors of one sentence', async () => {
  for (const args of [
    ['--origin', 'http://127.0.0.1:9'],
    ['--near', 'x'],
  ]) {
    const { code, out, err } = await launch('scripts/attack-location.ts', args).ended
    expect([code, out]).toEqual([1, ''])
    expect(err.trim().split('\n')).toHaveLength(1)
  }
})
