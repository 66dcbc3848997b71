import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { cookieNames } from '../auth/cookies.ts'
import type { Api, Env } from './context.ts'
import { describeApi } from './openapi.ts'
import { answer, newRouter } from './router.ts'

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>SNPD API</title>
    <link rel="stylesheet" href="/vendor/swagger-ui/swagger-ui.css">
    <link rel="icon" href="data:,">
  </head>
  <body>
    <div id="docs"></div>
    <script src="/vendor/swagger-ui/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`

// A file of its own, because the content security policy runs no inline script.
const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null })\n`

function fileRoute(path: string, type: string, summary: string) {
  const schema = z.string()
  const responses = { 200: { description: summary, content: { [type]: { schema } } } }
  return createRoute({ method: 'get', path, tags: ['site'], summary, responses })
}

/** The description of the API, and a page that shows it without any request to another host. */
export function docsRoutes(whole: OpenAPIHono<Env>, { origin }: Api): OpenAPIHono<Env> {
  const described = createRoute({
    method: 'get',
    path: '/openapi.json',
    tags: ['site'],
    summary: 'This description',
    responses: { 200: answer(z.looseObject({ openapi: z.string() }), 'OpenAPI 3.1') },
  })
  // Made at the first request, when every route is mounted, and kept.
  let document: ReturnType<typeof describeApi> | undefined
  return newRouter()
    .openapi(described, (c) => {
      document ??= describeApi(whole, cookieNames(origin).session)
      return c.json(document, 200)
    })
    .openapi(fileRoute('/docs', 'text/html', 'This description as a page'), (c) => c.html(page))
    .openapi(fileRoute('/docs/start.js', 'text/javascript', 'The script of the page'), (c) =>
      c.body(start, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
    )
}
