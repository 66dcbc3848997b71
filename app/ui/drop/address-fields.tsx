'use client'
import type { ShippingAddress } from '../../../core/member/shape.ts'
import { Field } from '../parts/field.tsx'

const lines = [
  { name: 'name', label: 'Full name', autoComplete: 'name' },
  { name: 'street', label: 'Street and number', autoComplete: 'street-address' },
  { name: 'city', label: 'City', autoComplete: 'address-level2' },
  { name: 'state', label: 'State', autoComplete: 'address-level1' },
  { name: 'zip_code', label: 'ZIP code', autoComplete: 'postal-code' },
] as const

type Props = {
  initial: ShippingAddress | null
  /** Messages by field name of the address. */
  errors?: Readonly<Record<string, string>>
}

/** A shipping address by the names browsers fill in by themselves. */
export function AddressFields({ initial, errors = {} }: Props) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {lines.map(({ name, label, autoComplete }) => (
        <Field
          key={name}
          label={label}
          name={name}
          autoComplete={autoComplete}
          required
          defaultValue={initial?.[name]}
          error={errors[name] ?? errors[`shipping.${name}`] ?? errors[`shipping_address.${name}`]}
        />
      ))}
      <Field
        label="Country"
        hint="Two letters, such as US."
        name="country"
        autoComplete="country"
        required
        maxLength={2}
        pattern="[A-Z]{2}"
        defaultValue={initial?.country ?? 'US'}
        error={errors.country}
      />
    </div>
  )
}

/** The address as typed into AddressFields. */
export function readAddress(data: FormData): ShippingAddress {
  const text = (name: string) => String(data.get(name) ?? '').trim()
  return {
    name: text('name'),
    street: text('street'),
    city: text('city'),
    state: text('state'),
    zip_code: text('zip_code'),
    country: text('country').toUpperCase(),
  }
}

/** For the local demo, where the shop and its parcels are simulated. */
export const demoAddress: ShippingAddress = {
  name: 'Demo Runner',
  street: '1 Hexagon Plaza',
  city: 'Portland',
  state: 'OR',
  zip_code: '97201',
  country: 'US',
}
