'use client'
import Link from 'next/link'
import { useClient, useMe } from '../api/hooks.ts'
import { words } from '../messages/session/ways-in.ts'
import { buttonClass } from '../parts/button.tsx'
import { ConnectButton } from '../wallet/connect-button.tsx'
import { PasswordForms } from './password-forms.tsx'
import { TryIt } from './try-it.tsx'

/** Three ways in: the demo's burner, a wallet, email and password. */
export function WaysIn({ next }: { next: string }) {
  const { data: client } = useClient()
  const { data: me } = useMe()
  if (me) {
    return (
      <p className="grid justify-items-start gap-4">
        {words.youAreSignedIn} {me.username}.
        <Link href={next} className={buttonClass('go')}>
          {words.goOn}
        </Link>
      </p>
    )
  }
  return (
    <div className="grid items-start gap-8 md:grid-cols-2">
      <div className="grid gap-8">
        {client?.demo && (
          <section aria-labelledby="try" className="grid gap-3 border border-rule bg-panel p-5">
            <h2 id="try" className="heading text-2xl">
              {words.justLookAround}
            </h2>
            <TryIt next={next} />
          </section>
        )}
        <section aria-labelledby="wallet" className="grid gap-3 border border-rule p-5">
          <h2 id="wallet" className="heading text-2xl">
            {words.yourWallet}
          </h2>
          <p className="text-muted">{words.youSignOneMessage}</p>
          <ConnectButton onDone={() => window.location.assign(next)} />
        </section>
      </div>
      <section aria-labelledby="password" className="grid gap-3 border border-rule p-5">
        <h2 id="password" className="heading text-2xl">
          {words.withoutAWallet}
        </h2>
        <PasswordForms next={next} />
      </section>
    </div>
  )
}
