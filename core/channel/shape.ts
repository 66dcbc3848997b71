import { z } from 'zod'

/** Most channels of one member. */
export const MOST_CHANNELS = 20

const urlShape = z.string().min(1).max(2_000)
const labelShape = z.string().trim().min(1).max(60)
/** base64url of so many bytes. */
const bytes = (length: number) =>
  z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((length * 4) / 3)}}={0,2}$`), 'base64url')

/** What a browser's PushSubscription says of itself (W3C Push API, 8). */
export const subscriptionShape = z.strictObject({
  endpoint: urlShape,
  keys: z.strictObject({
    /** Uncompressed P-256 point. */
    p256dh: bytes(65),
    auth: bytes(16),
  }),
})
export type Subscription = z.infer<typeof subscriptionShape>

export const pushInputShape = subscriptionShape.extend({
  /** Which browser it is, for the member to know it by. */
  label: labelShape.default('This browser'),
  /** The endpoint that this one takes the place of (pushsubscriptionchange). */
  replaces: urlShape.optional(),
})
export type PushInput = z.infer<typeof pushInputShape>

export const channelInputShape = z.strictObject({
  kind: z.enum(['webhook', 'discord']),
  url: urlShape,
  label: labelShape,
})
export type ChannelInput = z.infer<typeof channelInputShape>

/** A channel as its member sees it. Its address is a secret: who knows it can write there. */
export const channelShape = z.object({
  id: z.uuid(),
  kind: z.enum(['web-push', 'webhook', 'discord']),
  label: z.string(),
  /** Of the address, without its path. */
  host: z.string(),
  created_at: z.iso.datetime(),
  sent_at: z.iso.datetime().nullable(),
  /** What went wrong last, in a sentence; null after a success. */
  problem: z.string().nullable(),
  /** Its receiver said that it is gone. */
  ended: z.boolean(),
})
export type Channel = z.infer<typeof channelShape>

export const madeChannelShape = z.object({
  channel: channelShape,
  /** Of a webhook: what signs its messages (Standard Webhooks), shown this once. */
  secret: z.string().nullable(),
})

/** What came of a test alert. */
export const testedShape = z.object({
  arrived: z.boolean(),
  message: z.string(),
  channel: channelShape.nullable(),
})

export const pushKeyShape = z.object({
  /** Of VAPID (RFC 8292): the applicationServerKey that a browser subscribes with, base64url. */
  public_key: z.string(),
})

/** Where a channel's messages go; what the vault keeps. */
export const addressShape = z.discriminatedUnion('kind', [
  subscriptionShape.extend({ kind: z.literal('web-push') }),
  z.strictObject({ kind: z.literal('webhook'), url: z.string(), secret: z.string() }),
  z.strictObject({ kind: z.literal('discord'), url: z.string() }),
])
export type Address = z.infer<typeof addressShape>

/** The URL of an address. */
export function urlOf(address: Address): string {
  return address.kind === 'web-push' ? address.endpoint : address.url
}
