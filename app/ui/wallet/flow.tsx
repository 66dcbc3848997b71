'use client'
import { words } from '../messages/wallet/flow.ts'
import '@rainbow-me/rainbowkit/styles.css'
import { RainbowKitProvider, useConnectModal } from '@rainbow-me/rainbowkit'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { Hex } from 'viem'
import { useAccount, useSignMessage, useSignTypedData, useSwitchChain, WagmiProvider } from 'wagmi'
import type { Body } from '../api/shapes.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { type Signer, signInWithWallet } from '../session/siwe.ts'
import { walletConfig } from './config.ts'
import { walletTheme } from './theme.ts'

type Props = {
  client: Body<'client'>
  /** Goes up with every press of the button: opens the list of wallets, or acts again. */
  opened: number
  act?: ((signer: Signer) => Promise<unknown>) | undefined
  onDone: () => void
  /** What is said while the wallet is asked. */
  waiting?: ReactNode
  /** Go on with the wallet of last time without asking which one. */
  reconnect?: boolean
}

function useOpenOnPress(opened: number, settled: boolean) {
  const { openConnectModal } = useConnectModal()
  const [answered, setAnswered] = useState(0)
  useEffect(() => {
    if (settled || opened === answered || !openConnectModal) return
    setAnswered(opened)
    openConnectModal()
  }, [opened, answered, settled, openConnectModal])
}

/** What the connected wallet can do for us. */
function useSigner({ chain_id: ours }: Body<'client'>): (address: Hex) => Signer {
  const { chainId } = useAccount()
  const { signMessageAsync } = useSignMessage()
  const { signTypedDataAsync } = useSignTypedData()
  const { switchChainAsync } = useSwitchChain()
  return (address) => ({
    address,
    sign: (message) => signMessageAsync({ message }),
    signTyped: async (data) => {
      // Wallets refuse to sign for another chain than the one they are on.
      if (chainId !== ours) await switchChainAsync({ chainId: ours })
      return signTypedDataAsync(data)
    },
  })
}

const PlainWaiting = () => <p role="status">{words.signTheMessageIn}</p>

function Steps({ client, opened, act = signInWithWallet, onDone, waiting = <PlainWaiting /> }: Props) {
  const { address, isConnected, status } = useAccount()
  const signerOf = useSigner(client)
  const [acted, setActed] = useState(0)
  useOpenOnPress(opened, isConnected || status === 'reconnecting')
  const { mutate, isPending, error } = useMutation({
    mutationFn: (account: Hex) => act(signerOf(account)),
    onSuccess: onDone,
  })
  // Connecting was the member's yes to it, as is each later press: the wallet itself asks once more.
  useEffect(() => {
    if (!isConnected || !address || acted === opened) return
    setActed(opened)
    if (!isPending) mutate(address)
  }, [isConnected, address, acted, opened, isPending, mutate])
  if (!isConnected || !address) return null
  if (isPending) return waiting
  if (!error) return null
  return (
    <ErrorNotice error={error}>
      <Button className="justify-self-start" onClick={() => mutate(address)}>
        {words.signTheMessage}
      </Button>
    </ErrorNotice>
  )
}

/** Wallet list, connection, signatures. Everything wallet lives in this chunk. */
export function WalletFlow({ reconnect = false, ...props }: Props) {
  const [config] = useState(() => walletConfig(props.client))
  return (
    <WagmiProvider config={config} reconnectOnMount={reconnect}>
      <RainbowKitProvider theme={walletTheme} modalSize="compact">
        <Steps {...props} />
      </RainbowKitProvider>
    </WagmiProvider>
  )
}
