import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

// Many shops in a process of their own, so that what they cost is nobody's else: SHOPS of them. MODE `same`: pages answer
// 304 to who knows them; `new`: every answer has other bytes, so that each is read, and says the same of its stock.

const [count, mode] = [Number(process.env.SHOPS), process.env.MODE]

const sizes = ['7', '7.5', '8', '8.5', '9', '9.5', '10', '10.5', '11', '12']
const ballast = '<p>Free returns within thirty days. Made for long walks on short days.</p>\n'.repeat(60)

function pageOf(name: string, nonce: number): string {
  const offers = sizes.map((size, index) => ({
    ...{ '@type': 'Offer', size, price: '150.00', priceCurrency: 'USD' },
    availability: `https://schema.org/${index % 3 ? 'InStock' : 'OutOfStock'}`,
  }))
  const choices = sizes.map(
    (size, index) =>
      `<label><input type="radio" name="size" value="${size}"${index % 3 ? '' : ' disabled'}> ${size}</label>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><meta name="nonce" content="${nonce}">
<script type="application/ld+json">${JSON.stringify({ '@type': 'Product', name, offers })}</script>
<body><main><h1>${name}</h1><p>$150.00</p><form><fieldset><legend>Size</legend>${choices.join('')}</fieldset><button>Add to cart</button></form>${ballast}</main></body></html>`
}

/** Packed beforehand: what a shop costs is not what is measured. */
const packed = Array.from({ length: 50 }, (_, nonce) => gzipSync(pageOf('Tern Low', nonce)))

let asked = 0
async function open(): Promise<string> {
  const server = createServer((request, response) => {
    asked++
    if (request.url === '/robots.txt') return response.writeHead(404).end()
    if (mode === 'same' && request.headers['if-none-match'] === '"1"') return response.writeHead(304).end()
    const body = packed[mode === 'same' ? 0 : asked % packed.length] ?? Buffer.alloc(0)
    const tag = mode === 'same' ? { etag: '"1"' } : {}
    const headers = { 'content-type': 'text/html', 'content-encoding': 'gzip', 'content-length': body.length }
    return response.writeHead(200, { ...headers, ...tag }).end(body)
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const origins: string[] = []
while (origins.length < count) origins.push(await open())
process.once('disconnect', () => process.exit(0))
process.send?.({ origins })
