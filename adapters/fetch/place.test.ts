import { expect, test } from 'vitest'
import { placesOf } from './place.ts'

const nobody = async () => []
const signal = new AbortController().signal

test('an address is checked again where it is dialled, whoever checked the URL before', async () => {
  const placed = (url: string, loopback: boolean) =>
    placesOf(new URL(url), { policy: { loopback }, resolve: nobody, signal })
  for (const url of ['http://127.0.0.1/', 'http://localhost/', 'http://10.0.0.1/', 'http://[::1]/'])
    await expect(placed(url, false)).rejects.toMatchObject({ code: expect.stringMatching(/^url\./) })
  expect(await placed('http://127.0.0.1:8/', true)).toEqual(['127.0.0.1'])
  expect(await placed('http://localhost/', true)).toEqual(['127.0.0.1', '::1'])
  await expect(placed('http://10.0.0.1/', true)).rejects.toMatchObject({ code: 'url.refused' })
})
