/** From least to most: each may do all that the ones before may. */
export const groupRoles = ['member', 'moderator', 'owner'] as const
export type GroupRole = (typeof groupRoles)[number]

/** Whether this role suffices where `needed` is asked for; null: not in the group. */
export function isRole(role: GroupRole | null, needed: GroupRole): boolean {
  return role !== null && groupRoles.indexOf(role) >= groupRoles.indexOf(needed)
}

/** Whether the one may remove the other: moderators the members, the owner everyone else. Pure. */
export function mayRemove(by: GroupRole, whom: GroupRole): boolean {
  return isRole(by, 'moderator') && groupRoles.indexOf(by) > groupRoles.indexOf(whom)
}
