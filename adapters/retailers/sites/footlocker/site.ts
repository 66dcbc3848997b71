import type { Site } from '../site.ts'

/** footlocker.com as it is known from outside, by its pages' published structure; never seen from where this was built. */
export const footlocker: Site = {
  name: 'footlocker',
  origin: 'https://www.footlocker.com',
  path: '/product/~/{sku}.html',
  policy: 'Its releases are for people: what is bought here is looked at by one.',
  meanings: [
    { at: '.SizeSelector button, .SizeSelectorNewDesign-button', group: 'Size' },
    { at: '.SizeSelector [class*="--disabled"], [class*="SizeSelector"][class*="--out"]', off: true },
    { at: '.ProductDetails-form__action button[type="submit"]', name: 'Add to Cart' },
    { at: '[class*="LaunchCountdown"] time, [class*="ReservationCountdown"]', is: 'launch' },
    { at: '[class*="QueueIt"], #waiting-room', is: 'room' },
    { at: 'iframe[src*="captcha-delivery"], #captcha-box', is: 'challenge' },
    { at: '#ContactInfo_text_firstName', autocomplete: 'given-name' },
    { at: '#ContactInfo_text_lastName', autocomplete: 'family-name' },
    { at: '#ContactInfo_email_email', autocomplete: 'email' },
    { at: '#ContactInfo_tel_phone', autocomplete: 'tel-national' },
    { at: '#ShippingAddress_text_line1', autocomplete: 'address-line1' },
    { at: '#ShippingAddress_text_postalCode', autocomplete: 'postal-code' },
    { at: '#ShippingAddress_text_town', autocomplete: 'address-level2' },
  ],
}
