import { expect, test } from 'vitest'
import type { Hand } from './hand.ts'
import { encode, readToWeb, readToWorker, type ToWeb, type ToWorker } from './wire.ts'

const hand: Hand = { kind: 'down', x: 10, y: 20.5, clicks: 1, on: { width: 1280, height: 900 } }
const said: ToWorker[] = [
  { kind: 'hand', hand },
  { kind: 'seen' },
  { kind: 'hand', hand: { kind: 'text', text: 'ä€' } },
]
const shown: ToWeb[] = [
  { kind: 'picture', width: 1280, height: 900, jpeg: Uint8Array.from({ length: 3000 }, (_, at) => at % 256) },
  { kind: 'told', message: 'No.' },
]

const join = (parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

test('messages arrive whole and in order however the line is cut', () => {
  for (const step of [1, 7, 100_000]) {
    const [workers, web]: [ToWorker[], ToWeb[]] = [[], []]
    const toWorker = readToWorker((message) => workers.push(message))
    const toWeb = readToWeb((message) => web.push(message))
    const [first, second] = [join(said.map(encode)), join(shown.map(encode))]
    for (let at = 0; at < first.length; at += step) toWorker(first.subarray(at, at + step))
    for (let at = 0; at < second.length; at += step) toWeb(second.subarray(at, at + step))
    expect(workers).toEqual(said)
    expect(web).toEqual(shown)
  }
})

test('what is no message is refused: too long, not JSON, a hand that does what hands cannot', () => {
  const read = readToWorker(() => undefined)
  expect(() => read(Uint8Array.of(255, 255, 255, 255, 1))).toThrow(RangeError)
  const bad = (body: string) => {
    const bytes = new TextEncoder().encode(body)
    return () => readToWorker(() => undefined)(join([Uint8Array.of(0, 0, 0, bytes.length, 1), bytes]))
  }
  expect(bad('nonsense')).toThrow(SyntaxError)
  expect(bad('{"kind":"hand","hand":{"kind":"key","key":"F12","shift":false}}')).toThrow()
  expect(bad('{"kind":"hand","hand":{"kind":"move","x":-1,"y":0}}')).toThrow()
  expect(bad('{"kind":"seen"}')).not.toThrow()
})
