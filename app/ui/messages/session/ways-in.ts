import { inWords } from '../in-words.ts'

export const words = inWords('session/ways-in', {
  youAreSignedIn: 'You are signed in as',
  goOn: 'Go on',
  justLookAround: 'Just look around',
  yourWallet: 'Your wallet',
  youSignOneMessage: 'You sign one message. No gas, no approval, nothing moves.',
  withoutAWallet: 'Without a wallet',
})
