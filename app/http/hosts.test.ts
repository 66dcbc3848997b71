import { expect, test } from 'vitest'
import { judgeHost } from './hosts.ts'

const local = { origin: 'http://localhost:3000', port: 3000 }
const behindProxy = { origin: 'https://snpd.example', port: 3000 }

test.each([
  ['localhost:3000', true, 'serve'],
  ['127.0.0.1:3000', true, 'redirect'],
  ['127.0.0.1:3000', false, 'serve'],
  ['127.0.0.1:4000', false, 'refuse'],
  ['evil.example:3000', true, 'refuse'],
  [undefined, true, 'refuse'],
] as const)('on a local site, %s for a page (%s): %s', (host, page, verdict) => {
  expect(judgeHost(host, { ...local, page })).toBe(verdict)
})

test('behind a proxy only the public name is a page; this machine may still call the API', () => {
  expect(judgeHost('snpd.example', { ...behindProxy, page: true })).toBe('serve')
  expect(judgeHost('localhost:3000', { ...behindProxy, page: true })).toBe('redirect')
  expect(judgeHost('127.0.0.1:3000', { ...behindProxy, page: false })).toBe('serve')
})
