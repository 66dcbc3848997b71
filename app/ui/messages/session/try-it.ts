import { inWords } from '../in-words.ts'

export const words = inWords('session/try-it', {
  tryIt: 'Try it',
  burnerWalletLocalDemo: 'Burner wallet: local demo only, worth nothing.',
})
