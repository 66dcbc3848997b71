'use client'
import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import { useClient } from '../api/hooks.ts'
import { words } from '../messages/wallet/connect-button.ts'
import { Button } from '../parts/button.tsx'
import type { Signer } from '../session/siwe.ts'

const WalletFlow = dynamic(() => import('./flow.tsx').then((module) => module.WalletFlow), {
  ssr: false,
  loading: () => <p role="status">{words.loadingWallets}</p>,
})

type Props = {
  /** What is done with the wallet: it signs in unless another thing is said here. */
  act?: (signer: Signer) => Promise<unknown>
  onDone: () => void
  label?: string
  tone?: 'plain' | 'go' | 'alarm'
  busy?: boolean
  waiting?: ReactNode
  reconnect?: boolean
}

/** The wallet code (200 KB) is loaded when this is pressed, not before. */
export function ConnectButton({ label = words.connectWallet, tone = 'plain', busy = false, ...flow }: Props) {
  const { data: client } = useClient()
  const [opened, setOpened] = useState(0)
  return (
    <div className="grid justify-items-start gap-3">
      <Button
        size="large"
        tone={tone}
        busy={busy}
        disabled={!client}
        onClick={() => setOpened((count) => count + 1)}
      >
        {label}
      </Button>
      {client && opened > 0 && <WalletFlow client={client} opened={opened} {...flow} />}
    </div>
  )
}
