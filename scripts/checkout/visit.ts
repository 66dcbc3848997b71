import type { Cookie } from 'playwright-core'
import { openShopPage } from '../../adapters/browser/context.ts'
import type { Walk } from '../../adapters/retailers/adapter.ts'
import { beginWalk } from '../../adapters/retailers/walk.ts'
import type { Visiting } from './job.ts'

export type Visit = { walk: Walk; cookies: () => Promise<Cookie[]> }

/** Runs something on a fresh page of the job's shop, with these cookies; the page is closed after it. */
export async function visit<Result>(
  job: Visiting,
  before: readonly Cookie[],
  use: (visit: Visit) => Promise<Result>,
): Promise<Result> {
  const { url, size, buyer, wishes, payment, stay } = job
  const opened = await openShopPage(await job.keeper.get(), {
    origins: [url.origin],
    pass: stay.pass,
    hasOrdered: stay.hasOrdered,
  })
  try {
    await opened.context.addCookies([...before])
    const walk = beginWalk({ page: opened.page, productUrl: url, size, buyer, wishes, payment, stay })
    return await use({ walk, cookies: () => opened.context.cookies() })
  } finally {
    await opened.close()
  }
}
