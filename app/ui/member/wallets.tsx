'use client'
import { useState } from 'react'
import type { LinkedWallet } from '../../../core/member/shape.ts'
import { useMe } from '../api/hooks.ts'
import { asProblem } from '../api/problem.ts'
import { words } from '../messages/member/wallets.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Mark } from '../parts/mark.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { ConnectButton } from '../wallet/connect-button.tsx'
import { Confirmed } from './confirmed.tsx'
import { useLinkWallet, usePayTo, useUnlink, useWallets } from './hooks.ts'
import { Part } from './part.tsx'
import { Saved } from './saved.tsx'
import { shortAddress } from './short.ts'

type Acts = { payTo: ReturnType<typeof usePayTo>; unlink: ReturnType<typeof useUnlink> }

/** Asked twice: karma on an unlinked wallet opens no gate, and the wallet rests a month. */
function Unlink({ wallet, unlink }: { wallet: LinkedWallet; unlink: Acts['unlink'] }) {
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <Button tone="quiet" onClick={() => setAsked(true)}>
        {words.unlink}
        <span className="sr-only"> {shortAddress(wallet.address)}</span>
      </Button>
    )
  return (
    <div className="grid w-full gap-3 border-l-8 border-alarm bg-panel p-4">
      <p className="text-sm">{words.itsKarmaStaysIn}</p>
      <div className="flex flex-wrap gap-3">
        <Button
          tone="alarm"
          busy={unlink.isPending}
          onClick={() => unlink.mutate(wallet.address, { onSettled: () => setAsked(false) })}
        >
          {words.unlink} {shortAddress(wallet.address)}
        </Button>
        <Button tone="quiet" onClick={() => setAsked(false)}>
          {words.keepIt}
        </Button>
      </div>
    </div>
  )
}

function Wallet({ wallet, acts }: { wallet: LinkedWallet; acts: Acts }) {
  return (
    <li className="grid gap-3 border border-rule p-4">
      <p className="figures break-all text-sm font-semibold">{wallet.address}</p>
      <div className="flex min-h-11 flex-wrap items-center gap-x-5 gap-y-2">
        {wallet.paid_to ? (
          <Mark tone="live">{words.awardsGoHere}</Mark>
        ) : (
          <Button busy={acts.payTo.isPending} onClick={() => acts.payTo.mutate(wallet.address)}>
            {words.sendAwardsHere}
            <span className="sr-only">
              {words.to} {shortAddress(wallet.address)}
            </span>
          </Button>
        )}
        <Unlink wallet={wallet} unlink={acts.unlink} />
        <span className="text-sm text-muted">
          {words.linked}{' '}
          <time dateTime={wallet.linked_at} className="figures">
            {wallet.linked_at.slice(0, 10)}
          </time>
        </span>
      </div>
    </li>
  )
}

function List({ wallets }: { wallets: readonly LinkedWallet[] }) {
  const acts = { payTo: usePayTo(), unlink: useUnlink() }
  const error = [acts.payTo.error, acts.unlink.error].find((e) => e && asProblem(e).code !== 'auth.confirm')
  return (
    <div className="grid gap-3">
      {wallets.length === 0 && <p>{words.noWalletYetKarma}</p>}
      <ul className="grid gap-3">
        {wallets.map((wallet) => (
          <Wallet key={wallet.address} wallet={wallet} acts={acts} />
        ))}
      </ul>
      {error && <ErrorNotice error={error} />}
      <Saved when={acts.payTo.isSuccess}>{words.laterAwardsGoThere}</Saved>
    </div>
  )
}

function Link() {
  const link = useLinkWallet()
  const [linked, setLinked] = useState(0)
  return (
    <div className="grid gap-3">
      <p className="text-muted">{words.youSignOneMessage}</p>
      {/* Anew after each one: the wallet's steps begin at the beginning. */}
      <ConnectButton key={linked} act={link} onDone={() => setLinked((count) => count + 1)} />
      <Saved when={linked > 0}>{words.linked2}</Saved>
    </div>
  )
}

/** The member's wallets: which there are, which one is paid, and one more. */
export function Wallets() {
  const { data: me } = useMe()
  return (
    <Answer query={useWallets()} waiting={words.loadingYourWallets}>
      {({ items }) => (
        <Confirmed why={words.walletsAreAWay}>
          <div>
            <Part id="yours" title={words.yours}>
              <List wallets={items} />
            </Part>
            <Part id="another" title={me?.wallets.length ? words.anotherOne : words.yourFirst}>
              <Link />
            </Part>
          </div>
        </Confirmed>
      )}
    </Answer>
  )
}
