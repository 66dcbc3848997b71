import { expect, test } from 'vitest'
import { openStreet, SHOP, serve } from '../support/street.ts'

const refused = { name: 'Final', code: 'url.refused' }
const inside = [
  '127.0.0.1',
  '10.0.0.1',
  '169.254.169.254',
  '100.100.100.200',
  '::1',
  'fd00:ec2::254',
  '64:ff9b::a00:1',
]

test.each(inside)('a public name that leads to %s is refused before anything is dialled', async (address) => {
  const { fetch, dialled } = await openStreet({ 'evil.example': [[address]] }, {})
  await expect(fetch({ url: 'http://evil.example/' })).rejects.toMatchObject(refused)
  expect(dialled).toEqual([])
})

test('one inside address among public ones refuses the name, in A and in AAAA', async () => {
  const zone = { 'four.example': [[SHOP, '10.0.0.1']], 'six.example': [[SHOP, '::ffff:10.0.0.1']] }
  const { fetch, dialled } = await openStreet(zone, {})
  for (const name of Object.keys(zone))
    await expect(fetch({ url: `http://${name}/` })).rejects.toMatchObject(refused)
  expect(dialled).toEqual([])
})

test('a name that changes between the check and the connection is reached where it was checked', async () => {
  const port = await serve((_, response) => response.end('shop'))
  const street = await openStreet({ 'rebind.example': [[SHOP], ['127.0.0.1']] }, { [SHOP]: port })
  expect((await street.fetch({ url: 'http://rebind.example/' })).body.toString()).toBe('shop')
  expect(street.asked.get('rebind.example')).toBe(1)
  expect(street.dialled).toEqual([`${SHOP}:80`])
  // Asked anew the next time, and refused for what it says then.
  await expect(street.fetch({ url: 'http://rebind.example/' })).rejects.toMatchObject(refused)
  expect(street.dialled).toHaveLength(1)
})

test('a redirect to its own name, which now leads inside, is refused', async () => {
  const port = await serve((_, response) => void response.writeHead(302, { location: '/again' }).end())
  const street = await openStreet({ 'rebind.example': [[SHOP], ['127.0.0.1']] }, { [SHOP]: port })
  await expect(street.fetch({ url: 'http://rebind.example/' })).rejects.toMatchObject(refused)
  expect(street.dialled).toEqual([`${SHOP}:80`])
})

test('in the demo too, a name that leads to this machine is refused: only its own names are its own', async () => {
  const { fetch, dialled } = await openStreet({ 'evil.example': [['127.0.0.1']] }, {}, { loopback: true })
  await expect(fetch({ url: 'http://evil.example/' })).rejects.toMatchObject(refused)
  expect(dialled).toEqual([])
})
