import { z } from 'zod'

/** From least to most: each may do all that the ones before may. */
const roles = ['member', 'moderator', 'admin'] as const

export const roleShape = z.enum(roles)
export type Role = z.infer<typeof roleShape>

/** Whether this role suffices where `needed` is asked for. */
export function isAtLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed)
}
