import { inWords } from '../in-words.ts'

export const words = inWords('wallet/connect-button', {
  loadingWallets: 'Loading wallets',
  connectWallet: 'Connect wallet',
})
