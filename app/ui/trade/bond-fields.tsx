'use client'
import { useState } from 'react'
import { MOST_BOND } from '../../../core/trade/limits.ts'
import { useWallets } from '../member/hooks.ts'
import { shortAddress } from '../member/short.ts'
import { tradeWords } from '../messages/en-trades.ts'
import { Choice, Field } from '../parts/field.tsx'

/** From which of one's wallets a bond comes; `wallet` of the form. */
export function WalletChoice() {
  const wallets = useWallets().data?.items ?? []
  return (
    <Choice label={tradeWords.bondFrom} name="wallet" required>
      {wallets.map(({ address }) => (
        <option key={address} value={address}>
          {shortAddress(address)}
        </option>
      ))}
    </Choice>
  )
}

/** What each side puts up, and from which wallet one's own comes: `bond` and `wallet` of the form. */
export function BondFields() {
  const wallets = useWallets().data?.items ?? []
  const [bond, setBond] = useState('0')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label={tradeWords.bond}
        hint={tradeWords.bondHint}
        name="bond"
        type="number"
        min={0}
        max={wallets.length > 0 ? MOST_BOND : 0}
        step={1}
        required
        figures
        value={bond}
        onChange={({ target }) => setBond(target.value)}
      />
      {Number(bond) > 0 && <WalletChoice />}
    </div>
  )
}

/** Those two as a form says them. */
export function readBond(data: FormData): { bond: number; wallet?: string } {
  const [bond, wallet] = [Number(data.get('bond') ?? 0), String(data.get('wallet') ?? '')]
  return bond > 0 && wallet ? { bond, wallet } : { bond }
}
