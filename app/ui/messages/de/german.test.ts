import { expect, test } from 'vitest'
import { readEnglish, textsOf } from '../../../../test/support/words.ts'
import { german } from './german.ts'

const english = await readEnglish()
const said: Record<string, unknown> = german

/** What the API says itself is not said twice (app/ui/messages/api/problems.ts, fields.ts). */
const parts = [...english].filter(
  ([part]) => !['api/problems', 'api/fields', 'leaderboard/badges'].includes(part),
)
const pairs = parts.flatMap(([part, words]) => {
  const other = new Map(textsOf(said[part] ?? {}, part))
  return textsOf(words, part).map(([at, text]) => ({ at, text, other: other.get(at) ?? '' }))
})

/** The same in both: names, and what German sneaker people call it. */
const same = [
  ...[
    '+',
    ', US',
    'Alerts',
    'Browser',
    'Chain',
    'Chain {chain_id}',
    'Checkout',
    'Checkouts',
    'Community',
    'Discord',
  ],
  ...['Drop', 'Drops', 'Event', 'Events', 'Feed', 'Gate', 'Guides', 'Indexer', 'Instagram', 'Intel'],
  ...['Karma', 'L', 'Ledger', 'Likes', 'Live', 'Log', 'Loss', 'Losses', 'Moderation', 'Moderator'],
  ...['Name', 'Offline', 'One', 'Online', 'Pass', 'Post', 'Posts', 'Raffle', 'Raffle {id}', 'Raffles'],
  ...['Relayer', 'Release', 'Restocks', 'Shop', 'Shops', 'Sneaker', 'Spam', 'Style', 'Text', 'US'],
  ...['W', 'Wallets', 'Webhook', 'Win', 'Wins', 'https://', 'km', 'npm run verify-raffle --', 'online'],
  ...['tx', '−'],
]

test('every part of the site has its words in German, and no other', () => {
  expect(Object.keys(said).sort()).toEqual([...english.keys()].sort())
  expect(pairs.length).toBeGreaterThan(2000)
})

test('every text has one in German', () => {
  expect(pairs.filter(({ text, other }) => text.trim() !== '' && other.trim() === '')).toEqual([])
})

test('no text in German is the English one, but those that are so on purpose', () => {
  const left = pairs.filter(
    ({ at, text, other }) => !at.startsWith('locale.') && text !== '' && text === other,
  )
  expect([...new Set(left.map(({ text }) => text))].sort()).toEqual([...same].sort())
})

const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()

test('what English fills in, German fills in', () => {
  const wrong = pairs.filter(({ text, other }) => String(placesOf(text)) !== String(placesOf(other)))
  expect(wrong).toEqual([])
})

test('a text that joins others keeps its spaces', () => {
  const edges = (text: string) => [/^\s*/.exec(text)?.[0], /\s*$/.exec(text)?.[0]]
  expect(pairs.filter(({ text, other }) => String(edges(text)) !== String(edges(other)))).toEqual([])
})
