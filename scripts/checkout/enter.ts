import { askedAway, LONGEST_WAIT_MS } from '../../adapters/retailers/manners.ts'
import { openStay, type Stay } from '../../adapters/retailers/stay.ts'
import type { Outcome } from '../../core/checkout/outcome.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Waiting } from '../../core/manners/entry.ts'
import type { Visitor } from '../../core/manners/visitor.ts'
import type { Job } from './job.ts'

const POLL_MS = 300

const words: Readonly<Record<Waiting['why'], string>> = {
  busy: 'Another checkout of yours is at this shop; waiting for it.',
  'not-before': 'The shop asked to come back later; waiting.',
  budget: 'This shop has been asked enough for now; waiting.',
}

type Entered = { stay: Stay } | { outcome: Outcome }

function cancelled(): Entered {
  const detail = 'You stopped it; nothing was ordered.'
  return { outcome: { kind: 'not-ordered', reason: 'cancelled', detail } }
}

/** Goes in at the shop's gate, however long others are there; ends where the shop wants to be left alone for long. */
export async function enterShop({ gate, url, screen, stopping }: Job): Promise<Entered> {
  const visitor: Visitor = { id: uuidv7(), purpose: 'checkout' }
  let told: Waiting['why'] | undefined
  while (!stopping.aborted) {
    const answer = await gate.ask(url.origin, visitor)
    if (answer.kind === 'in') return { stay: openStay({ gate, visitor, lease: answer.lease }) }
    const { why, ms } = answer
    if (why === 'not-before' && ms > LONGEST_WAIT_MS) return { outcome: askedAway(url, ms).outcome }
    if (told !== why) screen.say(words[why])
    told = why
    await new Promise((resolve) => setTimeout(resolve, Math.min(ms, POLL_MS)))
  }
  return cancelled()
}
