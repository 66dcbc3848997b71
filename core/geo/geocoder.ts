/** A place with a name. Degrees, WGS 84. */
export type Spot = { label: string; latitude: number; longitude: number }

/** Who is to be named beside what they told, and under which terms. */
export type Licence = { text: string; url: string }

/**
 * What a service said to one question: places, the likeliest first; that it wants nothing more from us (until an operator
 * has looked into it); or that it should be left alone for a while.
 */
export type Said =
  | { kind: 'found'; spots: Spot[] }
  | { kind: 'stop'; why: string }
  | { kind: 'later'; ms: number; why: string }

/** One service that knows where places are, and its conventions, which hold for the whole installation. */
export type Geocoder = {
  name: 'nominatim' | 'google'
  /** Whom the conventions are between: another address is another agreement. */
  id: string
  licence: Licence
  /** Whether what it finds may be drawn on a map that is not its own. */
  onAnyMap: boolean
  /** Seconds that an answer may be kept, and that "there is none" is. */
  keep: { found: number; nothing: number }
  /** Milliseconds from the end of one request to the start of the next, of all processes together; one at a time. */
  restMs: number
  /** Longest that one request takes, ms. */
  timeoutMs: number
  /** @param question as `questionOf` writes it */
  find: (question: string) => Promise<Said>
}
