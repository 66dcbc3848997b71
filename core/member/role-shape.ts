import { z } from 'zod'
import { roles } from './role.ts'

/** Apart from the roles: pages that ask for one need no zod. */
export const roleShape = z.enum(roles)
