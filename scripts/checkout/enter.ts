import { openStay, type Stay } from '../../adapters/retailers/stay.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Waiting } from '../../core/manners/entry.ts'
import { gateName } from '../../core/manners/gate-name.ts'
import { LONGEST_WAIT_MS } from '../../core/manners/pushback.ts'
import type { Visitor } from '../../core/manners/visitor.ts'
import type { Job } from './job.ts'

const POLL_MS = 300

const words: Readonly<Record<Waiting['why'], string>> = {
  busy: 'Another run of yours is at this shop; waiting for it.',
  'not-before': 'The shop asked to come back later; waiting.',
  budget: 'This shop has been asked enough for now; waiting.',
}

type Entered =
  | { kind: 'in'; stay: Stay }
  /** The shop wants to be left alone for longer than a run waits, by so many milliseconds. */
  | { kind: 'away'; ms: number }
  | { kind: 'stopped' }

type Entering = Pick<Job, 'gate' | 'url' | 'stopping'> & { screen: Pick<Job['screen'], 'say'> }

/** Goes in at the shop's gate, however long others of this machine are there. */
export async function enterShop({ gate, url, screen, stopping }: Entering): Promise<Entered> {
  const visitor: Visitor = { id: uuidv7(), purpose: 'checkout' }
  let told: Waiting['why'] | undefined
  while (!stopping.aborted) {
    const answer = await gate.ask(gateName(url), visitor)
    if (answer.kind === 'in') return { kind: 'in', stay: openStay({ gate, visitor, lease: answer.lease }) }
    const { why, ms } = answer
    if (why === 'not-before' && ms > LONGEST_WAIT_MS) return { kind: 'away', ms }
    if (told !== why) screen.say(words[why])
    told = why
    await new Promise((resolve) => setTimeout(resolve, Math.min(ms, POLL_MS)))
  }
  return { kind: 'stopped' }
}
