import { test } from 'vitest'
import { appDraws } from '../fixtures/draws/apps.ts'
import { endDraws } from '../fixtures/draws/ends.ts'
import { plainDraws } from '../fixtures/draws/plain.ts'
import { wildDraws } from '../fixtures/draws/wild.ts'
import { conformDraw } from '../support/draws.ts'

// Every draw there is with SNPD_CONFORM=all; some of each kind otherwise.
const few = new Set([
  'too young',
  'what nobody gave, all of it named',
  'a duplicate',
  'closed',
  'no machines',
])
const all = [...plainDraws, ...appDraws, ...wildDraws, ...endDraws]
const quick = [
  ...plainDraws.slice(0, 2),
  ...appDraws.slice(0, 2),
  ...endDraws.filter(({ site }) => few.has(site.name)),
]

test.each((process.env.SNPD_CONFORM === 'all' ? all : quick).map((each) => [each.site.name, each] as const))(
  '%s',
  async (_, each) => conformDraw(each),
  240_000,
)
