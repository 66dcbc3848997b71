// First: a shape asks for this as it is made.
import './no-eval.ts'
import { z } from 'zod'

const items = <Shape extends z.ZodType>(shape: Shape) => z.object({ items: z.array(shape) })

/** Made when it is first asked for, and once. */
function once<Module, Shape>(load: () => Promise<Module>, make: (module: Module) => Shape) {
  let made: Promise<Shape> | undefined
  return () => {
    made ??= load().then(make)
    // A file that did not come is asked for again by the next answer.
    made.catch(() => {
      made = undefined
    })
    return made
  }
}

const authSessionShape = () => import('../../../core/auth/session-shape.ts')
const catalog = () => import('../../../core/catalog/shape.ts')
const channel = () => import('../../../core/channel/shape.ts')
const checkout = () => import('../../../core/checkout/shape.ts')
const drop = () => import('../../../core/drop/shape.ts')
const feature = () => import('../../../core/feature/shape.ts')
const follow = () => import('../../../core/follow/shape.ts')
const geoMap = () => import('../../../core/geo/map.ts')
const geo = () => import('../../../core/geo/shape.ts')
const groupBridge = () => import('../../../core/group/bridge.ts')
const groupMonitor = () => import('../../../core/group/monitor.ts')
const groupResult = () => import('../../../core/group/result.ts')
const group = () => import('../../../core/group/shape.ts')
const guide = () => import('../../../core/guide/shape.ts')
const happening = () => import('../../../core/happening/shape.ts')
const karmaLeaderboard = () => import('../../../core/karma/leaderboard.ts')
const karmaPlace = () => import('../../../core/karma/place.ts')
const karmaRing = () => import('../../../core/karma/ring/shape.ts')
const karma = () => import('../../../core/karma/shape.ts')
const ledger = () => import('../../../core/ledger/shape.ts')
const memberNotifications = () => import('../../../core/member/notifications.ts')
const member = () => import('../../../core/member/shape.ts')
const moderation = () => import('../../../core/moderation/shape.ts')
const monitorStock = () => import('../../../core/monitor/stock.ts')
const operator = () => import('../../../core/operator/shape.ts')
const pass = () => import('../../../core/pass/shape.ts')
const payment = () => import('../../../core/payment/shape.ts')
const photo = () => import('../../../core/photo/shape.ts')
const post = () => import('../../../core/post/shape.ts')
const raffleFormRequest = () => import('../../../core/raffle-form/request.ts')
const raffle = () => import('../../../core/raffle/shape.ts')
const relayContracts = () => import('../../../core/relay/contracts.ts')
const relayStatus = () => import('../../../core/relay/status.ts')
const release = () => import('../../../core/release/shape.ts')
const restock = () => import('../../../core/restock/shape.ts')
const tradeRing = () => import('../../../core/trade/ring.ts')
const trade = () => import('../../../core/trade/shape.ts')
const vote = () => import('../../../core/vote/shape.ts')

/**
 * Every answer the pages read, by name. Loaded apart from the pages, since zod is not needed to show one, and each by
 * itself: to make them all takes a phone's processor longer than the page took.
 */
