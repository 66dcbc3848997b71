'use client'
import type { ShippingAddress } from '../../../core/member/shape.ts'
import { words } from '../messages/drop/address-fields.ts'
import { Field } from '../parts/field.tsx'

const lines = [
  {
    name: 'name',
    get label() {
      return words.fullName
    },
    autoComplete: 'name',
  },
  {
    name: 'street',
    get label() {
      return words.streetAndNumber
    },
    autoComplete: 'street-address',
  },
  {
    name: 'city',
    get label() {
      return words.city
    },
    autoComplete: 'address-level2',
  },
  {
    name: 'state',
    get label() {
      return words.state
    },
    autoComplete: 'address-level1',
  },
  {
    name: 'zip_code',
    get label() {
      return words.zipCode
    },
    autoComplete: 'postal-code',
  },
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
        label={words.country}
        hint={words.twoLettersSuchAs}
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
