import { encodeGlobalID } from '@pothos/plugin-relay'
import { HOSTILE_TEXTS } from '../support/hostile-values.ts'
import type { TestApp } from '../support/create-test-app.ts'
import { createMarkedWorld } from '../support/marked-world.ts'
import { insertAccount, insertContact, rawId } from '../support/records.ts'
import type { KnownValues } from './generate-operation.ts'

/** Accounts whose columns hold everything a JSON text could stumble over, beside those of a marked world. */
export async function createVariedWorld(app: TestApp): Promise<KnownValues> {
  const world = await createMarkedWorld(app, 0)
  const texts = HOSTILE_TEXTS.filter((text) => text.isWellFormed() && !text.includes('\0'))
  const made: string[] = []
  for (const [index, text] of [...texts, ...AWKWARD].entries()) {
    const component = index % 2 === 0 ? 'CBP' : 'FEMA'
    const state = STATES[index % STATES.length] ?? 'ACTIVE'
    const columns = {
      title: text,
      purpose: index % 3 === 0 ? null : text,
      topics: index % 4 === 0 ? [] : [text, `topic ${index % 5}`],
      language: index % 2 === 0 ? null : 'en',
      administrators: index % 3 === 0 ? null : index,
      claim_by: index % 3 === 0 ? null : `20${10 + (index % 80)}-02-${10 + (index % 18)}`,
      listed_on: index % 2 === 0 ? null : '1999-12-31',
      changed_at: `2026-0${1 + (index % 9)}-01T0${index % 10}:00:00.${index % 10}0${index % 10}Z`,
      successor_id: made.length > 0 && index % 5 === 0 ? rawId(made.at(-1) ?? '') : null,
      requested_by_id: index % 4 === 0 ? null : rawId(app.personId('contractor-cbp')),
    }
    const id = await insertAccount(app, state, { component, columns })
    if (index % 3 !== 0) await insertContact(app, rawId(id), index % 2 === 0 ? 'manager-cbp' : 'manager-fema')
    made.push(id)
  }
  const slugs = await app.owner.query<{ slug: string }>('select slug from account')
  return {
    component: ['CBP', 'FEMA', 'cbp', 'fema', 'DHS HQ', 'nowhere'],
    platform: ['x', 'facebook', 'nowhere'],
    language: ['en', 'es'],
    topic: ['topic 1', 'topic 2', ...texts],
    text: ['a', 'fixture', 'CBP', '«', 'test%', '_'],
    slug: slugs.rows.map(({ slug }) => slug),
    id: [...made, ...world.ids],
    ids: [...made, ...world.ids],
    subject: [...made, ...world.ids],
    contact: [app.personId('manager-cbp'), app.personId('manager-fema')],
    action: ['account.update', 'account.claim'],
    actions: ['account.update', 'account.claim'],
    // No text is a group's id: what is none is a fault of the ordinary execution as well.
    groupId: [rawId(encodeGlobalID('Account', '01a201a6-ef24-7514-a184-93443c6fdc22'))],
  }
}

const STATES = ['ACTIVE', 'SUSPENDED', 'RETIRING', 'RETIRED', 'REQUESTED', 'ENDORSED', 'DENIED'] as const

const AWKWARD = [
  'line\nbreak\r\ttab\b\f',
  'back\\slash "quoted" \'single\'',
  '\u2028\u2029\u0085\u00a0',
  '👩‍👩‍👧 emoji 𝒳',
  '\u0001\u001f\u007f',
  '</script><!--',
  'é e\u0301',
  '{"json":[1]}',
  'null',
  '"null",\n "],\n ["',
  ',\n ],\n [',
]
