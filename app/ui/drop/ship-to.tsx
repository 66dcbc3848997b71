'use client'
import { useState } from 'react'
import type { ShippingAddress } from '../../../core/member/shape.ts'
import { useClient } from '../api/hooks.ts'
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

type Props = {
  saved: ShippingAddress | null
  /** The member has no email of their own: the shop needs one for this order. */
  needsEmail: boolean
  errors: Readonly<Record<string, string>>
}

/** Where to ship: the saved address in one line, or the fields. */
export function ShipTo({ saved, needsEmail, errors }: Props) {
  const demo = useClient().data?.demo === true
  const [editing, setEditing] = useState(saved === null)
  const [filled, setFilled] = useState(saved)
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-2 text-sm font-semibold">Ship to</legend>
      {saved && !editing ? (
        <div className="flex flex-wrap items-center justify-between gap-2 border border-edge p-3">
          <AddressLines address={saved} />
          <Button tone="quiet" onClick={() => setEditing(true)}>
            Change address
          </Button>
        </div>
      ) : (
        <>
          {demo && (
            <Button className="justify-self-start" onClick={() => setFilled(demoAddress)}>
              Fill in a demo address
            </Button>
          )}
          <AddressFields key={filled?.street ?? 'empty'} initial={filled} errors={errors} />
          <label className="flex min-h-11 items-center gap-3 text-sm">
            <input
              type="checkbox"
              name="save"
              defaultChecked
              className="size-5 accent-ink dark:accent-volt"
            />
            Keep this as my address
          </label>
        </>
      )}
      {needsEmail && (
        <Field
          key={String(demo)}
          label="Email for the shop"
          hint="The shop sends the order there. SNPD keeps it with this checkout only."
          name="email"
          type="email"
          autoComplete="email"
          required
          defaultValue={demo ? DEMO_EMAIL : undefined}
          error={errors.email}
        />
      )}
    </fieldset>
  )
}
