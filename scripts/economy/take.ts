import type { Played } from './play.ts'

/** A ring's take per member has to stay below this part of an honest regular's. */
export const BAR = 0.5

export type Take = {
  group: string
  kind: 'honest' | 'farmer' | 'ring'
  members: number
  /** Karma per member and day. */
  each: number
  /** Of all that was issued. */
  share: number
  /** Of what they would have had, taken off for their circle and not restored. */
  lost: number
  /** Of an honest regular's take. */
  ofRegular: number
}

/** What each group took. Pure. */
export function takeOf({ crowd, till, days }: Played): Take[] {
  const groups = new Map<string, { kind: Take['kind']; members: number; earned: number; lost: number }>()
  for (const { id, group, kind } of crowd.people) {
    const sum = groups.get(group) ?? { kind, members: 0, earned: 0, lost: 0 }
    sum.members++
    sum.earned += till.earned.get(id) ?? 0
    sum.lost += till.lost.get(id) ?? 0
    groups.set(group, sum)
  }
  const issued = [...groups.values()].reduce((sum, { earned }) => sum + earned, 0)
  const { earned = 0, members = 1 } = groups.get('regular') ?? {}
  const regular = earned / members
  return [...groups].map(([group, sum]) => ({
    group,
    kind: sum.kind,
    members: sum.members,
    each: sum.earned / sum.members / days,
    share: issued === 0 ? 0 : sum.earned / issued,
    lost: sum.earned + sum.lost === 0 ? 0 : sum.lost / (sum.earned + sum.lost),
    ofRegular: regular === 0 ? 0 : sum.earned / sum.members / regular,
  }))
}

/** The rings that take too much. */
export function overBar(takes: readonly Take[]): Take[] {
  return takes.filter(({ kind, ofRegular }) => kind === 'ring' && ofRegular >= BAR)
}
