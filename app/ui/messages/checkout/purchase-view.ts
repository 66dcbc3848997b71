import { inWords } from '../in-words.ts'

export const words = inWords('checkout/purchase-view', {
  theAssistantIsOn: 'The assistant is on its way. You will see the total here before anything is bought.',
  cancel: 'Cancel',
  us: 'US',
  atMost: '· at most',
  theDrop: 'the drop',
  loadingTheCheckout: 'Loading the checkout',
})
