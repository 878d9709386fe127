import { builder, type SubGraph } from './builder.ts'

/** Declares an enum; a value without a description does not compile. */
export function describedEnum<const Value extends string>(
  name: string,
  description: string,
  values: readonly Value[],
  descriptions: Readonly<Record<Value, string>>,
  subGraphs: SubGraph[] = ['internal'],
) {
  const described = Object.fromEntries(
    values.map((value) => [value, { value, description: descriptions[value] }]),
  )
  return builder.enumType(name, {
    description,
    subGraphs,
    values: described as Record<Value, { value: Value; description: string }>,
  })
}
