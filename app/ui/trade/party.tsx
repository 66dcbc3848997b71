import type { Trade } from '../../../core/trade/shape.ts'
import { tradeWords } from '../messages/en-trades.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/trade/party.ts'
import { Ago } from '../parts/ago.tsx'

type Party = Trade['maker']

/** What a member's trades say of them. */
export function ReputationLine({ reputation: { partners, lost } }: Pick<Party, 'reputation'>) {
  return (
    <p className="text-sm text-muted">
      <span className="figures">{partners}</span> {partners === 1 ? tradeWords.partner : tradeWords.partners}
      {lost > 0 && (
        <>
          {' · '}
          <span className="figures">{lost}</span> {tradeWords.lost}
        </>
      )}
    </p>
  )
}

function Evidence({ photos, name }: { photos: Party['photos']; name: string }) {
  if (photos.length === 0) return null
  return (
    <ul className="grid grid-cols-3 gap-1">
      {photos.map(({ id, width, height }, index) => (
        <li key={id} className="min-w-0">
          <a href={`/api/photos/${id}`} className="block">
            {/* biome-ignore lint/performance/noImgElement: already made small when it was taken in; nothing to optimise */}
            <img
              src={`/api/photos/${id}/thumb`}
              width={width}
              height={height}
              loading="lazy"
              alt={fill(words.asShowsItOf, { name, value: index + 1, length: photos.length })}
              className="aspect-square h-auto w-full border border-rule object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** One side of a trade: who it is, what they did, say and show. */
export function PartyPanel({ party, label }: { party: Party; label: string }) {
  const name = party.username ?? tradeWords.left
  return (
    <section aria-label={`${label} ${name}`} className="grid content-start gap-2 border border-rule p-4">
      <p className="text-sm text-muted">{label}</p>
      <h2 className="heading text-2xl">{name}</h2>
      <ReputationLine reputation={party.reputation} />
      <ul className="grid gap-1">
        {party.shipped_at && (
          <li>
            {words.sentTheirs} <Ago at={party.shipped_at} />
          </li>
        )}
        {party.received && <li>{words.gotWhatWasAgreed}</li>}
      </ul>
      {party.told && (
        <blockquote className="border-l-8 border-edge pl-3 wrap-anywhere whitespace-pre-line" dir="auto">
          {party.told}
        </blockquote>
      )}
      <Evidence photos={party.photos} name={name} />
    </section>
  )
}
