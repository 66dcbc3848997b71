import { dollars, escapeHtml } from '../../../corner/html.ts'
import { written } from '../../../simulator/goods.ts'
import { document } from '../../../simulator/html.ts'
import { admission } from '../../../simulator/scenes.ts'
import { cartTotals, isIn, type SimulatedOrder, type Visit } from '../../../simulator/shop.ts'
import { goods, PARENT, variationId } from './goods.ts'

const software = '<meta name="generator" content="WooCommerce 10.3">'

export function page(title: string, body: string): string {
  const header =
    '<header><nav><a href="/">Home</a> <a class="cart-contents" href="/cart/">Cart</a></nav></header>'
  const footer =
    '<footer><a href="/order-tracking/">Track your order</a> Simulated: nothing here is real.</footer>'
  const whole = document(title, `${header}<main class="woocommerce">${body}</main>${footer}`, software)
  return whole.replace('<body>', '<body class="woocommerce woocommerce-page">')
}

const head = `<h1 class="product_title entry-title">${goods.title}</h1><p class="price"><span class="woocommerce-Price-amount">${dollars(goods.price)}</span></p>`

/** A select whose script looks the variation up; the button is off, by a class, until one is found. */
export function product(visit: Visit): string {
  const variations = goods.sizes.map((size) => ({
    ...{ attributes: { attribute_pa_size: size }, variation_id: variationId(size) },
    ...{ is_in_stock: isIn(visit.shop, size), display_price: goods.price / 100 },
  }))
  const choices = goods.sizes.map((size) => `<option value="${size}">${size}</option>`).join('')
  return page(
    goods.title,
    `<div class="product">${head}<form class="variations_form cart" method="post" action="/product/${goods.sku}/" data-product_variations="${escapeHtml(JSON.stringify(variations))}">
<table class="variations"><tr><th><label for="pa_size">Size</label></th><td><select id="pa_size" name="attribute_pa_size"><option value="">Choose an option</option>${choices}</select></td></tr></table>
<div class="woocommerce-variation"></div><div class="quantity"><label class="screen-reader-text" for="qty">${goods.title} quantity</label><input type="number" id="qty" name="quantity" value="1" min="1"></div>
<button type="submit" class="single_add_to_cart_button button alt disabled">Add to cart</button><input type="hidden" name="add-to-cart" value="${PARENT}"><input type="hidden" name="variation_id" value="0"></form></div>
<script>const form = document.querySelector('.variations_form'), all = JSON.parse(form.dataset.product_variations), add = document.querySelector('.single_add_to_cart_button')
form.attribute_pa_size.onchange = () => { const v = all.find((e) => e.attributes.attribute_pa_size === form.attribute_pa_size.value), ok = v?.is_in_stock
form.variation_id.value = v ? v.variation_id : 0; add.classList.toggle('disabled', !ok)
document.querySelector('.woocommerce-variation').innerHTML = v ? '<p class="stock">' + (ok ? 'In stock' : 'Out of stock') + '</p>' : '' }
form.onsubmit = (e) => { if (add.classList.contains('disabled')) e.preventDefault() }</script>`,
  )
}

export function soon(_: Visit, opensAt: Date): string {
  return page(
    goods.title,
    `<div class="product">${head}<p class="countdown">Available from <time datetime="${opensAt.toISOString()}">soon</time></p></div>`,
  )
}

export function draw(): string {
  return page(
    goods.title,
    `<div class="product">${head}<p>Raffle</p><button class="button">Enter the raffle</button></div>`,
  )
}

export function queue(): string {
  return page(
    'Busy',
    `<h1>Waiting room</h1><p>The shop is full. You will be let in, please do not reload.</p>${admission}`,
  )
}

export function challenge(): string {
  return page(
    'Checkout',
    '<h1>Checkout</h1><div class="cf-turnstile" style="height:70px">Verify you are human</div>',
  )
}

export function cart(visit: Visit): string {
  const { line } = visit.session
  if (!line) return page('Cart', '<h1>Cart</h1><p class="cart-empty">Your cart is currently empty.</p>')
  const { subtotal } = written(cartTotals(visit))
  return page(
    'Cart',
    `<h1>Cart</h1><form method="post" action="/cart/"><table class="shop_table"><tr><th>Product</th><th>Price</th><th>Quantity</th><th>Subtotal</th></tr>
<tr><td>${goods.title} - ${line.size}</td><td>${dollars(goods.price)}</td><td><input type="number" name="qty" aria-label="${goods.title} quantity" value="${line.quantity}"></td><td>${subtotal}</td></tr></table>
<input name="coupon_code" placeholder="Coupon code"><button name="apply_coupon" type="button">Apply coupon</button> <button name="update_cart" disabled>Update cart</button></form>
<h2>Cart totals</h2><table><tr><th>Subtotal</th><td>${subtotal}</td></tr><tr><th>Total</th><td>${subtotal}</td></tr></table><a class="checkout-button" href="/checkout/">Proceed to checkout</a>`,
  )
}

export function received(order: SimulatedOrder): string {
  return page(
    'Order received',
    `<h1>Order received</h1><p>Thank you. Your order has been received.</p><ul><li>Order number: <strong>${order.number}</strong></li><li>Total: <strong>${dollars(order.total)}</strong></li></ul>`,
  )
}

export function tracking(orders?: SimulatedOrder[]): string {
  const found = orders?.map(
    ({ number, total }) =>
      `<p>Order #${number} is currently Processing. ${goods.title} ${dollars(total)}</p>`,
  )
  const said =
    found && (found.length > 0 ? found.join('') : '<p role="alert">Sorry, the order could not be found.</p>')
  return page(
    'Order tracking',
    `<h1>Track your order</h1>${said ?? ''}<form method="post" action="/order-tracking/"><label>Order ID <input name="orderid" required></label>
<label>Billing email <input name="order_email" type="email" required></label><button>Track</button></form>`,
  )
}
