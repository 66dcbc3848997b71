import { expect, test } from 'vitest'
import { parseConfig } from './config.ts'

test('reads what it was asked for, with defaults and numbers', () => {
  const config = parseConfig({ PORT: '3000', OTHER: 'x' }, ['PORT', 'CHALLENGE_SECONDS'])
  expect(config).toEqual({ PORT: 3000, CHALLENGE_SECONDS: 86_400 })
})

test('names every missing or wrong variable in one sentence and quotes no value', () => {
  const secret = 'mysql://user:hunter2@host/db'
  const read = () => parseConfig({ DATABASE_URL: secret, PORT: '70000' }, ['DATABASE_URL', 'PORT', 'RPC_URL'])
  expect(read).toThrowError(/DATABASE_URL must be .*PORT must be .*RPC_URL is missing/)
  expect(read).not.toThrowError(/hunter2/)
})

test('an empty variable counts as missing', () => {
  expect(() => parseConfig({ RPC_URL: '' }, ['RPC_URL'])).toThrowError('RPC_URL is missing')
})

test('a key is one of an account, and is not told when it is not', () => {
  const order = 'fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141'
  const last = `0x${order.slice(0, -1)}0`
  expect(parseConfig({ AWARDER_KEY: last }, ['AWARDER_KEY'])).toEqual({ AWARDER_KEY: last })
  for (const wrong of [`0x${order}`, `0x${'f'.repeat(64)}`, `0x${'0'.repeat(64)}`, '0x12', order])
    expect(() => parseConfig({ AWARDER_KEY: wrong }, ['AWARDER_KEY'])).toThrowError(
      'The environment is not usable: AWARDER_KEY must be the private key of an account: 0x and 64 hex digits.',
    )
})

test('a beacon’s key is any number but zero', () => {
  const BEACON_KEY = `0x${'f'.repeat(64)}`
  expect(parseConfig({ BEACON_KEY }, ['BEACON_KEY'])).toEqual({ BEACON_KEY })
  for (const wrong of [`0x${'0'.repeat(64)}`, '0x12'])
    expect(() => parseConfig({ BEACON_KEY: wrong }, ['BEACON_KEY'])).toThrowError(/BEACON_KEY must be /)
})

test('an origin is an origin: a path would never equal what a browser sends', () => {
  expect(parseConfig({ ORIGIN: 'https://snpd.example' }, ['ORIGIN'])).toEqual({
    ORIGIN: 'https://snpd.example',
  })
  for (const wrong of ['https://snpd.example/app', 'https://snpd.example/', 'HTTPS://snpd.example'])
    expect(() => parseConfig({ ORIGIN: wrong }, ['ORIGIN'])).toThrowError(/ORIGIN must be an origin alone/)
})

test('a site for others is served over TLS: without it cookies lose __Host- and browsers cannot seal a card', () => {
  for (const mine of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])
    expect(parseConfig({ ORIGIN: mine }, ['ORIGIN'])).toEqual({ ORIGIN: mine })
  for (const open of ['http://snpd.example', 'http://192.168.0.7:3000', 'http://localhost.snpd.example'])
    expect(() => parseConfig({ ORIGIN: open }, ['ORIGIN'])).toThrowError(/ORIGIN must be https/)
})

test('beacon servers are a list, without slashes at their ends, and quicknet’s when not said', () => {
  const BEACON_URL = 'http://127.0.0.1:4000/, https://drand.example/relay/'
  expect(parseConfig({ BEACON_URL }, ['BEACON_URL'])).toEqual({
    BEACON_URL: ['http://127.0.0.1:4000', 'https://drand.example/relay'],
  })
  expect(parseConfig({}, ['BEACON_URL']).BEACON_URL[0]).toMatch(/^https:/)
  expect(() => parseConfig({ BEACON_URL: 'https://a.example,ftp://b.example' }, ['BEACON_URL'])).toThrowError(
    /BEACON_URL must be a URL/,
  )
})
