import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { uuidv7 } from '../../core/id.ts'
import { measuredApi } from '../metrics/measured.ts'
import { authRoutes } from './auth.ts'
import { blockRoutes } from './blocks.ts'
import { noCards } from './cards.ts'
import { catalogRoutes } from './catalog.ts'
import { channelRoutes } from './channels.ts'
import { clientRoutes } from './client.ts'
import { closetRoutes } from './closet.ts'
import type { Api, Env } from './context.ts'
import { docsRoutes } from './docs.ts'
import { dropRoutes } from './drops.ts'
import { toSnpdError } from './failure.ts'
import { featureRoutes } from './features.ts'
import { feedRoutes } from './feed.ts'
import { followRoutes } from './follows.ts'
import { groupAlertRoutes } from './group-alerts.ts'
import { groupBoardRoutes } from './group-board.ts'
import { groupBridgeRoutes } from './group-bridges.ts'
import { groupGuideRoutes } from './group-guides.ts'
import { groupInviteRoutes } from './group-invites.ts'
import { groupMemberRoutes } from './group-members.ts'
import { groupResultRoutes } from './group-results.ts'
import { groupRoutes } from './groups.ts'
import { bodyWithin, sameOrigin } from './guards.ts'
import { happeningRoutes } from './happenings.ts'
import { ownHappeningRoutes } from './happenings-own.ts'
import { healthRoutes } from './health.ts'
import { idempotent } from './idempotency/guard.ts'
import { karmaRoutes } from './karma.ts'
import { challengeRoutes } from './karma-challenge.ts'
import { karmaReviewRoutes } from './karma-review.ts'
import { leaderboardRoutes } from './leaderboard.ts'
import { ledgerRoutes } from './ledger.ts'
import { limited } from './limits/guard.ts'
import { inTurns } from './limits/turns.ts'
import { meRoutes } from './me.ts'
import { confirmRoutes } from './me-confirm.ts'
import { leaveRoutes } from './me-leave.ts'
import { notificationRoutes } from './me-notifications.ts'
import { walletRoutes } from './me-wallets.ts'
import { memberFollowRoutes } from './member-follows.ts'
import { moderationRoutes } from './moderation.ts'
import { moderationAppealRoutes } from './moderation-appeals.ts'
import { moderationFilterRoutes } from './moderation-filters.ts'
import { moderationMemberRoutes } from './moderation-members.ts'
import { nearRoutes } from './near.ts'
import { allowedMethods, type RouteName, routesOf, unanswered } from './not-found.ts'
import { operatorRoutes } from './operator.ts'
import { passRoutes } from './passes.ts'
import { passwordRoutes } from './password.ts'
import { paymentRoutes } from './payment.ts'
import { permitRoutes } from './permits.ts'
import { photoRoutes } from './photos.ts'
import { placeRoutes } from './places.ts'
import { postReportRoutes } from './post-reports.ts'
import { postVoteRoutes } from './post-votes.ts'
import { postRoutes } from './posts.ts'
import { problem } from './problem.ts'
import { purchaseHandRoutes } from './purchase-hand.ts'
import { purchaseRoutes } from './purchases.ts'
import { pushRoutes } from './push.ts'
import { raffleFormRoutes } from './raffle-forms.ts'
import { rafflePlanRoutes } from './raffle-plans.ts'
import { rafflePrizeRoutes } from './raffle-prizes.ts'
import { raffleRoutes } from './raffles.ts'
import { refreshRoutes } from './refresh.ts'
import { relayRoutes } from './relay.ts'
import { releaseRoutes } from './releases.ts'
import { replyRoutes } from './replies.ts'
import { restockRoutes } from './restocks.ts'
import { ringRoutes } from './ring.ts'
import { routeOf } from './route-of.ts'
import { newRouter } from './router.ts'
import { screenshotRoutes } from './screenshots.ts'
import { sessionRoutes } from './sessions.ts'
import { stockRoutes } from './stock.ts'
import { thingReportRoutes } from './thing-reports.ts'
import { tradeRingRoutes } from './trade-rings.ts'
import { tradeRoutes } from './trades.ts'
import { userRoutes } from './users.ts'
import { voteRoutes } from './votes.ts'

