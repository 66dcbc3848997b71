/** Text made safe for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}

/** `$1,234.50` from cents. */
export function dollars(cents: number): string {
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `$${whole}.${String(cents % 100).padStart(2, '0')}`
}

const style = `
:root{--ink:#1c1b19;--paper:#faf8f4;--line:#ddd7cb;--mark:#b3361f}
*{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
header,footer{padding:1rem clamp(1rem,5vw,4rem);display:flex;gap:1.5rem;align-items:baseline;flex-wrap:wrap}
header{border-bottom:1px solid var(--line)}footer{border-top:1px solid var(--line);margin-top:4rem;font-size:.875rem}
header .name{font-weight:800;font-size:1.375rem;letter-spacing:-.02em;text-decoration:none}a{color:inherit}
main{max-width:68rem;margin:0 auto;padding:2rem clamp(1rem,5vw,2rem)}h1{line-height:1.15;letter-spacing:-.02em}
.grid{display:grid;gap:1.5rem;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));padding:0;list-style:none}
.pair{aspect-ratio:4/3;border-radius:.5rem;margin-bottom:.5rem}.two{display:grid;gap:2rem}
@media(min-width:48rem){.two{grid-template-columns:3fr 2fr}}
fieldset{border:1px solid var(--line);border-radius:.5rem;margin:0 0 1rem;padding:1rem}
.sizes{display:grid;grid-template-columns:repeat(auto-fill,minmax(4.5rem,1fr));gap:.5rem}
.sizes label{border:1px solid var(--line);border-radius:.375rem;padding:.5rem;text-align:center}
.sizes label.out{color:#8d877c;text-decoration:line-through}.field{display:block;margin:0 0 .75rem}
.field input,.field select{display:block;width:100%;padding:.6rem;border:1px solid #8d877c;border-radius:.375rem;font:inherit}
button{font:inherit;font-weight:700;padding:.75rem 1.5rem;border:0;border-radius:.375rem;background:var(--ink);color:#fff}
button.quiet{background:none;color:var(--ink);border:1px solid var(--ink)}
table{width:100%;border-collapse:collapse}th{text-align:left;font-weight:400}td,th{padding:.4rem 0}td:last-child{text-align:right}
tr.total th,tr.total td{font-weight:800;border-top:1px solid var(--ink)}.error{color:var(--mark);font-weight:700}`

/** A whole page of the shop. `body` is HTML already. */
export function page(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)} | Corner</title>
<style>${style}</style>${head}</head><body>
<header><a class="name" href="/">Corner</a><nav><a href="/">Sneakers</a></nav><a href="/cart">Cart</a></header>
<main>${body}</main>
<footer><span>Corner, a simulated shop: nothing here is real.</span><a href="/orders">Find my order</a></footer>
</body></html>`
}

export type FieldOptions = {
  name: string
  label: string
  autocomplete: string
  type?: string
  value?: string
}

/** A labelled, required text input. */
export function field({ name, label, autocomplete, type = 'text', value = '' }: FieldOptions): string {
  return `<label class="field">${escapeHtml(label)}
<input name="${name}" type="${type}" autocomplete="${autocomplete}" required value="${escapeHtml(value)}"></label>`
}
