import { z } from 'zod'
import { cellShape } from '../cell/shape.ts'
import { channelShape } from '../channel/shape.ts'
import { purchaseRequestShape } from '../checkout/shape.ts'
import { followShape } from '../follow/shape.ts'
import { groupRoleShape } from '../group/shape.ts'
import { announcedKinds, answerShape } from '../happening/shape.ts'
import { challengeShape } from '../karma/shape.ts'
import { moderationShape } from '../moderation/export.ts'
import { voteValueShape } from '../post/shape.ts'
import { entryOutcomeShape } from '../raffle-form/outcome.ts'
import { entryDetailsShape } from '../raffle-form/request.ts'
import { relayedShape } from '../relay/status.ts'
import { ringShape } from '../trade/ring.ts'
import { closetItemShape, tradeShape } from '../trade/shape.ts'
import { slashedShape } from '../trade/state-shape.ts'
import { notificationShape } from './notifications.ts'
import { addressShape, linkedWalletShape, memberShape, walletShape, weiShape } from './shape.ts'

const time = z.iso.datetime()

/**
 * Everything SNPD holds of a member, in one document. Not in it: the password's hash, which leaves the server never,
 * the sealed payment details, and what the chain says of the wallets, which is public.
 */
export const memberExportShape = z.object({
  exported_at: time,
  member: memberShape,
  wallets: z.array(linkedWalletShape),
  /** Wallets that left, and until when nobody else may link them. */
  resting_wallets: z.array(z.object({ address: z.string(), until: time })),
  sessions: z.array(
    z.object({
      id: z.uuid(),
      user_agent: z.string().nullable(),
      created_at: time,
      used_at: time,
      expires_at: time,
      /** When it last proved once more who it is. */
      confirmed_at: time.nullable(),
    }),
  ),
  notifications: notificationShape,
  awards: z.array(
    z.object({
      id: z.uuid(),
      rule: z.string(),
      source_id: z.uuid(),
      amount: weiShape,
      created_at: time,
      matures_at: time.nullable(),
      reversed_at: time.nullable(),
      capped_by: z.string().nullable(),
      why: z.array(z.string()),
      /** Its number on chain. */
      award_id: z.string().nullable(),
    }),
  ),
  /** Whether one is on leaderboards, and the sums that they show; a cell is a city or a street, empty for everywhere. */
  leaderboard: z.object({
    listed: z.boolean(),
    standings: z.array(z.object({ cell: z.string(), period: z.string(), karma: weiShape })),
  }),
  restocks: z.array(
    z.object({
      id: z.uuid(),
      sneaker_id: z.uuid(),
      store_id: z.uuid(),
      size: z.string(),
      price_minor: z.int().nullable(),
      currency: z.string().nullable(),
      note: z.string().nullable(),
      reported_at: time,
    }),
  ),
  photos: z.array(
    z.object({
      ...{ id: z.uuid(), width: z.int(), height: z.int(), created_at: time },
      /** What it shows; null when that is gone. */
      restock_id: z.uuid().nullable(),
      post_id: z.uuid().nullable(),
    }),
  ),
  /** Posts and replies, the anonymous ones too. Where one was is not kept of them. */
  posts: z.array(
    z.object({
      ...{
        id: z.uuid(),
        kind: z.string().nullable(),
        root_id: z.uuid().nullable(),
        parent_id: z.uuid().nullable(),
      },
      ...{ text: z.string(), anonymous: z.boolean(), pseudonym: z.string().nullable() },
      ...{ group_id: z.uuid().nullable(), store_id: z.uuid().nullable(), cell: z.string().nullable() },
      ...{ created_at: time, edited_at: time.nullable() },
    }),
  ),
  votes: z.array(z.object({ post_id: z.uuid(), value: voteValueShape })),
  likes: z.array(z.object({ post_id: z.uuid(), at: time })),
  saved: z.array(z.object({ post_id: z.uuid(), at: time })),
  /** Whom one reads. */
  following: z.array(z.object({ username: z.string(), at: time })),
  confirmations: z.array(
    z.object({
      restock_id: z.uuid(),
      confirmed_at: time,
      /** What ties the member to the reporter; null when it counted. */
      not_counted: z.string().nullable(),
      /** What they wrote, where it came as a report. */
      note: z.string().nullable(),
    }),
  ),
  /** H3 cells: from where one looks at the feed, and where one was on days of the last 30. */
  cells: z.object({
    viewing: z.object({ cell: cellShape, seen_at: time }).nullable(),
    active: z.array(z.object({ cell: cellShape, since: z.iso.date(), seen: z.iso.date() })),
  }),
  /** Browsers signed in from. */
  devices: z.array(z.object({ first_at: time, seen_at: time })),
  /** Days of the last 30 on which they did anything. */
  active_days: z.array(z.iso.date()),
  /** Wallets that were another member's before, or became one's after. */
  wallet_ties: z.array(z.object({ at: time })),
  appeals: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      created_at: time,
      decided_at: time.nullable(),
      note: z.string().nullable(),
      lifts_until: time.nullable(),
    }),
  ),
  challenges: z.array(challengeShape),
  /** Reports, what moderators decided about posts of theirs, and whom they do not want to see. */
  moderation: moderationShape,
  /** Pictures of their steps are at /api/purchase-requests/{id}/screenshots/{event_id}. */
  checkouts: z.array(
    purchaseRequestShape.extend({
      shipping: addressShape,
      email: z.string().nullable(),
      /** Set when an order was placed, or may have been. */
      fenced_at: time.nullable(),
    }),
  ),
  /** What was said to the member alone, of the last days. */
  alerts: z.array(
    z.object({
      ...{ id: z.uuid(), kind: z.string(), at: time },
      request_id: z.uuid().nullable(),
      award_id: z.uuid().nullable(),
      raffle_id: z.string().nullable(),
      trade_id: z.uuid().nullable(),
      ring_id: z.uuid().nullable(),
      state: z.string().nullable(),
    }),
  ),
  follows: z.array(followShape),
  /** Their addresses are secrets that even their member is not shown again. */
  channels: z.array(channelShape),
  /** What was told of alerts, of the last days. */
  deliveries: z.array(
    z.object({
      ...{ alert_id: z.uuid(), channel_id: z.uuid().nullable(), state: z.string() },
      ...{ due_at: time, ended_at: time.nullable(), problem: z.string().nullable() },
    }),
  ),
  /** Meet-ups and lines that were announced. */
  happenings: z.array(
    z.object({
      ...{ id: z.uuid(), kind: z.enum(announcedKinds), title: z.string(), text: z.string() },
      ...{ store_id: z.uuid().nullable(), place: z.string().nullable(), cell: z.string().nullable() },
      ...{ starts_at: time, ends_at: time, cancelled: z.boolean(), created_at: time },
    }),
  ),
  /** Where one said to come; of a meet-up, a line, a release or a drop. */
  rsvps: z.array(z.object({ happening_id: z.uuid(), answer: answerShape, at: time })),
  /** Draws of shops that were entered through SNPD, or may have been. */
  draw_entries: z.array(
    z.object({
      ...{ draw: z.string(), title: z.string(), at: time },
      state: z.enum(['submitting', 'entered']),
      outcome: entryOutcomeShape.nullable(),
    }),
  ),
  /** Draws of shops that one asked SNPD to enter, with what one said for the form. */
  draw_requests: z.array(
    z.object({
      ...{ id: z.uuid(), url: z.string(), state: z.string(), created_at: time },
      details: entryDetailsShape.nullable(),
    }),
  ),
  /** Raffles that one described, what one was told of raffles, and where prizes went. */
  raffles: z.object({
    plans: z.array(z.object({ id: z.uuid(), title: z.string(), created_at: time })),
    news: z.array(z.object({ raffle_id: z.string(), news: z.string(), told_at: time })),
    prizes: z.array(
      z.object({
        ...{
          plan_id: z.uuid(),
          place: z.int(),
          address: addressShape.nullable(),
          tracking: z.string().nullable(),
        },
        ...{ asked_at: time, sent_at: time.nullable(), received_at: time.nullable() },
      }),
    ),
  }),
  /** Signed calls that SNPD was to carry out. */
  relayed: z.array(
    relayedShape.extend({ to: walletShape, gas: z.string(), data: z.string(), signature: z.string() }),
  ),
  /** Cook groups: those one is in, who was removed by whom, invites one made. */
  groups: z.object({
    joined: z.array(
      z.object({
        ...{ slug: z.string(), name: z.string(), role: groupRoleShape, joined_at: time },
        /** Told of the group's alerts. */
        alerts: z.boolean(),
      }),
    ),
    removed: z.array(
      z.object({
        ...{ slug: z.string(), reason: z.string(), removed_at: time },
        /** True: the member removed somebody. False: they were removed. */
        by_me: z.boolean(),
      }),
    ),
    invites: z.array(
      z.object({
        ...{ slug: z.string(), made_at: time, expires_at: time },
        ...{ uses: z.int(), used: z.int() },
      }),
    ),
    /** Versions of guides that one wrote. */
    guides: z.array(
      z.object({
        ...{ slug: z.string(), guide: z.string(), number: z.int(), title: z.string(), text: z.string() },
        ...{ note: z.string().nullable(), written_at: time },
      }),
    ),
    /** Wins and losses that one put on boards. */
    results: z.array(
      z.object({
        ...{ slug: z.string(), outcome: z.enum(['win', 'loss']), adapter: z.string(), store_id: z.uuid() },
        ...{ sneaker_id: z.uuid().nullable(), size: z.string().nullable(), noted_at: time },
      }),
    ),
    /** What one called out as a moderator. */
    calls: z.array(z.object({ slug: z.string(), text: z.string(), called_at: time })),
    /** Monitors that one shared. */
    monitors: z.array(z.object({ slug: z.string(), url: z.string(), added_at: time })),
    /** Discord channels that one has groups' alerts sent to; never their addresses. */
    bridges: z.array(z.object({ slug: z.string(), label: z.string(), host: z.string(), created_at: time })),
  }),
  /** What one has and wants, trades with all that both sides said, and how one decided as a juror. */
  trading: z.object({
    closet: z.array(closetItemShape),
    trades: z.array(tradeShape),
    rings: z.array(ringShape),
    jury: z.array(z.object({ trade_id: z.uuid(), vote: slashedShape.nullable(), voted_at: time.nullable() })),
  }),
  /** That there are payment details, and what they are called. SNPD cannot open them. */
  payment: z.object({ label: z.string(), key_id: z.string(), updated_at: time }).nullable(),
})
export type MemberExport = z.infer<typeof memberExportShape>
