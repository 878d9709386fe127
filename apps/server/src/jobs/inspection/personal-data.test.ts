import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createPersonalDataSearch, type KnownPerson } from './personal-data.ts'
import { fileText } from './readable-text.ts'

const person: KnownPerson = {
  id: '019a0000-1111-7222-8333-444455556666',
  displayName: 'Zebulon O’Quartérmain',
  emails: ['Zebulon.Quartermain@example.gov'],
}
const globalId = Buffer.from(`Person:${person.id}`).toString('base64')

function kindsIn(text: string, people: readonly KnownPerson[] = [person], exempt: readonly string[] = []) {
  return createPersonalDataSearch(people, exempt)(text).map(({ kind, personId }) => [kind, personId])
}

describe('a person is found', () => {
  test.each([
    ['as it is', 'Ask Zebulon O’Quartérmain about it.'],
    ['last name first', 'O’QUARTÉRMAIN, ZEBULON'],
    ['across tags', '<b>Zebulon</b> <i class="x">O’Quartérmain</i>'],
    ['with entities', 'Zebulon O&#8217;Quart&#xE9;rmain'],
    ['with another apostrophe', "zebulon o'quartérmain"],
    ['in JSON', '{"by":"Zebulon O\\u2019Quart\\u00e9rmain"}'],
    ['in an address', '/office/Zebulon-O%E2%80%99Quart%C3%A9rmain/'],
    ['with a composed accent', 'Zebulon O’Quarte\u0301rmain'],
  ])('by name, %s', (_how, text) => {
    expect(kindsIn(text)).toEqual([['NAME', person.id]])
  })
  test.each([
    ['e-mail address', 'EMAIL', 'mailto:zebulon.quartermain@example.gov?subject=x'],
    ['e-mail address with entities', 'EMAIL', 'zebulon.quartermain&#64;example.gov'],
    ['id', 'ID', `<p id="${person.id}">`],
    ['global id', 'ID', `"id":"${globalId}"`],
    ['global id in an address', 'ID', `/node/${encodeURIComponent(globalId)}`],
  ])('by %s', (_what, kind, text) => {
    expect(kindsIn(text)).toEqual([[kind, person.id]])
  })
  test('in what is compressed', () => {
    expect(kindsIn(fileText(gzipSync('pagefind {"content":"zebulon o quartérmain"}')))).toEqual([
      ['NAME', person.id],
    ])
  })
})

describe('nobody is found', () => {
  test('in words of a name that stand apart, or inside other words', () => {
    expect(kindsIn('Zebulon met O’Hara; Quartérmain stayed. Zebulonia O’Quartérmainland.')).toEqual([])
  })
  test('by a name of one word or of a few letters', () => {
    const people = [
      { ...person, displayName: 'Press' },
      { ...person, displayName: 'X Y' },
    ]
    expect(kindsIn('Press X Y', people)).toEqual([])
  })
  test('where the text is public by decision', () => {
    const exempt = ['Office of Zebulon O’Quartérmain', 'mailto:zebulon.quartermain@example.gov']
    expect(kindsIn('Zebulon O’Quartérmain zebulon.quartermain@example.gov', [person], exempt)).toEqual([])
    expect(kindsIn(person.id, [person], exempt)).toEqual([['ID', person.id]])
  })
})
