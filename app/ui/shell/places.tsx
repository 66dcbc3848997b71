import type { ReactNode } from 'react'
import { words } from '../messages/shell/places.ts'

const icon = (path: ReactNode) => (
  <svg
    viewBox="0 0 24 24"
    aria-hidden
    className="size-6"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.75"
  >
    {path}
  </svg>
)

/** The five places of the bottom bar and the side rail. */
export const places = [
  {
    href: '/',
    get name() {
      return words.home
    },
    icon: icon(<path d="M7 4h10l5 8-5 8H7l-5-8z" />),
  },
  {
    href: '/restocks',
    get name() {
      return words.restocks
    },
    icon: icon(<path d="M3 8h18v12H3zM3 8l2.500-4h13L21 8M9 13h6" />),
  },
  {
    href: '/drops',
    get name() {
      return words.drops
    },
    icon: icon(<path d="M4 6h16v14H4zM4 10.500h16M8 3v5M16 3v5M12 13v4M10 15h4" />),
  },
  {
    href: '/checkouts',
    get name() {
      return words.checkouts
    },
    icon: icon(<path d="M5 8h14l1 12H4zM8.500 8V6a3.500 3.500 0 0 1 7 0v2M9 14l2 2 4-4" />),
  },
  {
    href: '/ledger',
    get name() {
      return words.ledger
    },
    icon: icon(<path d="M4 20V4M4 20h16M7 16l4-5 3 3 6-8" />),
  },
] as const

/** Places of the side rail alone: phones reach them from the pages that ask for them. */
export const more = [
  {
    href: '/groups',
    get name() {
      return words.groups
    },
    icon: icon(
      <path d="M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 20v-2l3-3h6l3 3v2M16 5.500a3 3 0 0 1 0 5M17 15l4 3v2" />,
    ),
  },
  {
    href: '/map',
    get name() {
      return words.map
    },
    icon: icon(<path d="M8 3h8l4 6-4 6H8L4 9zM12 15v6M9 21h6" />),
  },
  {
    href: '/events',
    get name() {
      return words.events
    },
    icon: icon(<path d="M7 4h10l5 8-5 8H7l-5-8zM12 8v4l3 2" />),
  },
  {
    href: '/calendar',
    get name() {
      return words.calendar
    },
    icon: icon(<path d="M4 6h16v14H4zM4 10.500h16M8 3v5M16 3v5M8 14h2M14 14h2M8 17h2" />),
  },
  {
    href: '/karma/leaderboard',
    get name() {
      return words.leaders
    },
    icon: icon(<path d="M3 20h6v-7h6V8h6v12H3M9 13v7M15 8v12" />),
  },
  {
    href: '/raffles',
    get name() {
      return words.raffles
    },
    icon: icon(<path d="M3 6h18v4a2 2 0 0 0 0 4v4H3v-4a2 2 0 0 0 0-4zM14 6v12" />),
  },
  {
    href: '/trades',
    get name() {
      return words.trades
    },
    icon: icon(<path d="M3 8h15l-3-4M21 16H6l3 4" />),
  },
  {
    href: '/votes',
    get name() {
      return words.votes
    },
    icon: icon(<path d="M4 10h16v10H4zM8 10V4h8v6M10 7l1.500 1.500L15 5.500M8 15h8" />),
  },
  {
    href: '/passes',
    get name() {
      return words.passes
    },
    icon: icon(<path d="M3 7h18v10H3zM3 11h18M7 14.500h4" />),
  },
] as const

/** True when the path is this place or below it. */
export const isHere = (path: string, href: string) => (href === '/' ? path === '/' : path.startsWith(href))
