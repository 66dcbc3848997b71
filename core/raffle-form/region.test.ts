import { expect, test } from 'vitest'
import { closedTo } from './region.ts'

test.each([
  ['This draw is open only to residents of Germany and Austria.', 'US', true],
  ['This draw is open only to residents of Germany and the United States.', 'US', false],
  ['Open to legal residents of the USA only.', 'US', false],
  ['Open to legal residents of the USA only.', 'DE', true],
  ['Die Teilnahme ist nur für Personen aus Deutschland, Österreich und der Schweiz.', 'US', true],
  ['Die Teilnahme ist nur für Personen aus Deutschland, Österreich und der Schweiz.', 'CH', false],
  // No country: it may well be this member's.
  ['Open to residents of Portland only.', 'US', false],
  ['Open to everyone.', 'US', false],
  ['Only open to residents of Germany.', '', false],
])('"%s" keeps %s out: %s', (text, country, out) => {
  expect(closedTo(text, country) !== undefined).toBe(out)
})
