import { test } from 'vitest'
import { allCases, quickCases } from '../fixtures/shops/bazaar/list.ts'
import { conform } from '../support/conformance.ts'

// Every shop there is with SNPD_CONFORM=all; some of each kind otherwise.
const cases = process.env.SNPD_CONFORM === 'all' ? allCases : quickCases

test.each(cases.map((each) => [each.options.name, each] as const))(
  '%s',
  async (_, each) => conform(each),
  240_000,
)
