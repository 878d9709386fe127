import { expect, test } from 'vitest'
import { en } from './en.ts'
import { es } from './es.ts'

/** Every string of a catalogue by its place; functions are called with their parameters' places. */
function strings(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]]
  if (typeof value === 'function') return [[place, String(value(...['1', '2'].slice(0, value.length)))]]
  return Object.entries(value ?? {}).flatMap(([name, inner]) => strings(inner, `${place}.${name}`))
}

test('every interface string exists in Spanish and is not left in English', () => {
  const english = new Map(strings(en))
  const spanish = new Map(strings(es))
  expect([...spanish.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  const untranslated = [...english].filter(
    ([place, text]) => spanish.get(place) === text && /[a-z]{3}/i.test(text),
  )
  expect(untranslated.map(([place]) => place)).toEqual([])
})

test('no string is empty', () => {
  for (const [place, text] of [...strings(en), ...strings(es)]) expect(text.trim(), place).not.toBe('')
})
