import type { Side } from '../../../core/trade/ruling.ts'
import type { TradeEscrowView } from '../../../core/trade/shape.ts'
import { words } from '../messages/trade/acts.ts'
import type { Act } from '../relay/act.ts'

type Hex = `0x${string}`

/** ABIs and their encoder are needed to act, not to read. */
const calls = () => import('../../../core/trade/calls.ts')

/** Puts up the bond of the one who signs: the first one on exactly the terms that the page shows, the second one on that trade's. */
export function bondAct(escrow: TradeEscrowView): Act {
  const bond = BigInt(escrow.bond)
  return {
    ...{ name: words.putUpYourBond, signatures: 2 },
    call: async ({ contracts, permit }) => {
      const signed = await permit({ spender: contracts.trade_escrow, value: bond })
      if (escrow.step !== 'none') return (await calls()).acceptCall(contracts, escrow.id as Hex, signed)
      const { proposer, counterparty } = escrow
      if (!proposer || !counterparty) throw new Error('nobody is there to trade with')
      const terms = {
        ...{ proposer: proposer as Hex, counterparty: counterparty as Hex, bond },
        ...{ acceptBy: new Date(escrow.accept_by), confirmBy: new Date(escrow.confirm_by) },
        termsHash: escrow.terms_hash as Hex,
      }
      return (await calls()).proposeCall(contracts, terms, signed)
    },
  }
}

const names = () =>
  ({
    'take-back': ['withdraw', words.takeYourBondBack],
    confirm: ['confirm', words.confirmThatYouGot],
    appeal: ['dispute', words.askForARuling],
    free: ['timeout', words.freeTheBonds],
  }) as const

/** What a party signs about a trade with bonds by its id alone. */
export function escrowAct(which: keyof ReturnType<typeof names>, { id }: TradeEscrowView): Act {
  const [functionName, name] = names()[which]
  return {
    ...{ name, signatures: 1 },
    call: async ({ contracts }) => (await calls()).tradeCall(contracts, functionName, id as Hex),
  }
}

/** The wallet of a side: the contract takes its word from that one alone. */
export function walletOf({ proposer, counterparty }: TradeEscrowView, side: Side, offerBy: Side) {
  return side === offerBy ? proposer : counterparty
}
