import type { Channel } from '../../../core/channel/shape.ts'
import type { PushObstacle } from '../push/support.ts'
import { inWords } from './in-words.ts'

/** Why push cannot work in this browser, and what would make it work. */
export const pushWords: Record<PushObstacle, { why: string; fix: string }> = inWords('site.pushWords', {
  insecure: {
    why: 'This page came without https, and browsers take push from safe pages alone.',
    fix: 'Open SNPD by its https address.',
  },
  'home-screen': {
    why: 'An iPhone or iPad shows push only to pages on the Home Screen.',
    fix: 'Press Share, then Add to Home Screen, and turn it on there.',
  },
  unsupported: {
    why: 'This browser has no push.',
    fix: 'Use a webhook or Discord below, or another browser.',
  },
  denied: {
    why: 'You told this browser to keep our notifications from you.',
    fix: "Allow them in the browser's settings for this site, then come back.",
  },
  'no-service': {
    why: "This browser could not reach its maker's push service.",
    fix: 'Some networks and some builds of Chromium have none. Try another network, or use a webhook or Discord below.',
  },
})

/** Where alerts are sent to. */
export const channelWords: Record<Channel['kind'], string> = inWords('site.channelWords', {
  'web-push': 'Browser',
  webhook: 'Webhook',
  discord: 'Discord',
})
