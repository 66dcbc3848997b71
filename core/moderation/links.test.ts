import { expect, test } from 'vitest'
import { hidesItsEnd, leadsTo, linksIn } from './links.ts'

const hosts = (text: string) => linksIn(text).map(({ host }) => host)

test.each([
  'look at https://fakes.example/p?id=1',
  'HTTP://FAKES.EXAMPLE',
  'hxxps://fakes.example/now',
  'https://fakes[.]example',
  'www.fakes.example',
  'https://fakes (dot) example',
  'https://ｆａｋｅｓ.example',
  'https://fa\u200bkes.example.',
])('a link is found however it is written: %s', (text) => {
  expect(hosts(text).map((host) => host.replace(/^www\./, ''))).toEqual(['fakes.example'])
})

test('bare names are links where they end as names do', () => {
  expect(hosts('cheap at fakes.com, and at deals.fakes.shop/now')).toEqual(['fakes.com', 'deals.fakes.shop'])
  expect(hosts('fakes dot com')).toEqual(['fakes.com'])
})

test.each([
  'they opened late.then the line moved',
  'size 9.5 for 120.00',
  'write to me@fakes.com',
  'at 10.30 p.m. in aisle 3',
  'http://localhost/x and http://10.0.0.1/',
])('and nothing else is one: %s', (text) => {
  expect(hosts(text)).toEqual([])
})

test('a name in another script is compared as it is asked for', () => {
  expect(hosts('https://nіke.com')[0]).toMatch(/^xn--/)
})

test('who hides where a link leads is told from who says it', () => {
  const [shortened, named, honest] = linksIn(
    'http://bit.ly/x http://shop.example@fakes.com/ https://fakes.com/a',
  )
  expect([shortened, named, honest].map((link) => link && hidesItsEnd(link))).toEqual([true, true, false])
})

test('a domain stands for all below it, and for none that only ends alike', () => {
  const [below, alike] = linksIn('https://deals.fakes.com https://notfakes.com')
  expect([below, alike].map((link) => link && leadsTo(link, 'fakes.com'))).toEqual([true, false])
})
