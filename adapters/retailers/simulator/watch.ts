import type { Shop } from './shop.ts'
import type { Asked } from './talk.ts'

/** Notes what a guest must not do, whatever the page. */
export type Watch = {
  /** @param session undefined: the guest has none yet */
  enter: (asked: Asked, session: string | undefined) => void
  leave: (asked: Asked) => void
}

/** One guest at a time, with a name, who reads robots.txt first and opens one page after another. */
export function watchGuests(shop: Shop): Watch {
  let [requests, pages] = [0, 0]
  const guests: string[] = []
  const note = (what: string, { line }: Asked) => shop.violations.push(`${what}: ${line}`)
  const enter: Watch['enter'] = (asked, session) => {
    if (!asked.agent.includes('SNPD')) note('no name', asked)
    if (requests++ === 0 && asked.path !== '/robots.txt') note('robots.txt not asked for first', asked)
    if (!asked.isPage) return
    if (++pages > 1) note('two pages at once', asked)
    if (session === undefined) return
    if (!guests.includes(session)) guests.push(session)
    else if (guests.at(-1) !== session) note('two guests at once', asked)
  }
  const leave: Watch['leave'] = ({ isPage }) => {
    if (isPage) pages--
  }
  return { enter, leave }
}