const nouns = [
  authRoutes,
  refreshRoutes,
  userRoutes,
  meRoutes,
  walletRoutes,
  sessionRoutes,
  passwordRoutes,
  confirmRoutes,
  notificationRoutes,
  followRoutes,
  channelRoutes,
  pushRoutes,
  leaveRoutes,
  catalogRoutes,
  stockRoutes,
  restockRoutes,
  photoRoutes,
  feedRoutes,
  postRoutes,
  replyRoutes,
  postVoteRoutes,
  memberFollowRoutes,
  dropRoutes,
  releaseRoutes,
  happeningRoutes,
  ownHappeningRoutes,
  nearRoutes,
  ledgerRoutes,
  passRoutes,
  voteRoutes,
  featureRoutes,
  permitRoutes,
  raffleRoutes,
  rafflePrizeRoutes,
  rafflePlanRoutes,
  raffleFormRoutes,
  leaderboardRoutes,
  placeRoutes,
  karmaRoutes,
  karmaReviewRoutes,
  challengeRoutes,
  ringRoutes,
  postReportRoutes,
  thingReportRoutes,
  blockRoutes,
  moderationRoutes,
  moderationAppealRoutes,
  moderationMemberRoutes,
  moderationFilterRoutes,
  purchaseRoutes,
  purchaseHandRoutes,
  paymentRoutes,
  relayRoutes,
  screenshotRoutes,
  groupRoutes,
  groupMemberRoutes,
  groupInviteRoutes,
  groupBoardRoutes,
  groupGuideRoutes,
  groupResultRoutes,
  groupAlertRoutes,
  groupBridgeRoutes,
  tradeRoutes,
  tradeRingRoutes,
  closetRoutes,
  clientRoutes,
  healthRoutes,
  operatorRoutes,
]

/** The REST API: guards, then one router per noun. Everything it answers is JSON or a problem. */
export function createApi(api: Api): OpenAPIHono<Env> {
  const router: OpenAPIHono<Env> = newRouter()
  guard(router, api)
  for (const noun of nouns) router.route('/api', noun(api))
  router.route('/api', docsRoutes(router, api))
  refuseTheRest(router, api)
  return router
}

/** Cheapest first; what a guard refuses is neither read by the next ones nor kept. */
function guard(router: OpenAPIHono<Env>, api: Api): void {
  router.use(async (c, next) => {
    const requestId = uuidv7()
    const began = performance.now()
    c.set('requestId', requestId)
    await next()
    c.header('x-request-id', requestId)
    // The route, not the path: that can hold an invitation's word.
    const { method, path: route } = routeOf(c) ?? { method: c.req.method, path: 'none' }
    const fields = {
      requestId,
      method,
      route,
      status: c.res.status,
      ms: Math.round(performance.now() - began),
    }
    api.logger.debug(fields, 'request')
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  router.use(measuredApi(api.metrics))
  router.use(limited(api))
  router.use(sameOrigin(api.origin))
  router.use(bodyWithin)
  router.use(noCards)
  router.use(inTurns())
  router.use(idempotent(api))
}

function refuseTheRest(router: OpenAPIHono<Env>, { logger }: Api): void {
  const routes: RouteName[] = routesOf(router)
  router.notFound((c) => {
    const allowed = allowedMethods(routes, c.req.path)
    const headers = allowed.length > 0 ? { allow: allowed.join(', ') } : undefined
    return problem({ error: unanswered(c.req.method, allowed), requestId: c.get('requestId'), headers })
  })
  router.onError((thrown, c: Context<Env>) => {
    const error = toSnpdError(thrown)
    const requestId = c.get('requestId')
    const fields = { requestId, method: c.req.method, route: routeOf(c)?.path, code: error.code, err: thrown }
    if (error.status >= 500) logger.error(fields, 'request failed')
    return problem({ error, requestId })
  })
}
