// First: a shape asks for this as it is made.
import './no-eval.ts'
import { z } from 'zod'
import { sessionShape } from '../../../core/auth/session-shape.ts'
import { sneakerDetailShape } from '../../../core/catalog/shape.ts'
import { channelShape, madeChannelShape, pushKeyShape, testedShape } from '../../../core/channel/shape.ts'
import { purchaseRequestShape } from '../../../core/checkout/shape.ts'
import { dropShape } from '../../../core/drop/shape.ts'
import { featuresShape } from '../../../core/feature/shape.ts'
import { followShape } from '../../../core/follow/shape.ts'
import { mapShape } from '../../../core/geo/map.ts'
import { foundPlacesShape } from '../../../core/geo/shape.ts'
import { bridgeShape, bridgeTestShape } from '../../../core/group/bridge.ts'
import { groupAlertsShape, groupMonitorShape, groupNewsShape } from '../../../core/group/monitor.ts'
import { resultBoardShape, resultShape } from '../../../core/group/result.ts'
import {
  gateTrialShape,
  groupBoardShape,
  groupMemberPageShape,
  groupPageShape,
  groupShape,
  invitationShape,
  inviteShape,
  madeInviteShape,
  removedShape,
} from '../../../core/group/shape.ts'
import {
  guideChangesShape,
  guideLineShape,
  guideShape,
  guideVersionShape,
} from '../../../core/guide/shape.ts'
import { happeningShape } from '../../../core/happening/shape.ts'
import { honoursShape, leaderboardShape, listingShape } from '../../../core/karma/leaderboard.ts'
import { cityDetailShape, cityShape } from '../../../core/karma/place.ts'
import { appealShape, clusterShape, reviewAppealShape } from '../../../core/karma/ring/shape.ts'
import {
  challengeShape,
  publishedRulesetShape,
  reviewAwardShape,
  reviewChallengeShape,
  rulesShape,
  standingShape,
} from '../../../core/karma/shape.ts'
import { awardPageShape, ledgerChartShape, ledgerPageShape, ledgerShape } from '../../../core/ledger/shape.ts'
import { notificationShape } from '../../../core/member/notifications.ts'
import { linkedWalletShape, memberShape, walletShape } from '../../../core/member/shape.ts'
import {
  blockShape,
  caseShape,
  conductShape,
  filterShape,
  logEntryShape,
  modAppealShape,
  recordShape,
  reportShape,
  reviewModAppealShape,
} from '../../../core/moderation/shape.ts'
import { stockShape } from '../../../core/monitor/stock.ts'
import {
  deadLettersShape,
  healthLinesShape,
  operatorShape,
  waitingShape,
} from '../../../core/operator/shape.ts'
import { passesShape } from '../../../core/pass/shape.ts'
import { paymentKeyShape, paymentShape } from '../../../core/payment/shape.ts'
import { photoShape } from '../../../core/photo/shape.ts'
import { feedPageShape, postPageShape, postShape, profileShape } from '../../../core/post/shape.ts'
import {
  operatorPrizeShape,
  ownPrizeShape,
  planShape,
  raffleListShape,
  raffleProofShape,
  raffleShape,
} from '../../../core/raffle/shape.ts'
import { askedEntryShape } from '../../../core/raffle-form/request.ts'
import { relayContractsShape } from '../../../core/relay/contracts.ts'
import { relayedShape } from '../../../core/relay/status.ts'
import { releaseShape } from '../../../core/release/shape.ts'
import { restockShape, sneakerShape, storeShape } from '../../../core/restock/shape.ts'
import { ringShape } from '../../../core/trade/ring.ts'
import { closetItemShape, matchShape, reputationShape, tradeShape } from '../../../core/trade/shape.ts'
import { proposalDetailShape, proposalPageShape, voteOptionsShape } from '../../../core/vote/shape.ts'

const items = <Shape extends z.ZodType>(shape: Shape) => z.object({ items: z.array(shape) })
const signedIn = z.object({ token: z.string(), member: memberShape })

