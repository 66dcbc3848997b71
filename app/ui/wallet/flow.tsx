'use client'
import '@rainbow-me/rainbowkit/styles.css'
import { RainbowKitProvider, useConnectModal } from '@rainbow-me/rainbowkit'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Hex } from 'viem'
import { useAccount, useSignMessage, WagmiProvider } from 'wagmi'
import type { Body } from '../api/shapes.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { type Signer, signInWithWallet } from '../session/siwe.ts'
import { walletConfig } from './config.ts'
import { walletTheme } from './theme.ts'

type Props = {
  client: Body<'client'>
  /** Goes up with every press of the button: opens the list of wallets again. */
  opened: number
  act?: ((signer: Signer) => Promise<unknown>) | undefined
  onDone: () => void
}

function useOpenOnPress(opened: number, connected: boolean) {
  const { openConnectModal } = useConnectModal()
  const [answered, setAnswered] = useState(0)
  useEffect(() => {
    if (connected || opened === answered || !openConnectModal) return
    setAnswered(opened)
    openConnectModal()
  }, [opened, answered, connected, openConnectModal])
}

function Steps({ opened, act = signInWithWallet, onDone }: Omit<Props, 'client'>) {
  const { address, isConnected } = useAccount()
  const { signMessageAsync } = useSignMessage()
  useOpenOnPress(opened, isConnected)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (account: Hex) => act({ address: account, sign: (message) => signMessageAsync({ message }) }),
    onSuccess: onDone,
  })
  // Connecting was the member's yes to it: the wallet itself asks once more.
  useEffect(() => {
    if (isConnected && address) mutate(address)
  }, [isConnected, address, mutate])
  if (!isConnected || !address) return null
  if (isPending) return <p role="status">Sign the message in your wallet. It costs nothing.</p>
  if (!error) return null
  return (
    <ErrorNotice error={error}>
      <Button className="justify-self-start" onClick={() => mutate(address)}>
        Sign the message
      </Button>
    </ErrorNotice>
  )
}

/** Wallet list, connection, SIWE. Everything wallet lives in this chunk. */
export function WalletFlow({ client, opened, act, onDone }: Props) {
  const [config] = useState(() => walletConfig(client))
  return (
    <WagmiProvider config={config} reconnectOnMount={false}>
      <RainbowKitProvider theme={walletTheme} modalSize="compact">
        <Steps opened={opened} act={act} onDone={onDone} />
      </RainbowKitProvider>
    </WagmiProvider>
  )
}
