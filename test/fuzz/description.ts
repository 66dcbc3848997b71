import { z } from 'zod'
import { type Schema, type Schemas, schemaShape } from './schema.ts'

const contentShape = z.record(z.string(), z.looseObject({ schema: schemaShape }))
const parameterShape = z.looseObject({
  name: z.string(),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  required: z.boolean().optional(),
  schema: schemaShape,
})
const responseShape = z.looseObject({ content: contentShape.optional() })
const operationShape = z.looseObject({
  security: z.array(z.unknown()).optional(),
  parameters: z.array(parameterShape).default([]),
  requestBody: z.looseObject({ content: contentShape }).optional(),
  responses: z.record(z.string(), responseShape),
})
const documentShape = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operationShape)),
  components: z.looseObject({ schemas: z.record(z.string(), schemaShape) }),
})

export type Operation = {
  /** "POST /api/restocks" */
  name: string
  method: string
  path: string
  parameters: { name: string; in: string; required?: boolean; schema: Schema }[]
  body: Schema | undefined
  /** By status, or "default": the schema of each media type. */
  responses: Record<string, Record<string, Schema>>
}

export type Description = { operations: Operation[]; named: Schemas }

const schemasOf = (content: z.infer<typeof contentShape> = {}) =>
  Object.fromEntries(Object.entries(content).map(([type, { schema }]) => [type, schema]))

/** What /api/openapi.json says, as far as a stranger can use it. */
export async function readDescription(origin: string): Promise<Description> {
  const answer = await fetch(`${origin}/api/openapi.json`)
  const { paths, components } = documentShape.parse(await answer.json())
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([lower, { parameters, requestBody, responses }]) => {
      const method = lower.toUpperCase()
      const answers = Object.entries(responses).map(([status, { content }]) => [status, schemasOf(content)])
      return {
        name: `${method} ${path}`,
        method,
        path,
        parameters,
        body: requestBody?.content['application/json']?.schema,
        responses: Object.fromEntries(answers) as Operation['responses'],
      }
    }),
  )
  return { operations: operations.sort((a, b) => (a.name < b.name ? -1 : 1)), named: components.schemas }
}
