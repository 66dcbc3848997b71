import { pageTrouble, Stopped, type Walk } from '../adapter.ts'
import { obeyRobots } from '../manners.ts'
import { greet } from './greet.ts'
import { guard } from './guard.ts'
import { noteItem } from './item.ts'
import { awaitLaunch } from './launch.ts'
import { act } from './page.ts'

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
  await greet(walk)
  await awaitLaunch(walk)
  await noteItem(walk)
  return `Found "${facts.title}".`
}
