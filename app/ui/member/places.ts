import { words } from '../messages/member/places.ts'

/** Every page below "You", in the order of the navigation. */
export const settings = [
  {
    href: '/me/profile',
    get name() {
      return words.profile
    },
    get what() {
      return words.nameAndEmail
    },
  },
  {
    href: '/me/wallets',
    get name() {
      return words.wallets
    },
    get what() {
      return words.whereKarmaIsHeld
    },
  },
  {
    href: '/me/password',
    get name() {
      return words.password
    },
    get what() {
      return words.aWayInWithout
    },
  },
  {
    href: '/me/sessions',
    get name() {
      return words.sessions
    },
    get what() {
      return words.whereYouAreSigned
    },
  },
  {
    href: '/me/closet',
    get name() {
      return words.closet
    },
    get what() {
      return words.whatYouHaveAnd
    },
  },
  {
    href: '/me/address',
    get name() {
      return words.shipTo
    },
    get what() {
      return words.whereShopsSendYour
    },
  },
  {
    href: '/me/payment',
    get name() {
      return words.payment
    },
    get what() {
      return words.aCardThatOnly
    },
  },
  {
    href: '/me/notifications',
    get name() {
      return words.alerts
    },
    get what() {
      return words.whatYouHearOf
    },
  },
  {
    href: '/me/conduct',
    get name() {
      return words.conduct
    },
    get what() {
      return words.whatModeratorsDecided
    },
  },
  {
    href: '/me/export',
    get name() {
      return words.yourData
    },
    get what() {
      return words.allOfItAs
    },
  },
  {
    href: '/me/delete',
    get name() {
      return words.deleteWord
    },
    get what() {
      return words.leaveAndLeaveNothing
    },
  },
] as const
