import { isOnSale, type SimulatedSite, type Visit } from './shop.ts'
import type { Reply } from './talk.ts'

// What the scenarios do, whatever the site looks like.

const ROOM_MS = 1_500
const LAUNCH_MS = 2_500
/** A guest may look again once the time has come; before, the first look is enough. */
const LOOKS = 2

/** Asks whether it may go in, and goes; for the pages of waiting rooms. */
export const admission = `<script>setInterval(async () => { if (await (await fetch('/sim/admitted')).text() === 'true') location.reload() }, 300)</script>`

const isInside = ({ session: { enteredAt } }: Visit) =>
  enteredAt !== null && Date.now() - enteredAt >= ROOM_MS

/** The room looks for itself whether the guest may go in; a guest who reloads jumps the line. */
function queue(visit: Visit, site: SimulatedSite): Reply | undefined {
  const { shop, session, asked } = visit
  if (asked.path === '/sim/admitted') return { type: 'text/plain', body: String(isInside(visit)) }
  if (!asked.isPage || isInside(visit)) return undefined
  if (session.enteredAt !== null) shop.violations.push(`reloaded in the waiting room: ${asked.line}`)
  session.enteredAt ??= Date.now()
  return { body: site.faces.queue(visit) }
}

function launch(visit: Visit, site: SimulatedSite): Reply | undefined {
  const { shop, asked } = visit
  if (asked.line !== `GET ${site.product}` || isOnSale(shop)) return undefined
  shop.opensAt ??= Date.now() + LAUNCH_MS
  if (++shop.looksBefore > LOOKS) shop.violations.push('looked again and again before the launch')
  return { body: site.faces.soon(visit, new Date(shop.opensAt)) }
}

function draw(visit: Visit, site: SimulatedSite): Reply | undefined {
  return visit.asked.line === `GET ${site.product}` ? { body: site.faces.draw(visit) } : undefined
}

function challenge(visit: Visit, site: SimulatedSite): Reply | undefined {
  const { shop, session, asked } = visit
  if (session.isChallenged) shop.violations.push(`went on after a challenge: ${asked.line}`)
  if (!asked.path.startsWith(site.till)) return undefined
  session.isChallenged = true
  return { status: 403, body: site.faces.challenge(visit) }
}

const scenes: Partial<Record<string, (visit: Visit, site: SimulatedSite) => Reply | undefined>> = {
  ...{ queue, launch, draw, challenge },
}

/** What the scenario answers in the site's place, if it has its say here. */
export function sceneAnswer(visit: Visit, site: SimulatedSite): Reply | undefined {
  return scenes[visit.shop.scenario]?.(visit, site)
}
