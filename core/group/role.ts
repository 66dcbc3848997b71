import { z } from 'zod'

/** From least to most: each may do all that the ones before may. */
const roles = ['member', 'moderator', 'owner'] as const

export const groupRoleShape = z.enum(roles)
export type GroupRole = z.infer<typeof groupRoleShape>

/** Whether this role suffices where `needed` is asked for; null: not in the group. */
export function isRole(role: GroupRole | null, needed: GroupRole): boolean {
  return role !== null && roles.indexOf(role) >= roles.indexOf(needed)
}

/** Whether the one may remove the other: moderators the members, the owner everyone else. Pure. */
export function mayRemove(by: GroupRole, whom: GroupRole): boolean {
  return isRole(by, 'moderator') && roles.indexOf(by) > roles.indexOf(whom)
}
