import { inWords } from '../in-words.ts'

export const words = inWords('channel/add-channel', {
  addedKeepItsSigning: '✓ Added. Keep its signing secret now: it is shown this once.',
  messagesAreSignedBy:
    'Messages are signed by the Standard Webhooks scheme: check webhook-signature with it.',
  kind: 'Kind',
  webhook: 'Webhook',
  discordChannel: 'Discord channel',
  name: 'Name',
  myBot: 'My bot',
  address: 'Address',
  https: 'https://',
  itIsKeptSealed: 'It is kept sealed: whoever knows it can write there.',
  addIt: 'Add it',
  addedSendATest: '✓ Added. Send a test to see it arrive.',
})
