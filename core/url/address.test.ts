import { expect, test } from 'vitest'
import { isAddress, isLoopbackAddress, isPublicAddress } from './address.ts'

test.each([
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['168.63.129.16', '168.63.129.16'],
  ['169.254.0.0', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'],
  ['192.0.2.0', '192.0.2.255'],
  ['192.31.196.0', '192.31.196.255'],
  ['192.52.193.0', '192.52.193.255'],
  ['192.88.99.0', '192.88.99.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['192.175.48.0', '192.175.48.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'],
  ['224.0.0.0', '239.255.255.255'],
  ['240.0.0.0', '255.255.255.255'],
  ['2001::', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2002::', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2620:4f:8000::', '2620:4f:8000:ffff:ffff:ffff:ffff:ffff'],
  ['3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['::', '1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['4000::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
])('%s to %s is not the public internet', (first, last) => {
  expect([first, isPublicAddress(first)]).toEqual([first, false])
  expect([last, isPublicAddress(last)]).toEqual([last, false])
})

test('the addresses just outside each closed block are public', () => {
  const neighbours = [
    ...[
      '1.0.0.0',
      '9.255.255.255',
      '11.0.0.0',
      '100.63.255.255',
      '100.128.0.0',
      '126.255.255.255',
      '128.0.0.0',
    ],
    ...['168.63.129.15', '168.63.129.17', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0'],
    ...['191.255.255.255', '192.0.1.0', '192.0.3.0', '192.31.195.255', '192.31.197.0', '192.52.192.255'],
    ...['192.52.194.0', '192.88.98.255', '192.88.100.0', '192.167.255.255', '192.169.0.0', '192.175.47.255'],
    ...['192.175.49.0', '198.17.255.255', '198.20.0.0', '198.51.99.255', '198.51.101.0', '203.0.112.255'],
    ...[
      '203.0.114.0',
      '223.255.255.255',
      '2000::',
      '2001:200::',
      '2001:db7:ffff::',
      '2001:db9::',
      '2001:ffff::',
    ],
    ...['2003::', '2620:4f:7fff::', '2620:4f:8001::', '3ffe:ffff::', '3fff:1000::', '3fff:ffff::ffff'],
  ]
  expect(neighbours.filter((address) => !isPublicAddress(address))).toEqual([])
})

test('IPv4 inside IPv6 is not public, whichever way it is carried', () => {
  const carried = ['::ffff:8.8.8.8', '::ffff:127.0.0.1', '::8.8.8.8', '64:ff9b::8.8.8.8', '64:ff9b:1::a00:1']
  const teredoAnd6to4 = ['2001:0:53aa:64c::1', '2002:7f00:1::1', '2002:808:808::1']
  expect([...carried, ...teredoAnd6to4].filter(isPublicAddress)).toEqual([])
})

test('what is no plain address is not public: a name, a zone, a short or octal or hex form', () => {
  const texts = [
    '',
    'example.org',
    'fe80::1%eth0',
    '2606:4700::1%1',
    '8.8.8',
    '0x8.8.8.8',
    '134744072',
    '8.8.8.256',
  ]
  const odd = [
    '8.8.8.8 ',
    '[2606:4700::1]',
    '2606:4700:::1',
    '1:2:3',
    '8.8.8.8:80',
    '2606:4700::1]/@x:1[',
    'x:y',
  ]
  expect([...texts, ...odd].filter(isAddress)).toEqual([])
  expect([...texts, ...odd].filter(isPublicAddress)).toEqual([])
})

test('every form of an IPv6 address is read', () => {
  const same = [
    '2606:4700::1111',
    '2606:4700:0:0:0:0:0:1111',
    '2606:4700:0000::0.0.17.17',
    '2606:4700::0:1111',
  ]
  expect(same.filter((address) => !isPublicAddress(address))).toEqual([])
  expect(isPublicAddress('2606:4700:1:2:3:4:5:6')).toBe(true)
  expect(isPublicAddress('FE80::1')).toBe(false)
})

test('loopback is 127.0.0.0/8 and ::1, and nothing else', () => {
  expect(
    ['127.0.0.1', '127.255.0.9', '::1', '0:0:0:0:0:0:0:1'].filter((one) => !isLoopbackAddress(one)),
  ).toEqual([])
  const others = ['126.0.0.1', '128.0.0.1', '::', '::2', '::ffff:127.0.0.1', '7f00::', '0.0.0.0', 'localhost']
  expect(others.filter(isLoopbackAddress)).toEqual([])
})
