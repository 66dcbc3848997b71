import { expect, test } from 'vitest'
import { handShape } from '../../../../core/live/hand.ts'
import { handOfKey, handsOfText, placeOn, sizeFor } from './place.ts'

const box = { left: 10, top: 20, width: 320, height: 240 }
const page = { width: 1280, height: 960 }

test('a place on the picture is the same place on the page, however small the picture', () => {
  expect(placeOn(page, box, { clientX: 10, clientY: 20 })).toEqual({ x: 0, y: 0 })
  expect(placeOn(page, box, { clientX: 170, clientY: 140 })).toEqual({ x: 640, y: 480 })
  expect(placeOn(page, box, { clientX: 9999, clientY: -5 })).toEqual({ x: 1280, y: 0 })
  expect(placeOn(page, { ...box, width: 0, height: 0 }, { clientX: 5, clientY: 5 })).toEqual({ x: 0, y: 0 })
})

test('the page takes the width that is there, within what pages are made for', () => {
  expect(sizeFor(328.4, 780)).toEqual({ width: 328, height: 585 })
  expect(sizeFor(200, 300)).toEqual({ width: 320, height: 480 })
  expect(sizeFor(2000, 3000)).toEqual({ width: 1280, height: 900 })
})

test('letters are written, named keys are pressed, the browser’s own stay the browser’s', () => {
  const press = { shiftKey: false, ctrlKey: false, metaKey: false }
  expect(handOfKey({ ...press, key: 'a' })).toEqual({ kind: 'text', text: 'a' })
  expect(handOfKey({ ...press, key: 'Tab', shiftKey: true })).toEqual({
    kind: 'key',
    key: 'Tab',
    shift: true,
  })
  expect(handOfKey({ ...press, key: 'r', ctrlKey: true })).toBeUndefined()
  expect(handOfKey({ ...press, key: 'F5' })).toBeUndefined()
})

test('a pasted text arrives in pieces that the other end takes, without its line breaks', () => {
  const hands = handsOfText(`two\r\nlines${'x'.repeat(1200)}`)
  expect(hands.every((hand) => handShape.safeParse(hand).success)).toBe(true)
  expect(hands.map((hand) => (hand.kind === 'text' ? hand.text : '')).join('')).toBe(
    `two lines${'x'.repeat(1200)}`,
  )
  expect(handsOfText('')).toEqual([])
})
