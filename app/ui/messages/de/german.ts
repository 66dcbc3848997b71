import { apiGerman } from './api.ts'
import { channelGerman } from './channel.ts'
import { chartGerman } from './chart.ts'
import { checkoutGerman } from './checkout.ts'
import { dropGerman } from './drop.ts'
import { fieldsGerman } from './fields.ts'
import { followGerman } from './follow.ts'
import { groupGerman } from './group.ts'
import { groupsGerman } from './groups.ts'
import { guildGerman } from './guild.ts'
import { happeningGerman } from './happening.ts'
import { homeGerman } from './home.ts'
import { karmaGerman } from './karma.ts'
import { leaderboardGerman } from './leaderboard.ts'
import { ledgerGerman } from './ledger.ts'
import { liveGerman } from './live.ts'
import { localeGerman } from './locale.ts'
import { mapGerman } from './map.ts'
import { memberGerman } from './member.ts'
import { moderationGerman } from './moderation.ts'
import { offlineGerman } from './offline.ts'
import { operatorGerman } from './operator.ts'
import { pagesGerman } from './pages.ts'
import { partsGerman } from './parts.ts'
import { passGerman } from './pass.ts'
import { paymentGerman } from './payment.ts'
import { postGerman } from './post.ts'
import { postsGerman } from './posts.ts'
import { pushGerman } from './push.ts'
import { raffleGerman } from './raffle.ts'
import { rafflesGerman } from './raffles.ts'
import { relayGerman } from './relay.ts'
import { releaseGerman } from './release.ts'
import { reportsGerman } from './reports.ts'
import { restockGerman } from './restock.ts'
import { reviewGerman } from './review.ts'
import { sessionGerman } from './session.ts'
import { shellGerman } from './shell.ts'
import { siteGerman } from './site.ts'
import { sneakerGerman } from './sneaker.ts'
import { tradeGerman } from './trade.ts'
import { tradesGerman } from './trades.ts'
import { voteGerman } from './vote.ts'
import { votesGerman } from './votes.ts'
import { walletGerman } from './wallet.ts'
import { writingGerman } from './writing.ts'

/** All words in German, by the part that says them; its parts are as those of English, by their types and german.test.ts. */
export const german = {
  ...apiGerman,
  ...channelGerman,
  ...chartGerman,
  ...checkoutGerman,
  ...dropGerman,
  ...fieldsGerman,
  ...followGerman,
  ...groupGerman,
  ...groupsGerman,
  ...guildGerman,
  ...happeningGerman,
  ...homeGerman,
  ...karmaGerman,
  ...leaderboardGerman,
  ...ledgerGerman,
  ...liveGerman,
  ...localeGerman,
  ...mapGerman,
  ...memberGerman,
  ...moderationGerman,
  ...offlineGerman,
  ...operatorGerman,
  ...pagesGerman,
  ...partsGerman,
  ...passGerman,
  ...paymentGerman,
  ...postGerman,
  ...postsGerman,
  ...pushGerman,
  ...raffleGerman,
  ...rafflesGerman,
  ...relayGerman,
  ...releaseGerman,
  ...reportsGerman,
  ...restockGerman,
  ...reviewGerman,
  ...sessionGerman,
  ...shellGerman,
  ...siteGerman,
  ...sneakerGerman,
  ...tradeGerman,
  ...tradesGerman,
  ...voteGerman,
  ...votesGerman,
  ...walletGerman,
  ...writingGerman,
}
