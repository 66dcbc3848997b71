import { inWords } from '../in-words.ts'

export const words = inWords('channel/channel-row', {
  itSaidThatIt: '✕ It said that it is gone.',
  nothingSentYet: 'Nothing sent yet',
  tookTheLastOne: 'Took the last one',
  sendATestAlert: 'Send a test alert to {label}',
  sendATest: 'Send a test',
  remove: 'Remove {label}',
  remove2: 'Remove',
})
