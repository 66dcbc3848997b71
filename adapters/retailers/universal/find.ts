import { pageTrouble, Stopped, type Walk } from '../adapter.ts'
import { obeyRobots } from '../manners.ts'
import { guard } from './guard.ts'
import { act, readMetadata } from './page.ts'
import { readProduct } from './product.ts'

/** Opens the product page and notes what it says of the item. */
export async function find(walk: Walk): Promise<string> {
  await obeyRobots(walk)
  const { page, productUrl, facts } = walk
  const open = () => page.goto(productUrl.href, { waitUntil: 'domcontentloaded' })
  await act(page, open).catch((cause: Error) => {
    throw pageTrouble(`The product page does not open: ${cause.message.split('\n')[0]}.`, cause)
  })
  if (walk.status() === 404 || walk.status() === 410)
    throw new Stopped({ kind: 'not-ordered', reason: 'refused', detail: 'The shop no longer has this page.' })
  await guard(walk)
  const product = readProduct(await readMetadata(page))
  const heading = page.locator('h1').first()
  const shown = (await heading.count()) ? await heading.textContent({ timeout: 5000 }) : ''
  facts.title = shown?.replace(/\s+/g, ' ').trim() || product.title || facts.title
  facts.unitMinor = product.unitMinor
  facts.currency = product.currency
  return `Found "${facts.title}".`
}
