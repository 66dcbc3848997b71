import type { Site } from '../site.ts'

/** A shop made with WooCommerce, as its classic templates are publicly known. */
export const woocommerce: Site = {
  name: 'woocommerce',
  origin: null,
  path: '/product/{sku}/',
  policy: null,
  meanings: [
    { at: 'table.variations select[name*="size"]', name: 'Size' },
    { at: '.single_add_to_cart_button', name: 'Add to cart' },
    { at: '.single_add_to_cart_button.disabled', off: true },
    { at: '#billing_first_name', autocomplete: 'given-name' },
    { at: '#billing_last_name', autocomplete: 'family-name' },
    { at: '#billing_address_1', autocomplete: 'address-line1' },
    { at: '#billing_city', autocomplete: 'address-level2' },
    { at: '#billing_state', autocomplete: 'address-level1' },
    { at: '#billing_postcode', autocomplete: 'postal-code' },
    { at: '#billing_phone', autocomplete: 'tel' },
    { at: '#billing_email', autocomplete: 'email' },
    { at: '#place_order', name: 'Place order' },
    { at: '.woocommerce .cf-turnstile, .woocommerce .g-recaptcha', is: 'challenge' },
    { at: '.product .countdown time', is: 'launch' },
  ],
}
