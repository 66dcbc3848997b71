import { cellToParent } from 'h3-js'
import { expect, test } from 'vitest'
import { placeOf } from '../cell/cell.ts'
import { feedCells, foundUnder } from '../feed/near.ts'
import { uuidv7 } from '../id.ts'
import { roomsOfPost, roomsOfWatcher, type Told } from './rooms.ts'

const here = placeOf({ latitude: 40.7195, longitude: -73.9613 })
const [post_id, group_id] = [uuidv7(), uuidv7()]
const told = (change: Partial<Told> = {}): Told => ({
  ...{ post_id, root_id: null, group_id: null, cell: null, fresh: true },
  ...change,
})
const hears = (watched: string[], news: Told) => roomsOfPost(news).some((room) => watched.includes(room))

test('who watches a place hears of the new posts that its feed shows, however finely they are told, and of no others', () => {
  const watched = roomsOfWatcher({ near: here.area }, here.area)
  const towns = [
    here,
    placeOf({ latitude: 40.74, longitude: -73.99 }),
    placeOf({ latitude: 41.4, longitude: -73.9 }),
  ]
  const cells = towns.flatMap(({ street, area, city }) => [street, area, cellToParent(area, 6), city])
  for (const cell of cells)
    expect(hears(watched, told({ cell })), cell).toBe(feedCells(here.area).includes(foundUnder(cell)))
  expect(new Set(cells.map((cell) => hears(watched, told({ cell }))))).toEqual(new Set([true, false]))
  expect(hears(watched, told())).toBe(false)
})

test('what is in a group is heard by those who watch it, and by nobody by its place', () => {
  const news = told({ group_id, cell: here.area })
  expect(hears(roomsOfWatcher({ group_id }), news)).toBe(true)
  expect(hears(roomsOfWatcher({ group_id: uuidv7() }), news)).toBe(false)
  expect(hears(roomsOfWatcher({ all: true, near: here.area }, here.area), news)).toBe(false)
})

test('who watches a post hears what happens to it and below it; feeds hear of new posts alone', () => {
  const thread = roomsOfWatcher({ root_id: post_id })
  const feeds = roomsOfWatcher({ all: true, near: here.area }, here.area)
  const reply = told({ post_id: uuidv7(), root_id: post_id })
  for (const news of [told(), told({ fresh: false }), reply]) expect(hears(thread, news)).toBe(true)
  expect(hears(feeds, told())).toBe(true)
  for (const news of [told({ fresh: false, cell: here.area }), reply]) expect(hears(feeds, news)).toBe(false)
})
