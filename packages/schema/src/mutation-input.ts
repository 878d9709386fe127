import type { InputFieldBuilder, InputFieldMap } from '@pothos/core'
import { builder, type SchemaTypes } from './builder.ts'

type Fields = InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, 'InputObject'>

/** What every mutation takes: a key that makes a retry safe. */
function keyField(t: Fields) {
  return {
    idempotencyKey: t.string({
      description:
        'The same key gives the same answer, however often it is sent; with another input it is refused.',
    }),
  }
}

/** Input of a mutation that makes a record. */
export function creationInput<Map extends InputFieldMap>(
  name: string,
  description: string,
  fields: (t: Fields) => Map,
) {
  return builder.inputType(name, { description, fields: (t) => ({ ...fields(t), ...keyField(t) }) })
}

/** Input of a mutation that changes a record: with the version it was made from. */
export function changeInput<Map extends InputFieldMap>(
  name: string,
  description: string,
  fields: (t: Fields) => Map,
) {
  return builder.inputType(name, {
    description,
    fields: (t) => ({
      ...fields(t),
      ...keyField(t),
      expectedVersion: t.int({
        description: 'The version of the record you saw; a newer one refuses the change with both versions.',
      }),
    }),
  })
}
