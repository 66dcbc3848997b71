import type { Site } from '../site.ts'

/** nike.com as it is known from outside, by its pages' published structure; never seen from where this was built. */
export const nike: Site = {
  name: 'nike',
  origin: 'https://www.nike.com',
  path: '/w?q={sku}',
  isList: true,
  policy:
    'Its terms of sale let it cancel orders placed with automated ordering software (US, since October 2022).',
  meanings: [
    { at: '#size-selector label, [data-testid="pdp-grid-selector-grid"] label', group: 'Size' },
    { at: '#size-selector input, [data-testid="pdp-grid-selector-grid"] input', group: 'Size' },
    { at: '[data-testid="atb-button"], button.add-to-cart-btn', name: 'Add to Bag' },
    { at: '#__NEXT_DATA__', is: 'launch', pattern: '"(?:commerceStartDate|startEntryDate)":"([^"]+)"' },
    { at: '[data-testid="buy-line"], .waiting-line', is: 'room' },
    { at: '#px-captcha, [data-testid="bot-check"]', is: 'challenge' },
    { at: '#firstName', autocomplete: 'given-name' },
    { at: '#lastName', autocomplete: 'family-name' },
    { at: '#address1', autocomplete: 'address-line1' },
    { at: '#postalCode', autocomplete: 'postal-code' },
    { at: '#phoneNumber', autocomplete: 'tel-national' },
  ],
}
