import type { GroupRole } from '../../../core/group/role.ts'
import type { GroupAccess } from '../../../core/group/shape.ts'
import { plural } from './fill.ts'
import { inWords } from './in-words.ts'

export const accessWords: Record<GroupAccess, string> = inWords('groups.accessWords', {
  open: 'Open',
  invite: 'By invite',
  gate: 'Gated',
})

export const accessHints: Record<GroupAccess, string> = inWords('groups.accessHints', {
  open: 'Everybody reads it, and whoever joins writes in it.',
  invite: 'Nobody else is told that it is there. You send links that run out.',
  gate: 'Whoever has what it asks for is in, for as long as they have it.',
})

export const groupRoleWords: Record<GroupRole, string> = inWords('groups.groupRoleWords', {
  owner: 'Owner',
  moderator: 'Moderator',
  member: 'Member',
})

/** Cook groups: the list, a group, its people. */
export const groupWords = inWords('groups.groupWords', {
  groups: 'Cook groups',
  what: 'Crews that share alerts, guides and results. Some are open, some ask for karma, a pass or a city.',
  found: 'Found a group',
  foundWhat: 'You answer for what is read in it, and you decide who comes in.',
  foundWhy: 'Members of some trust found groups.',
  all: 'All',
  mine: 'Mine',
  near: 'Near me',
  which: 'Which groups',
  search: 'Find a group by name',
  find: 'Find',
  more: 'Show more groups',
  loading: 'Loading groups',
  loadingOne: 'Loading the group',
  none: 'No group here yet',
  noneFix: 'Found one for your street, or look at all of them.',
  noneMine: 'You are in no group yet',
  join: 'Join',
  signIn: 'Sign in to join',
  leave: 'Leave',
  leaveSure: 'Yes, leave',
  stay: 'Stay',
  post: 'Post here',
  standing: 'Your standing',
  asks: 'Asks for',
  isIn: 'You are in',
  isOut: 'Not in',
  canJoin: 'You can join',
  earn: 'Report a restock',
  pass: 'Get a pass',
  feed: 'Feed',
  alerts: 'Alerts',
  guides: 'Guides',
  results: 'Results',
  members: 'Members',
  board: 'Leaders',
  manage: 'Manage',
  parts: 'Parts of the group',
  posts: 'Posts',
  outNow: 'out at present',
  moreMembers: 'Show more members',
  loadingMembers: 'Loading members',
  nobodyRanked: 'Nobody of the group has earned karma in this time',
  moreLeaders: 'Show more',
  loadingBoard: 'Loading the board',
  you: 'You',
  atBlock: 'as of block',
})

/** The form of a group, and what its owner and moderators do. */
export const manageWords = inWords('groups.manageWords', {
  name: 'Name',
  about: 'What it is about',
  access: 'Who comes in',
  gate: 'What it asks for',
  gateHint:
    'Conditions joined by and, or, not and brackets: held 100 (karma in wallets), earned 50 (by own acts), pass 1 (tier or higher), city (a cell).',
  gateCity: 'Add a city',
  noCity: 'No city',
  tryGate: 'Try it',
  wouldAsk: 'It asks for',
  city: 'City it is about',
  cityHint: 'It is suggested to members near it.',
  found: 'Found it',
  save: 'Save',
  saved: 'Saved.',
  settings: 'Settings',
  invites: 'Invites',
  invitesWhat: 'Each link lets so many in, until it runs out. It is shown once.',
  hours: 'Good for',
  uses: 'Lets in',
  makeInvite: 'Make a link',
  link: 'The link',
  copy: 'Copy',
  copied: 'Copied',
  noInvites: 'No link is out',
  takeBack: 'Take back',
  removed: 'Removed members',
  nobodyRemoved: 'Nobody was removed',
  readmit: 'Let back in',
  role: 'Role',
  remove: 'Remove',
  removeWhy: 'Why',
  removeHint: 'They are told it.',
  close: 'Close the group',
  closeWhat: 'For good: nobody reads it or comes in again.',
  closeSure: 'Yes, close it for good',
  keep: 'Keep it',
  notYours: 'This is for moderators of the group.',
})

/** The page that an invite link leads to. */
export const inviteWords = inWords('groups.inviteWords', {
  title: 'You are invited',
  loading: 'Looking at the invite',
  noLink: 'There is no invite in this address',
  noLinkFix: 'Open the whole link as it was sent to you, its end included.',
  accept: 'Join the group',
  open: 'Open the group',
  until: 'The invite runs out',
  signIn: 'Sign in, then open the link again: it is only in your browser.',
})

/** "1 member", "12 members". */
export const membersText = (count: number) => plural(memberForms, count)

export const memberForms = inWords('groups.members', { one: '1 member', other: '{n} members' })
