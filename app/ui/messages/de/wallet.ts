import type { words as config } from '../wallet/config.ts'
import type { words as connectButton } from '../wallet/connect-button.ts'
import type { words as flow } from '../wallet/flow.ts'

export const walletGerman: {
  'wallet/config': typeof config
  'wallet/connect-button': typeof connectButton
  'wallet/flow': typeof flow
} = {
  'wallet/config': { chain: 'Chain {chain_id}', inThisBrowser: 'In diesem Browser' },
  'wallet/connect-button': { loadingWallets: 'Wallets werden geladen', connectWallet: 'Wallet verbinden' },
  'wallet/flow': {
    signTheMessageIn: 'Signier die Nachricht in deiner Wallet. Das kostet nichts.',
    signTheMessage: 'Nachricht signieren',
  },
}
