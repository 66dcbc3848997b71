import type { Site } from '../site.ts'

/** adidas.com/us as it is known from outside, by its pages' published structure; never seen from where this was built. */
export const adidas: Site = {
  name: 'adidas',
  origin: 'https://www.adidas.com',
  path: '/us/{sku}.html',
  policy: 'Its releases are for people: what is bought here is looked at by one.',
  meanings: [
    { at: '[class*="size-selector"] button', group: 'Size' },
    { at: '[class*="size-selector"] [class*="crossed-out"]', off: true },
    { at: '[data-auto-id="add-to-bag"]', name: 'Add to bag' },
    { at: '[class*="countdown"]', is: 'launch' },
    { at: '[class*="waiting-room"]', is: 'room' },
    { at: '#sec-if-cpt-container, [class*="bot-challenge"]', is: 'challenge' },
    { at: '#shippingAddress-firstName', autocomplete: 'given-name' },
    { at: '#shippingAddress-lastName', autocomplete: 'family-name' },
    { at: '#shippingAddress-address1', autocomplete: 'address-line1' },
    { at: '#shippingAddress-city', autocomplete: 'address-level2' },
    { at: '#shippingAddress-zipcode', autocomplete: 'postal-code' },
    { at: '#shippingAddress-phoneNumber', autocomplete: 'tel' },
    { at: '#shippingAddress-emailAddress', autocomplete: 'email' },
  ],
}
