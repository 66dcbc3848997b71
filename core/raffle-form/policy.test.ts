import { expect, test } from 'vitest'
import { forbidsMachines } from './policy.ts'

test.each([
  'Entries made by bots or scripts are void.',
  'Automated entries will be disqualified.',
  'You may not enter through third-party software.',
  'Automatisierte Teilnahmen sind ausgeschlossen.',
  'Les participations automatisées sont interdites.',
  'Las inscripciones automatizadas serán anuladas.',
  '自動応募は無効とします',
])('%s', (sentence) => {
  expect(forbidsMachines(`Tern High draw\nWinners are told by mail. ${sentence} Good luck.`)).toContain(
    sentence,
  )
})

test.each([
  'We show no ads. Entries close on Friday.',
  'Winners are drawn automatically from all entries.',
  'Entries without a valid email are void.',
  'Bots annoy us.',
  // Two sentences, of which none says it.
  'Our software draws the winners. Entries after Friday are void.',
])('nothing is forbidden by: %s', (text) => {
  expect(forbidsMachines(text)).toBeUndefined()
})
