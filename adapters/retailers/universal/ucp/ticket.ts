import { z } from 'zod'
import type { Walk } from '../../adapter.ts'
import { readUcpProfile } from './profile.ts'

const ticketShape = z.object({ endpoint: z.string(), id: z.string().min(1) })

/**
 * What a later process needs to ask the shop's interface what became of this walk's checkout; null where none is open.
 * It names the session and nobody.
 */
export function ticketOf({ facts: { ucp } }: Pick<Walk, 'facts'>): string | null {
  return ucp?.id ? JSON.stringify({ endpoint: ucp.profile.endpoint, id: ucp.id }) : null
}

/** Goes on with such a session, to ask and never to order; a ticket that is none, or another shop's, does nothing. */
export function showTicket({ facts, productUrl }: Walk, ticket: string | null): void {
  const parsed = ticket === null ? undefined : ticketShape.safeParse(JSON.parse(ticket))
  if (!parsed?.success) return
  const { endpoint, id } = parsed.data
  const services = { 'dev.ucp.shopping': [{ transport: 'rest', endpoint }] }
  const profile = readUcpProfile(
    { ucp: { services, capabilities: { 'dev.ucp.shopping.checkout': [] } } },
    productUrl,
  )
  if (profile) facts.ucp = { profile, id, item: '', checkout: null, key: '' }
}
