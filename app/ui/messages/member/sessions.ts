import { inWords } from '../in-words.ts'

export const words = inWords('member/sessions', {
  thisOne: 'This one',
  signedIn: 'Signed in',
  active: '· active',
  signOut: 'Sign out',
  end: 'End',
  theSessionOf: 'the session of',
  loadingYourSessions: 'Loading your sessions',
  sessions: 'Sessions',
  endAllOthers: 'End all others',
})
