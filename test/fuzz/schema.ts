import { z } from 'zod'

/** The part of JSON Schema that our OpenAPI document uses; a word that is not here fails loudly instead of being skipped. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
  items?: Schema
  /** Of a tuple: one after the other. */
  prefixItems?: Schema[]
  enum?: unknown[]
  const?: unknown
  oneOf?: Schema[]
  anyOf?: Schema[]
  allOf?: Schema[]
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  default?: unknown
  description?: string
}

export const schemaShape: z.ZodType<Schema> = z.lazy(() =>
  z.strictObject({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    properties: z.record(z.string(), schemaShape).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), schemaShape]).optional(),
    propertyNames: schemaShape.optional(),
    items: schemaShape.optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    oneOf: z.array(schemaShape).optional(),
    anyOf: z.array(schemaShape).optional(),
    allOf: z.array(schemaShape).optional(),
    pattern: z.string().optional(),
    format: z.string().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
    prefixItems: z.array(schemaShape).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    default: z.unknown().optional(),
    description: z.string().optional(),
  }),
)

export type Schemas = Record<string, Schema>

/** The schema itself, with its reference followed and its parts (`allOf`) put together. */
export function whole(schema: Schema, named: Schemas): Schema {
  if (schema.$ref) {
    const found = named[schema.$ref.replace('#/components/schemas/', '')]
    if (!found) throw new Error(`${schema.$ref} leads nowhere`)
    return whole(found, named)
  }
  const { allOf, ...own } = schema
  if (!allOf) return own
  const parts = [...allOf, own].map((part) => whole(part, named))
  const properties = Object.assign({}, ...parts.map((part) => part.properties))
  const required = parts.flatMap((part) => part.required ?? [])
  const merged: Schema = Object.assign({}, ...parts)
  return merged.type === 'object' ? { ...merged, properties, required } : merged
}

export const typesOf = ({ type }: Schema) => (typeof type === 'string' ? [type] : (type ?? []))

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

const formats: Record<string, z.ZodType> = {
  uuid: z.uuid(),
  email: z.email(),
  'date-time': z.iso.datetime(),
  date: z.iso.date(),
  uri: z.url(),
}

function stringFaults(
  text: string,
  { pattern, format, minLength = 0, maxLength = Infinity }: Schema,
): string[] {
  const faults: string[] = []
  if (pattern && !new RegExp(pattern).test(text)) faults.push(`does not match ${pattern}`)
  // JSON Schema counts code points.
  const { length } = [...text]
  if (length < minLength || length > maxLength) faults.push('has another length')
  const shape = formats[format ?? '']
  if (shape && !shape.safeParse(text).success) faults.push(`is no ${format}`)
  return faults
}

function numberFaults(value: number, { minimum = -Infinity, maximum = Infinity }: Schema): string[] {
  return value < minimum || value > maximum ? ['is out of range'] : []
}

type Where = { at: string; named: Schemas }

/** Strict: a key that the schema does not name is a fault, unless it says that others may come. */
function objectFaults(value: object, schema: Schema, { at, named }: Where): string[] {
  const { properties = {}, required = [], additionalProperties: others = false } = schema
  const missing = required.filter((key) => !Object.hasOwn(value, key)).map((key) => `${at}.${key} is missing`)
  const wrong = Object.entries(value).flatMap(([key, inner]) => {
    const place = { at: `${at}.${key}`, named }
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined
    if (known) return faultsOf(inner, known, place)
    if (others === false) return [`${at}.${key} is not described`]
    return others === true ? [] : faultsOf(inner, others, place)
  })
  return [...missing, ...wrong]
}

/** What of a value is not as its schema says, one sentence each; nothing when all is. */
export function faultsOf(value: unknown, given: Schema, { at, named }: Where): string[] {
  const schema = whole(given, named)
  const ways = schema.oneOf ?? schema.anyOf
  if (ways) {
    const tried = ways.map((way) => faultsOf(value, way, { at, named }))
    return tried.some((faults) => faults.length === 0)
      ? []
      : [`${at} is none of its ways: ${tried.join(' | ')}`]
  }
  const say = (faults: string[]) => faults.map((fault) => `${at} ${fault}`)
  if (schema.enum && !schema.enum.includes(value)) return say(['is none of its values'])
  if ('const' in schema && schema.const !== value) return say(['is not its one value'])
  const [type, types] = [typeOf(value), typesOf(schema)]
  const fits = types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'))
  if (!fits) return say([`is ${type}, not ${types.join(' or ')}`])
  if (typeof value === 'string') return say(stringFaults(value, schema))
  if (typeof value === 'number') return say(numberFaults(value, schema))
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      faultsOf(item, schema.prefixItems?.[index] ?? schema.items ?? {}, { at: `${at}[${index}]`, named }),
    )
  const isFree = !schema.properties && schema.additionalProperties === undefined
  return typeof value === 'object' && value && !isFree ? objectFaults(value, schema, { at, named }) : []
}
