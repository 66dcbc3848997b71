/** The numbers of ADR 021. Shares are of one, points are basis points of an award. */
export const ringRules = {
  /** Acts and ties older than this say nothing. */
  windowDays: 30,
  /** A device or a flow of karma ties two members for this long. */
  tieDays: 90,
  /** Members looked at around one, at most: a circle larger than this is not seen. */
  reach: 128,
  /** Acts of one member that are looked at, the newest. */
  actsEach: 40,
  /** Below this many acts a circle is nobody's fault: there has to be a beginning. */
  fewestActs: 8,
  /** Who has fewer acts of their own is judged by those who vouch for them: or each ring would report through fresh accounts. */
  fewestOwn: 3,
  /** From this many acts on the score counts in full; between the two in proportion. */
  enoughActs: 20,
  /** Of a small circle: the share of its acts that nobody else vouched for up to which it is a neighbourhood. */
  openShare: 0.65,
  /** So much above is closed. */
  closedMore: 0.2,
  /** A circle up to this size is small; in larger ones more stays inside by itself: a whole city is closed. */
  smallCircle: 32,
  largeCircle: 64,
  /** What a large one may keep to itself. */
  openShareOfLarge: 0.95,
  /** By chance a circle keeps its part of the community to itself; so much more is a neighbourhood. */
  aboveChance: 0.35,
  closedPoints: 9_900,
  /** More, in proportion to how many of the circle share a browser, a wallet or a till. */
  tiedPoints: 2_000,
  mostPoints: 9_900,
  /** Who vouched for more than this share of a circle's acts belongs to it, whatever else they did. */
  dominantShare: 0.25,
  /** Who vouched for more acts than this in the window, or in one day of it, did not stand before all of those shelves. */
  busyGiven: 150,
  busyToday: 8,
  /** The same few: one voucher for so many acts of a member, on average. */
  actsOfOne: 3,
  /** Outsiders who have to vouch for an act of a closed circle before it is paid in full: one may have looked at nothing. */
  outsiders: 2,
  /** wei of karma that have to move before they tie anyone: one. */
  flowWei: 10n ** 18n,
  /** Days that a granted appeal keeps discounts away, and that a refused one has to wait for the next. */
  liftDays: 90,
  retryDays: 14,
  /** A wallet that more than so many send karma to is a market, and ties nobody. */
  marketSenders: 50,
} as const
