import { uuidv7 } from '../../../../core/id.ts'
import type { Walk } from '../../adapter.ts'
import { waitFor } from '../../manners.ts'
import { callOnce, cancelCheckout, createCheckout } from './client.ts'
import { findItem } from './item.ts'
import { readUcpProfile } from './profile.ts'

const PATH = '/.well-known/ucp'

/** Asks, once a walk, whether the shop sells by the protocol, and finds the pair in it. False: it does not, or not this pair. */
export async function openUcp(walk: Walk): Promise<boolean> {
  const { facts, productUrl, size } = walk
  if (facts.askedUcp || size === '') return false
  facts.askedUcp = true
  const reply = await callOnce(walk, { method: 'GET', url: new URL(PATH, productUrl).href })
  const { status, json } = reply
  // Nothing was asked for that the walk needs: it waits, as it was asked to, and goes on without.
  if (status === 429 || status === 503) await waitFor(walk, { ...reply, status: 503, isPage: true }, 1)
  const profile = status === 200 ? readUcpProfile(json, productUrl) : undefined
  const item = profile && (await findItem(walk, profile))
  if (item) facts.ucp = { profile, item, id: '', checkout: null, key: uuidv7() }
  return item !== undefined
}

/** Lets go of the session: from here on the shop's software and its pages are asked. */
export async function leaveUcp(walk: Walk): Promise<void> {
  const { facts } = walk
  if (facts.ucp) await cancelCheckout(walk, facts.ucp)
  Object.assign(facts, { ucp: null, resumeUrl: null, sizeSeen: false })
}

/**
 * Opens a checkout of one pair. False when the shop does not, or when it is not this pair at a price that the page
 * shows: then the page decides.
 */
export async function beginUcp(walk: Walk): Promise<boolean> {
  const { facts } = walk
  if (!facts.ucp) return false
  const checkout = facts.ucp.checkout ?? (await createCheckout(walk, facts.ucp))
  const [line, ...more] = checkout?.line_items ?? []
  const price = line?.item.price
  const isPriced = typeof price !== 'number' || facts.prices.length === 0 || facts.prices.includes(price)
  const isOne = line?.item.id === facts.ucp.item && line.quantity === 1 && more.length === 0
  if (checkout && isOne && isPriced) return true
  await leaveUcp(walk)
  return false
}
