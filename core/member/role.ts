/** From least to most: each may do all that the ones before may. */
export const roles = ['member', 'moderator', 'admin'] as const

export type Role = (typeof roles)[number]

/** Whether this role suffices where `needed` is asked for. */
export function isAtLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed)
}
