'use client'
import { useRef, useState } from 'react'
import type { ShippingAddress } from '../../../core/member/shape.ts'
import { useClient } from '../api/hooks.ts'
import { words } from '../messages/drop/ship-to.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { AddressFields, demoAddress } from './address-fields.tsx'

/** RFC 2606: a domain that is nobody's. */
const DEMO_EMAIL = 'demo.runner@example.com'

export function AddressLines({ address }: { address: ShippingAddress }) {
  return (
    <address className="text-sm not-italic">
      {address.name}, {address.street}, {address.city}, {address.state} {address.zip_code}, {address.country}
    </address>
  )
}

/** A filled-in address in one line; its parts still go with the form. */
function Filled({ address, onChange }: { address: ShippingAddress; onChange: () => void }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 border border-edge px-3 py-1">
      <AddressLines address={address} />
      <Button tone="quiet" onClick={onChange}>
        {words.changeAddress}
      </Button>
      {Object.entries(address).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </div>
  )
}

function Keep() {
  return (
    <label className="flex min-h-11 items-center gap-3 text-sm">
      <input type="checkbox" name="save" defaultChecked className="size-5 accent-ink dark:accent-volt" />
      {words.keepThisAsMy}
    </label>
  )
}

type Props = {
  saved: ShippingAddress | null
  /** The gate is closed: nobody is asked to type before it opens. */
  folded: boolean
  errors: Readonly<Record<string, string>>
}

/** Where to ship: an address in one line once there is one, the fields when they are needed. */
export function ShipTo({ saved, folded, errors }: Props) {
  const demo = useClient().data?.demo === true
  const [address, setAddress] = useState(saved)
  const [typing, setTyping] = useState(false)
  const wrong = Object.keys(errors).some((name) => name.startsWith('shipping'))
  const shown = typing || wrong || (!address && !folded)
  const here = useRef<HTMLFieldSetElement>(null)
  // The pressed button goes away; whoever walks by keyboard stays where it was.
  const change = (next: () => void) => {
    next()
    here.current?.focus()
  }
  const type = () => change(() => setTyping(true))
  return (
    <fieldset ref={here} tabIndex={-1} className="grid min-w-0 gap-3 outline-offset-8">
      <legend className="mb-2 text-sm font-semibold">{words.shipTo}</legend>
      {address && !shown && <Filled address={address} onChange={type} />}
      {!address && (
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          {demo && <Button onClick={() => change(() => setAddress(demoAddress))}>{words.fillInADemo}</Button>}
          {!shown && (
            <Button tone="quiet" onClick={type}>
              {words.enterAnAddress}
            </Button>
          )}
        </div>
      )}
      {shown && <AddressFields key={address ? address.street : 'empty'} initial={address} errors={errors} />}
      {(shown || address !== saved) && <Keep />}
    </fieldset>
  )
}

/** Members without an email of their own name one for this order. */
export function ShopEmail({ error }: { error: string | undefined }) {
  const demo = useClient().data?.demo === true
  return (
    <Field
      key={String(demo)}
      label={words.emailForTheShop}
      hint={words.theShopSendsThe}
      name="email"
      type="email"
      autoComplete="email"
      required
      defaultValue={demo ? DEMO_EMAIL : undefined}
      error={error}
    />
  )
}
