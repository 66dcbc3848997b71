import { z } from 'zod'
import { blockShape, muteShape, takenDownShape } from './shape.ts'

const time = z.iso.datetime()

/** Everything between a member and the moderators, in the member's export. Who reported or noted it is not the member's. */
export const moderationShape = z.object({
  reports: z.array(z.object({ rule: z.string(), text: z.string().nullable(), at: time })),
  /** About posts of theirs. */
  cases: z.array(
    z.object({ quote: z.string(), cause: z.string(), opened_at: time, outcome: z.string().nullable() }),
  ),
  removed: z.array(takenDownShape),
  mutes: z.array(muteShape),
  notes: z.array(z.object({ text: z.string(), at: time })),
  blocks: z.array(blockShape),
  /** Threads in which they muted someone anonymous. */
  thread_mutes: z.array(z.object({ post_id: z.uuid(), at: time })),
  /** As a moderator. */
  done: z.array(z.object({ act: z.string(), note: z.string().nullable(), at: time })),
})
export type Moderation = z.infer<typeof moderationShape>