export const shapes = {
  member: once(member, (m) => m.memberShape),
  signedIn: once(member, (m) => z.object({ token: z.string(), member: m.memberShape })),
  nonce: async () =>
    z.object({
      nonce: z.string(),
      expires_at: z.iso.datetime(),
      domain: z.string(),
      chain_id: z.int(),
    }),
  client: once(
    () => Promise.all([member(), relayContracts()]),
    ([m, relay]) =>
      z.object({
        chain_id: z.int(),
        rpc_url: z.string().nullish(),
        token: m.walletShape,
        contracts: relay.relayContractsShape,
        demo: z.boolean(),
        origin: z.string(),
      }),
  ),
  sneaker: once(catalog, (m) => m.sneakerDetailShape),
  sneakers: once(restock, (m) => items(m.sneakerShape)),
  stores: once(restock, (m) => items(m.storeShape)),
  restock: once(restock, (m) => m.restockShape),
  photo: once(photo, (m) => m.photoShape),
  restocks: once(restock, (m) => items(m.restockShape)),
  post: once(post, (m) => m.postShape),
  postPage: once(post, (m) => m.postPageShape),
  feedPage: once(post, (m) => m.feedPageShape),
  profile: once(post, (m) => m.profileShape),
  drop: once(drop, (m) => m.dropShape),
  drops: once(drop, (m) => items(m.dropShape)),
  releases: once(release, (m) => items(m.releaseShape)),
  happening: once(happening, (m) => m.happeningShape),
  happenings: once(happening, (m) => items(m.happeningShape)),
  map: once(geoMap, (m) => m.mapShape),
  foundPlaces: once(geo, (m) => m.foundPlacesShape),
  stock: once(monitorStock, (m) => items(m.stockShape)),
  ledger: once(ledger, (m) => m.ledgerShape),
  ledgerPage: once(ledger, (m) => m.ledgerPageShape),
  awardPage: once(ledger, (m) => m.awardPageShape),
  ledgerChart: once(ledger, (m) => m.ledgerChartShape),
  rules: once(karma, (m) => m.rulesShape),
  standing: once(karma, (m) => m.standingShape),
  passes: once(pass, (m) => m.passesShape),
  raffles: once(raffle, (m) => m.raffleListShape),
  raffle: once(raffle, (m) => m.raffleShape),
  raffleProof: once(raffle, (m) => m.raffleProofShape),
  rafflePrizes: once(raffle, (m) => items(m.ownPrizeShape)),
  raffleWinners: once(raffle, (m) => items(m.operatorPrizeShape)),
  askedEntries: once(raffleFormRequest, (m) => items(m.askedEntryShape)),
  rafflePlan: once(raffle, (m) => m.planShape),
  rafflePlans: once(raffle, (m) => items(m.planShape)),
  proposal: once(vote, (m) => m.proposalDetailShape),
  proposals: once(vote, (m) => m.proposalPageShape),
  voteOptions: once(vote, (m) => m.voteOptionsShape),
  features: once(feature, (m) => m.featuresShape),
  permitNonce: async () => z.object({ nonce: z.string() }),
  leaderboard: once(karmaLeaderboard, (m) => m.leaderboardShape),
  listing: once(karmaLeaderboard, (m) => m.listingShape),
  honours: once(karmaLeaderboard, (m) => m.honoursShape),
  cities: once(karmaPlace, (m) => items(m.cityShape)),
  city: once(karmaPlace, (m) => m.cityDetailShape),
  ruleset: once(karma, (m) => m.publishedRulesetShape),
  challenge: once(karma, (m) => m.challengeShape),
  cluster: once(karmaRing, (m) => m.clusterShape),
  appeal: once(karmaRing, (m) => m.appealShape),
  reviewAppeals: once(karmaRing, (m) => items(m.reviewAppealShape)),
  reviewAwards: once(karma, (m) => items(m.reviewAwardShape)),
  reviewChallenges: once(karma, (m) => items(m.reviewChallengeShape)),
  postReport: once(moderation, (m) => m.reportShape),
  modCase: once(moderation, (m) => m.caseShape),
  modCases: once(moderation, (m) => items(m.caseShape)),
  modLog: once(moderation, (m) => items(m.logEntryShape)),
  modAppeal: once(moderation, (m) => m.modAppealShape),
  modAppeals: once(moderation, (m) => items(m.reviewModAppealShape)),
  conduct: once(moderation, (m) => m.conductShape),
  memberRecord: once(moderation, (m) => m.recordShape),
  wordFilters: once(moderation, (m) => items(m.filterShape)),
  blocks: once(moderation, (m) => items(m.blockShape)),
  relayNonce: async () => z.object({ nonce: z.string() }),
  relayed: once(relayStatus, (m) => m.relayedShape),
  relays: once(relayStatus, (m) => items(m.relayedShape)),
  payment: once(payment, (m) => m.paymentShape),
  paymentKey: once(payment, (m) => m.paymentKeyShape),
  purchase: once(checkout, (m) => m.purchaseRequestShape),
  purchases: once(checkout, (m) => items(m.purchaseRequestShape)),
  wallets: once(member, (m) => items(m.linkedWalletShape)),
  sessions: once(authSessionShape, (m) => items(m.sessionShape)),
  notifications: once(memberNotifications, (m) => m.notificationShape),
  channel: once(channel, (m) => m.channelShape),
  channels: once(channel, (m) => items(m.channelShape)),
  madeChannel: once(channel, (m) => m.madeChannelShape),
  tested: once(channel, (m) => m.testedShape),
  pushKey: once(channel, (m) => m.pushKeyShape),
  follow: once(follow, (m) => m.followShape),
  follows: once(follow, (m) => items(m.followShape)),
  confirmed: async () => z.object({ confirmed_until: z.iso.datetime().nullable() }),
  group: once(group, (m) => m.groupShape),
  groups: once(group, (m) => m.groupPageShape),
  groupMembers: once(group, (m) => m.groupMemberPageShape),
  groupBoard: once(group, (m) => m.groupBoardShape),
  groupInvites: once(group, (m) => items(m.inviteShape)),
  groupRemoved: once(group, (m) => items(m.removedShape)),
  madeInvite: once(group, (m) => m.madeInviteShape),
  invitation: once(group, (m) => m.invitationShape),
  gateTrial: once(group, (m) => m.gateTrialShape),
  guides: once(guide, (m) => items(m.guideLineShape)),
  guide: once(guide, (m) => m.guideShape),
  guideChanges: once(guide, (m) => m.guideChangesShape),
  guideVersions: once(guide, (m) => items(m.guideVersionShape).extend({ next: z.int().nullable() })),
  results: once(groupResult, (m) => m.resultBoardShape),
  groupResult: once(groupResult, (m) => m.resultShape),
  groupAlerts: once(groupMonitor, (m) => m.groupAlertsShape),
  groupNews: once(groupMonitor, (m) => m.groupNewsShape),
  groupMonitors: once(groupMonitor, (m) => items(m.groupMonitorShape)),
  groupMonitor: once(groupMonitor, (m) => m.groupMonitorShape),
  bridges: once(groupBridge, (m) => items(m.bridgeShape)),
  bridge: once(groupBridge, (m) => m.bridgeShape),
  bridgeTest: once(groupBridge, (m) => m.bridgeTestShape),
  trade: once(trade, (m) => m.tradeShape),
  trades: once(trade, (m) => items(m.tradeShape).extend({ next: z.uuid().nullable() })),
  disputes: once(trade, (m) => items(m.tradeShape)),
  ring: once(tradeRing, (m) => m.ringShape),
  rings: once(tradeRing, (m) => items(m.ringShape)),
  closet: once(trade, (m) => items(m.closetItemShape)),
  theirCloset: once(trade, (m) =>
    items(m.closetItemShape).extend({ username: z.string(), reputation: m.reputationShape }),
  ),
  matches: once(trade, (m) => items(m.matchShape)),
  operator: once(operator, (m) => m.operatorShape),
  deadLetters: once(operator, (m) => m.deadLettersShape),
  health: once(operator, (m) => m.healthLinesShape),
  waiting: once(operator, (m) => m.waitingShape),
  askedAnew: async () => z.object({ request_id: z.uuid() }),
  replayed: async () => z.object({ replayed: z.int() }),
  nothing: async () => z.unknown(),
}

export type ShapeName = keyof typeof shapes
export type Body<Name extends ShapeName> = z.infer<Awaited<ReturnType<(typeof shapes)[Name]>>>
