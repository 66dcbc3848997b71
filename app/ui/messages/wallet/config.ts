import { inWords } from '../in-words.ts'

export const words = inWords('wallet/config', {
  chain: 'Chain {chain_id}',
  inThisBrowser: 'In this browser',
})
