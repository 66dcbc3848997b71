'use client'
import { useEffect, useState } from 'react'
import type { Signer } from './siwe.ts'

/** The demo's own wallet, when it is one of the member's. Known in the browser alone. */
export function useBurner(wallets: readonly string[]) {
  const [burner, setBurner] = useState<Signer>()
  const known = wallets.join()
  useEffect(() => {
    let here = true
    import('./burner.ts').then(({ burnerAmong }) => {
      if (here) setBurner(burnerAmong(known.split(',')))
    })
    return () => {
      here = false
    }
  }, [known])
  return burner
}
