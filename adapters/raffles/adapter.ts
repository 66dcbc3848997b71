import type { Buyer, Walk } from '../retailers/adapter.ts'

/** Who enters, and what they would like. What they have not given is empty or null, and stays unanswered. */
export type Entrant = {
  buyer: Buyer
  /** As the shop writes it; empty: not said. */
  size: string
  /** YYYY-MM-DD. */
  birthDate: string | null
  /** Without its @. */
  instagram: string | null
  /** Stores to pick up at, best first. */
  stores: readonly string[]
  receive: 'store' | 'shipping' | null
  /** The member's own answers, by words of the question. */
  answers: Readonly<Record<string, string>>
}

/** What the pages said and were told so far. */
export type DrawFacts = {
  title: string
  /** What was answered, by question. */
  answers: Map<string, string>
  /** The same for the page that is open now, by the question's key: it must still stand there at the end. */
  here: Map<string, string>
  /** What was ticked on the member's behalf: terms, and that one is old enough. */
  agrees: Set<string>
  /** What the shop had ticked in advance, and no longer is. */
  declined: Set<string>
  /** The page's words right before the click that enters: what stood there then proves nothing. */
  before: string
}

/** One visit to one draw. The walk has its page, and the manners of a guest. */
export type Draw = {
  walk: Walk
  entrant: Entrant
  facts: DrawFacts
  /** YYYY-MM-DD, UTC. */
  today: string
}

/** What the member would be sending. */
export type EntryReview = {
  title: string
  answers: { question: string; answer: string }[]
  agrees: string[]
  declined: string[]
}

export type EntryConfirmation =
  | { kind: 'entered' | 'already-entered'; number: string | null; evidence: string }
  | { kind: 'not-entered'; reason: 'closed' | 'region' | 'refused'; evidence: string }
  | { kind: 'challenge' | 'unclear'; detail: string }

export type EntryLookup =
  | { kind: 'entered'; number: string | null; evidence: string }
  | { kind: 'none'; evidence: string }
  | { kind: 'unreadable'; detail: string }

/** What a person is told while it runs. */
export type DrawStep = 'find' | 'fill' | 'review' | 'submit' | 'confirm' | 'reconcile'

/**
 * A way into a shop's draw, as small steps. Each reads where it stands from the page, so it may be run again.
 * Steps throw Ended when the entry has to end, Retryable when trying again may help.
 */
export type DrawAdapter = {
  name: string
  /** Opens the draw and its form. One sentence of what was found. */
  find: (draw: Draw) => Promise<string>
  /** Answers what this page asks; null when it asks nothing more. Never invents an answer. */
  fill: (draw: Draw) => Promise<string | null>
  /** Moves on to the form's next page; false when there is none. */
  advance: (draw: Draw) => Promise<boolean>
  /** What would be sent, once the page shows the button that enters and every answer stands; null before. */
  review: (draw: Draw) => Promise<EntryReview | null>
  /** Presses the button that enters. Only ever called behind the fence. */
  submit: (draw: Draw) => Promise<void>
  confirm: (draw: Draw) => Promise<EntryConfirmation>
  /** Asks the shop whether this member is in the draw. Clicks nothing that enters. */
  reconcile: (draw: Draw) => Promise<EntryLookup>
}
