'use client'
import Link from 'next/link'
import type { Member } from '../../../core/member/shape.ts'
import { useMe } from '../api/hooks.ts'
import { useSignOut } from '../api/mutations.ts'
import { Honours } from '../leaderboard/honours.tsx'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/member/overview.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Karma } from '../parts/karma.tsx'
import { Language } from '../shell/language.tsx'
import { settings } from './places.ts'
import { shortAddress } from './short.ts'

/** What stands there now, where it is known without asking. */
function standing(href: string, me: Member): string | undefined {
  if (href === '/me/profile') return me.email ?? words.noEmail
  if (href === '/me/wallets')
    return me.paid_to ? fill(words.paidTo, { paid_to: shortAddress(me.paid_to) }) : words.noneKarmaWaits
  if (href === '/me/password') return me.has_password ? words.set : words.none
  if (href === '/me/address')
    return me.shipping_address ? `${me.shipping_address.street}, ${me.shipping_address.city}` : words.none
  return undefined
}

function Place({ place, me }: { place: (typeof settings)[number]; me: Member }) {
  const now = standing(place.href, me)
  return (
    <li className="grid bg-bg">
      <Link
        href={place.href}
        className="grid min-h-16 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 p-4 hover:bg-panel"
      >
        <span className="grid min-w-0 gap-0.5">
          <span className="heading text-lg">{place.name}</span>
          <span className="text-sm text-muted">{place.what}</span>
          {now && <span className="wrap-anywhere text-sm font-medium">{now}</span>}
        </span>
        <span aria-hidden className="heading text-xl">
          →
        </span>
      </Link>
    </li>
  )
}

/** After the last place, which it is none of. */
function SignOut() {
  const signOut = useSignOut()
  return (
    <li className="grid content-center justify-items-start bg-bg p-4">
      <Button busy={signOut.isPending} onClick={() => signOut.mutate()}>
        {words.signOut}
      </Button>
    </li>
  )
}

function Card({ me }: { me: Member }) {
  return (
    <p className="grid gap-1 wrap-anywhere border-l-8 border-volt bg-panel p-4">
      <span className="poster text-[min(7.4vw,1.875rem)]">{me.username}</span>
      <span className="text-muted">
        <Karma wei={me.karma_balance} /> · {me.wallets.length === 0 ? words.noWallet : words.walletLinked}{' '}
        {words.since}{' '}
        <time dateTime={me.created_at} className="figures whitespace-nowrap">
          {me.created_at.slice(0, 10)}
        </time>
      </span>
    </p>
  )
}

/** The member's own page: who one is here, and the way to everything that can be set. */
export function Overview() {
  return (
    <Answer query={useMe()} waiting={words.loadingYourAccount}>
      {(me) =>
        me && (
          <div className="grid grid-cols-1 gap-6">
            <Card me={me} />
            <nav aria-label={words.settings}>
              <ul className="grid grid-cols-1 gap-px border border-rule bg-rule sm:grid-cols-2">
                {settings.map((place) => (
                  <Place key={place.href} place={place} me={me} />
                ))}
                <SignOut />
              </ul>
            </nav>
            <Honours />
            <section aria-labelledby="language" className="grid gap-1">
              <h2 id="language" className="heading text-2xl">
                {words.language}
              </h2>
              <Language />
            </section>
          </div>
        )
      }
    </Answer>
  )
}
