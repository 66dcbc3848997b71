import { expect, test } from 'vitest'
import { isPublicHost } from './host.ts'
import { requireMemberUrl, requireRedirect } from './member-url.ts'

const refused = expect.objectContaining({ name: 'Final', code: 'url.refused' })
const isRefused = (text: string, loopback = false) => {
  try {
    requireMemberUrl(text, { loopback })
    return false
  } catch (error) {
    expect(error).toEqual(refused)
    return true
  }
}
const passed = (texts: string[], loopback = false) => texts.filter((text) => !isRefused(text, loopback))

test('addresses of the internet pass, without their fragment', () => {
  const fine = [
    'https://shop.example/a?b=c',
    'http://shop.example:80/',
    'https://8.8.8.8/',
    'https://[2606:4700::1]/',
  ]
  expect(passed(fine)).toEqual(fine)
  expect(requireMemberUrl('https://shop.example/x#y', { loopback: false }).href).toBe(
    'https://shop.example/x',
  )
})

test('only http and https are schemes', () => {
  const others = ['file:///etc/passwd', 'ftp://shop.example/', 'gopher://shop.example/', 'data:text/html,x']
  expect(
    passed([...others, 'javascript:alert(1)', 'blob:https://shop.example/1', 'ws://shop.example/']),
  ).toEqual([])
})

test('a port of its own is refused, the usual one is not', () => {
  expect(passed(['http://shop.example:22/', 'https://shop.example:80/', 'http://shop.example:443/'])).toEqual(
    [],
  )
  expect(passed(['https://shop.example:443/'])).toHaveLength(1)
})

test('credentials are refused, and with them "https://good.example@evil.example"', () => {
  expect(
    passed(['https://a:b@shop.example/', 'https://shop.example@evil.example/', 'https://:p@x.example/']),
  ).toEqual([])
})

test('hosts inside a network are refused, by name and by address', () => {
  const names = [
    'localhost',
    'a.localhost',
    'printer.local',
    'metadata.google.internal',
    'router',
    'wiki.corp',
    'x.onion',
  ]
  const more = ['nas.home.arpa', 'home.arpa', 'db.lan', 'localhost.', 'PRINTER.LOCAL.', 'a.invalid', 'x.alt']
  expect(passed([...names, ...more].map((host) => `https://${host}/`))).toEqual([])
  const addresses = [
    '127.0.0.1',
    '10.0.0.1',
    '169.254.169.254',
    '[::1]',
    '[::ffff:169.254.169.254]',
    '[fd00:ec2::254]',
  ]
  expect(passed(addresses.map((host) => `http://${host}/`))).toEqual([])
})

test('other spellings of an address are read as what they are', () => {
  const loopback = [
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '0',
    '%31%32%37.0.0.1',
    '127.0.0.1.',
    '①②⑦.0.0.1',
  ]
  expect(passed(loopback.map((host) => `http://${host}/`))).toEqual([])
})

test('a text that two parsers could read differently is refused', () => {
  const odd = [
    'https://shop.example\\@evil.example/',
    'ht\ttps://shop.example/',
    ' https://shop.example/',
    'https://a b.example/',
  ]
  expect(
    passed([
      ...odd,
      'https://shop.example/\r\nHost: x',
      'https://shop.example/\u0000',
      '',
      '//shop.example/',
    ]),
  ).toEqual([])
  expect(passed([`https://shop.example/${'a'.repeat(2_000)}`])).toEqual([])
})

test('the demo reaches this machine at any port, and no other inside', () => {
  const mine = ['http://127.0.0.1:3001/p', 'http://localhost:3001/', 'http://[::1]:9/', 'https://127.9.9.9/']
  expect(passed(mine, true)).toEqual(mine)
  expect(
    passed(['http://10.0.0.1/', 'http://a.localhost/', 'http://0.0.0.0:80/', 'http://x.example:81/'], true),
  ).toEqual([])
  expect(passed(['http://a@localhost/', 'ftp://127.0.0.1/'], true)).toEqual([])
})

test('a hostname alone is judged the same way', () => {
  expect(
    ['shop.example', 'shop.example.', '[2606:4700::1]', '1.1.1.1'].filter((host) => !isPublicHost(host)),
  ).toEqual([])
  expect(['', '.', 'shop', '[::1]', 'x.1', '1.2.3.4.5', 'x.localhost'].filter(isPublicHost)).toEqual([])
})

test('a redirect may lead from http to https and along its own site, and never back to http', () => {
  const policy = { loopback: false }
  const from = new URL('https://shop.example/a/b')
  expect(requireRedirect(from, '../c', policy).href).toBe('https://shop.example/c')
  expect(requireRedirect(new URL('http://shop.example/'), 'https://x.example/', policy).href).toBe(
    'https://x.example/',
  )
  for (const location of ['http://shop.example/', '//10.0.0.1/', 'file:///x', '\\\\x.example', 'http://['])
    expect(() => requireRedirect(from, location, policy)).toThrowError(refused)
})
