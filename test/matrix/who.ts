import type { Person, World } from './world.ts'

export const actors = ['anonymous', 'other', 'owner', 'moderator', 'admin'] as const
export type Actor = (typeof actors)[number]

export type Expectation = {
  /** Values of the path's parameters: things of the owner. */
  params?: (world: World) => Record<string, string> | Promise<Record<string, string>>
  /** Of an address that needs one. */
  query?: (world: World) => string
  /** A good body for whoever asks. */
  body?: (world: World, asking: Person) => unknown
  /** Statuses, in the order of `actors`. */
  answers: readonly [number, number, number, number, number]
}

export const everyone = (status: number): Pick<Expectation, 'answers'> => ({
  answers: [status, status, status, status, status],
})
/** Each member has one's own. */
export const members = (status: number): Pick<Expectation, 'answers'> => ({
  answers: [401, status, status, status, status],
})
/** Nobody but the owner, whatever the role; that it exists is not told either. */
export const ownerOnly = (status: number): Pick<Expectation, 'answers'> => ({
  answers: [401, 404, status, 404, 404],
})
/** Everyone who is signed in may ask, and only these are let in: they may by their role. */
export const moderators = (status: number): Pick<Expectation, 'answers'> => ({
  answers: [401, 403, 403, status, status],
})
/** Likewise of admins alone. */
export const admins = (status: number): Pick<Expectation, 'answers'> => ({
  answers: [401, 403, 403, 403, status],
})
