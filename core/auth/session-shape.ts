import { z } from 'zod'

/** A session as its member sees it. No token, no hash, no address. */
export const sessionShape = z.object({
  id: z.uuid(),
  /** The one that asks. */
  current: z.boolean(),
  user_agent: z.string().nullable(),
  created_at: z.iso.datetime(),
  /** When its tokens were last renewed: at most a quarter of an hour before it was last active. */
  used_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
})
export type SessionInfo = z.infer<typeof sessionShape>