/** Every answer the pages read, by name. Loaded apart from the pages: zod is not needed to show a page. */
export const shapes = {
  member: memberShape,
  signedIn,
  nonce: z.object({
    nonce: z.string(),
    expires_at: z.iso.datetime(),
    domain: z.string(),
    chain_id: z.int(),
  }),
  client: z.object({
    chain_id: z.int(),
    rpc_url: z.string().nullish(),
    token: walletShape,
    contracts: relayContractsShape,
    demo: z.boolean(),
    origin: z.string(),
  }),
  sneaker: sneakerDetailShape,
  sneakers: items(sneakerShape),
  stores: items(storeShape),
  restock: restockShape,
  photo: photoShape,
  restocks: items(restockShape),
  post: postShape,
  postPage: postPageShape,
  feedPage: feedPageShape,
  profile: profileShape,
  drop: dropShape,
  drops: items(dropShape),
  releases: items(releaseShape),
  happening: happeningShape,
  happenings: items(happeningShape),
  map: mapShape,
  foundPlaces: foundPlacesShape,
  stock: items(stockShape),
  ledger: ledgerShape,
  ledgerPage: ledgerPageShape,
  awardPage: awardPageShape,
  ledgerChart: ledgerChartShape,
  rules: rulesShape,
  standing: standingShape,
  passes: passesShape,
  raffles: raffleListShape,
  raffle: raffleShape,
  raffleProof: raffleProofShape,
  rafflePrizes: items(ownPrizeShape),
  raffleWinners: items(operatorPrizeShape),
  askedEntries: items(askedEntryShape),
  rafflePlan: planShape,
  rafflePlans: items(planShape),
  proposal: proposalDetailShape,
  proposals: proposalPageShape,
  voteOptions: voteOptionsShape,
  features: featuresShape,
  permitNonce: z.object({ nonce: z.string() }),
  leaderboard: leaderboardShape,
  listing: listingShape,
  honours: honoursShape,
  cities: items(cityShape),
  city: cityDetailShape,
  ruleset: publishedRulesetShape,
  challenge: challengeShape,
  cluster: clusterShape,
  appeal: appealShape,
  reviewAppeals: items(reviewAppealShape),
  reviewAwards: items(reviewAwardShape),
  reviewChallenges: items(reviewChallengeShape),
  postReport: reportShape,
  modCase: caseShape,
  modCases: items(caseShape),
  modLog: items(logEntryShape),
  modAppeal: modAppealShape,
  modAppeals: items(reviewModAppealShape),
  conduct: conductShape,
  memberRecord: recordShape,
  wordFilters: items(filterShape),
  blocks: items(blockShape),
  relayNonce: z.object({ nonce: z.string() }),
  relayed: relayedShape,
  relays: items(relayedShape),
  payment: paymentShape,
  paymentKey: paymentKeyShape,
  purchase: purchaseRequestShape,
  purchases: items(purchaseRequestShape),
  wallets: items(linkedWalletShape),
  sessions: items(sessionShape),
  notifications: notificationShape,
  channel: channelShape,
  channels: items(channelShape),
  madeChannel: madeChannelShape,
  tested: testedShape,
  pushKey: pushKeyShape,
  follow: followShape,
  follows: items(followShape),
  confirmed: z.object({ confirmed_until: z.iso.datetime().nullable() }),
  group: groupShape,
  groups: groupPageShape,
  groupMembers: groupMemberPageShape,
  groupBoard: groupBoardShape,
  groupInvites: items(inviteShape),
  groupRemoved: items(removedShape),
  madeInvite: madeInviteShape,
  invitation: invitationShape,
  gateTrial: gateTrialShape,
  guides: items(guideLineShape),
  guide: guideShape,
  guideChanges: guideChangesShape,
  guideVersions: items(guideVersionShape).extend({ next: z.int().nullable() }),
  results: resultBoardShape,
  groupResult: resultShape,
  groupAlerts: groupAlertsShape,
  groupNews: groupNewsShape,
  groupMonitors: items(groupMonitorShape),
  groupMonitor: groupMonitorShape,
  bridges: items(bridgeShape),
  bridge: bridgeShape,
  bridgeTest: bridgeTestShape,
  trade: tradeShape,
  trades: items(tradeShape).extend({ next: z.uuid().nullable() }),
  disputes: items(tradeShape),
  ring: ringShape,
  rings: items(ringShape),
  closet: items(closetItemShape),
  theirCloset: items(closetItemShape).extend({ username: z.string(), reputation: reputationShape }),
  matches: items(matchShape),
  operator: operatorShape,
  deadLetters: deadLettersShape,
  health: healthLinesShape,
  waiting: waitingShape,
  askedAnew: z.object({ request_id: z.uuid() }),
  replayed: z.object({ replayed: z.int() }),
  nothing: z.unknown(),
}

export type ShapeName = keyof typeof shapes
export type Body<Name extends ShapeName> = z.infer<(typeof shapes)[Name]>
