'use client'
import { useEffect, useState } from 'react'
import type { Signer } from './siwe.ts'

/** The demo's own wallet, when it is one of the member's; null: it is not. Known in the browser alone, undefined until then. */
export function useBurner(wallets: readonly string[]): Signer | null | undefined {
  const [burner, setBurner] = useState<Signer | null>()
  const known = wallets.join()
  useEffect(() => {
    let here = true
    const tell = (burner: Signer | null) => {
      if (here) setBurner(burner)
    }
    import('./burner.ts').then(
      ({ burnerAmong }) => tell(burnerAmong(known.split(',')) ?? null),
      () => tell(null),
    )
    return () => {
      here = false
    }
  }, [known])
  return burner
}
