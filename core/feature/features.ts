import { flagKey } from '../karma/flag-key.ts'

type Shipped = { shipped: number; min: number; max: number; unit: FeatureUnit }
type FeatureUnit = 'switch' | 'times' | 'members' | 'days' | 'points'

/**
 * What of the product itself, beside the rules of karma, members can change by vote, and how far. Bounds keep a vote from
 * making a promise of the house untrue: what hides posts cannot be turned so far that one member alone can hide one.
 */
export const shippedFeatures = {
  /** 1: members may post without their name. */
  'app.posts.anonymous': { shipped: 1, min: 0, max: 1, unit: 'switch' },
  /** Votes against, less votes for, at which a post is hidden until a moderator has looked. */
  'app.posts.hide-at': { shipped: 5, min: 3, max: 100, unit: 'points' },
  /** 1: there are leaderboards. */
  'app.leaderboard': { shipped: 1, min: 0, max: 1, unit: 'switch' },
  /** Events that a member may announce within a day; 0: none. */
  'app.events.a-day': { shipped: 5, min: 0, max: 50, unit: 'times' },
  /** Groups that a member may own. */
  'app.groups.owned': { shipped: 5, min: 1, max: 50, unit: 'times' },
  /** Members that a group may have. */
  'app.groups.members': { shipped: 5_000, min: 50, max: 50_000, unit: 'members' },
  /** Things that a member may follow. */
  'app.follows': { shipped: 100, min: 10, max: 1_000, unit: 'times' },
  /** How long a strike stands against a member. */
  'app.strikes.days': { shipped: 90, min: 7, max: 900, unit: 'days' },
  /** How long a member can appeal. */
  'app.appeals.days': { shipped: 30, min: 7, max: 300, unit: 'days' },
} as const satisfies Record<string, Shipped>

export type FeatureName = keyof typeof shippedFeatures
/** Features that are on or off. */
export type SwitchName = {
  [Name in FeatureName]: (typeof shippedFeatures)[Name]['unit'] extends 'switch' ? Name : never
}[FeatureName]

export type Feature = Shipped & {
  name: FeatureName
  /** What FeatureFlags knows it by. */
  key: `0x${string}`
}

/** Every feature, in the order it is shown. */
export const features: readonly Feature[] = Object.entries(shippedFeatures).map(([name, shipped]) => ({
  ...shipped,
  name: name as FeatureName,
  key: flagKey(name),
}))

/** What holds: the flag where it is set and within its bounds, else what is shipped. Pure. */
export function effectiveFeature({ shipped, min, max }: Shipped, flag: bigint | undefined): number {
  if (flag === undefined || flag < BigInt(min) || flag > BigInt(max)) return shipped
  return Number(flag)
}
