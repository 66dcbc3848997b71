import { SneakerArt } from '../sneaker/sneaker-art.tsx'

/** The poster at the door. */
export function Hero({ styleCode }: { styleCode: string }) {
  return (
    <header className="relative grid overflow-hidden border border-rule bg-ink text-paper md:grid-cols-[1.15fr_1fr]">
      <div className="grid content-between gap-6 p-5 sm:p-8">
        <h1 className="poster text-[clamp(2.9rem,13.5vw,4.5rem)] xl:text-[5rem]">
          Street intel.
          <span className="mt-2 block w-fit bg-volt px-2 pb-1 pt-1.5 text-ink">Paid in</span>
          <span className="block w-fit bg-volt px-2 pb-1.5 text-ink">karma.</span>
        </h1>
        <p className="max-w-sm text-lg leading-snug">
          See restocks first. Say what you saw, earn karma, and let an honest assistant walk the drop for you.
        </p>
      </div>
      <SneakerArt styleCode={styleCode} className="h-48 w-full sm:h-64 md:h-full" />
    </header>
  )
}
