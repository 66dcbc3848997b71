'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useClient } from '../api/hooks.ts'
import { Button } from '../parts/button.tsx'

const WalletFlow = dynamic(() => import('./flow.tsx').then((module) => module.WalletFlow), {
  ssr: false,
  loading: () => <p role="status">Loading wallets</p>,
})

/** The wallet code (200 KB) is loaded when this is pressed, not before. */
export function ConnectButton({ onSignedIn }: { onSignedIn: () => void }) {
  const { data: client } = useClient()
  const [opened, setOpened] = useState(0)
  return (
    <div className="grid justify-items-start gap-3">
      <Button size="large" disabled={!client} onClick={() => setOpened((count) => count + 1)}>
        Connect wallet
      </Button>
      {client && opened > 0 && <WalletFlow client={client} opened={opened} onSignedIn={onSignedIn} />}
    </div>
  )
}
