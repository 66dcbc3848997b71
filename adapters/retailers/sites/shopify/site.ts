import type { Site } from '../site.ts'

/** A shop made with Shopify's software, as its themes and its till are publicly known. */
export const shopify: Site = {
  name: 'shopify',
  origin: null,
  path: '/products/{sku}',
  policy: "Shopify's own robots.txt (2025-11) asks for a final human review before every payment.",
  // Its till shows what was ordered again to the session that ordered it.
  lastOrder: '/checkout',
  meanings: [
    { at: 'variant-selects fieldset label, variant-radios fieldset label', group: 'Size' },
    { at: 'form[action*="/cart/add"] [name="add"]', name: 'Add to cart' },
    { at: 'form[action*="/cart/add"] [name="add"][disabled]', name: 'Sold out', off: true },
    { at: '#checkout-pay-button', name: 'Pay now' },
    { at: '#checkpoint, form[action*="/challenge"]', is: 'challenge' },
    { at: '#checkout-queue, .throttle', is: 'room' },
    { at: '.product__launch time', is: 'launch' },
  ],
}
