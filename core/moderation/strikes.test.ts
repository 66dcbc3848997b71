import { expect, test } from 'vitest'
import { muteSeconds } from './strikes.ts'

test('the first strike only warns, each further one mutes for longer, and no mute is for ever', () => {
  expect([1, 2, 3, 4, 50].map((strikes) => muteSeconds(strikes) / 86_400)).toEqual([0, 1, 7, 30, 30])
})
