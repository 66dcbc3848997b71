import { evaluateGroupGate, type GateFacts, type NameOf } from './evaluate.ts'
import { parseGate } from './parse.ts'
import { type GroupRole, isRole } from './role.ts'
import type { Group, GroupAccess, GroupStanding } from './shape.ts'

/** What a group asks for, and what one member is to it. */
export type Standing = {
  access: GroupAccess
  /** As it is kept; of access `gate` alone. */
  gate: string | null
  role: GroupRole | null
  /** Why a moderator removed the member; null: nobody did. */
  removed: string | null
}

/** What the member has to show, and the block of the mirror that shows it. */
export type Shown = { facts: GateFacts; block: number }

type Asking = { shown: Shown | null; nameOf: NameOf }

const plain = (open: boolean, reason: string): GroupStanding => ({
  ...{ open, reason },
  ...{ block_number: null, changes_at: null },
})

/** Who has left in this moment. */
const nothing: GateFacts = { wallets: 0, held: 0n, earned: 0n, pass: null, cities: [] }

function judgeGate(gate: string, { shown, nameOf }: Asking): GroupStanding {
  const facts = shown?.facts ?? nothing
  const { open, reason, changesAt } = evaluateGroupGate(parseGate(gate), { facts, nameOf })
  return { open, reason, block_number: shown?.block ?? null, changes_at: changesAt?.toISOString() ?? null }
}

/**
 * Whether the member has what the group asks for. The owner always has: nobody shuts themselves out of what they answer for.
 * Pure.
 * @param shown null where nothing of the chain counts, and of who has left
 */
export function judge({ access, gate, role, removed }: Standing, asking: Asking): GroupStanding {
  if (removed !== null)
    return plain(false, `A moderator of this group removed you: "${removed}". Ask one to let you back in.`)
  if (role === 'owner') return plain(true, 'You own this group.')
  if (gate !== null) return judgeGate(gate, asking)
  if (access === 'invite') return plain(role !== null, 'This group is by invite.')
  return plain(true, role === null ? 'This group is open: join it to post.' : 'This group is open.')
}

/** What follows for the member; a stranger who is not signed in reads open groups. Pure. */
export function mayOf({ access, role }: Standing, open: boolean): Group['mine']['may'] {
  const isIn = role !== null && open
  return {
    join: role === null && open && access !== 'invite',
    read: isIn || access === 'open',
    post: isIn,
    moderate: isIn && isRole(role, 'moderator'),
    own: role === 'owner',
  }
}
