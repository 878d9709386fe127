import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act, type Outcome } from '../support/act.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { nextNumber, rawId } from '../support/records.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
beforeEach(() => app.owner.query('delete from saved_view'))
afterAll(() => app.close())

interface View {
  readonly id: string
  readonly name: string
  readonly search: string
  readonly availableActions: readonly { readonly action: string; readonly allowed: boolean }[]
}

async function viewsOf(persona: string, list = 'ACCOUNTS'): Promise<readonly View[]> {
  const document = `query ($list: ViewList!) {
    savedViews(list: $list) { id name search scope availableActions { action allowed } }
  }`
  const answer = await app.as(persona, document, { list })
  expect(answer.errors).toBeUndefined()
  return answer.data.savedViews
}

const namesOf = async (persona: string) => (await viewsOf(persona)).map(({ name }) => name)

function save(persona: string, name: string, more: object = {}): Promise<Outcome> {
  return act(app, persona, 'saveView', {
    list: 'ACCOUNTS',
    name,
    search: 'state=ACTIVE',
    scope: 'PERSON',
    ...more,
  })
}

const ofComponent = (code: string) => ({ scope: 'COMPONENT', componentId: app.componentId(code) })

describe('whose a view is', () => {
  test('a person’s own is seen by that person alone', async () => {
    await save('manager-cbp', 'Waiting for me')
    expect(await namesOf('manager-cbp')).toEqual(['Waiting for me'])
    for (const other of ['director-cbp', 'opa', 'inspector', 'manager-fema']) {
      expect([other, await namesOf(other)]).toEqual([other, []])
    }
  })
  test('a component’s is seen by everybody who holds a role there, and by no other component', async () => {
    await save('manager-cbp', 'Our open requests', ofComponent('CBP'))
    for (const colleague of ['director-cbp', 'author-cbp']) {
      expect([colleague, await namesOf(colleague)]).toEqual([colleague, ['Our open requests']])
    }
    for (const other of ['manager-fema', 'director-fema', 'employee', 'opa']) {
      expect([other, await namesOf(other)]).toEqual([other, []])
    }
  })
  test('the department’s is seen by everybody who signed in', async () => {
    await save('opa', 'Unclaimed everywhere', { scope: 'DEPARTMENT' })
    for (const anybody of ['manager-cbp', 'employee', 'analyst', 'aspa']) {
      expect([anybody, await namesOf(anybody)]).toEqual([anybody, ['Unclaimed everywhere']])
    }
  })
  test('a view belongs to one list', async () => {
    await save('opa', 'Open findings', { list: 'FINDINGS' })
    expect([await namesOf('opa'), (await viewsOf('opa', 'FINDINGS')).length]).toEqual([[], 1])
  })
  test.each([
    ['opa', 'CBP'],
    ['author-cbp', 'CBP'],
    ['manager-fema', 'CBP'],
  ])('%s keeps no view for %s', async (persona, code) => {
    const refused = await save(persona, 'Not theirs to keep', ofComponent(code))
    expect(refused.__typename).toBe('ForbiddenError')
  })
  test('only the Office of Public Affairs keeps views for everybody', async () => {
    for (const persona of ['aspa', 'director-cbp', 'admin']) {
      const refused = await save(persona, 'For everybody', { scope: 'DEPARTMENT' })
      expect([persona, refused.__typename]).toEqual([persona, 'ForbiddenError'])
    }
  })
})

describe('what a view holds', () => {
  test('filters, order and columns are kept; where in the list one was is not', async () => {
    const { id } = await save('manager-cbp', 'With columns', {
      search: '?state=ACTIVE&order=TITLE_DESC&columns=title&columns=state&page=4&after=abc',
    })
    const [view] = await viewsOf('manager-cbp')
    expect(view).toMatchObject({
      id,
      search: 'state=ACTIVE&order=TITLE_DESC&columns=title&columns=state',
    })
  })
  test('a name stands once in its place, and again in another', async () => {
    await save('manager-cbp', 'The same name')
    expect((await save('manager-cbp', 'The same name')).__typename).toBe('ConflictError')
    expect((await save('manager-cbp', 'The same name', ofComponent('CBP'))).__typename).toBe('SavedView')
    expect((await save('director-cbp', 'The same name')).__typename).toBe('SavedView')
    expect((await save('director-cbp', 'The same name', ofComponent('CBP'))).__typename).toBe('ConflictError')
  })
  test('two who save one name at once keep one', async () => {
    const ends = await Promise.all(
      ['manager-cbp', 'director-cbp'].map((persona) => save(persona, 'At once', ofComponent('CBP'))),
    )
    expect(ends.map(({ __typename }) => __typename).sort()).toEqual(['ConflictError', 'SavedView'])
  })
  test('a place keeps fifty views of a list and says so', async () => {
    for (let at = 0; at < 50; at++) await save('manager-cbp', `View ${at}`)
    const refused = await save('manager-cbp', 'One too many')
    expect([refused.__typename, refused.message]).toEqual([
      'ConflictError',
      'At most 50 views of a list are kept there: remove one first.',
    ])
  })
  test.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'n'.repeat(81) }, 'name'],
    [{ search: `text=${'x'.repeat(2000)}` }, 'search'],
    [{ scope: 'COMPONENT' }, 'componentId'],
  ])('what is wrong with %j is said at its field', async (more, path) => {
    const refused = await save('manager-cbp', 'A name', more)
    expect([refused.__typename, refused.issues.map((issue) => issue.path)]).toEqual([
      'InvalidInputError',
      [path],
    ])
  })
})

describe('changing and removing', () => {
  test('its keeper renames it, fills it anew and removes it; each is in the audit with what it was', async () => {
    const { id } = await save('manager-cbp', 'First name', ofComponent('CBP'))
    const renamed = await act(app, 'director-cbp', 'changeView', { viewId: id, name: 'Second name' })
    expect(renamed).toMatchObject({ name: 'Second name', search: 'state=ACTIVE', version: 2 })
    await act(app, 'manager-cbp', 'changeView', { viewId: id, search: 'state=RETIRED' })
    await act(app, 'director-cbp', 'removeView', { viewId: id })
    expect(await viewsOf('manager-cbp')).toEqual([])
    const { rows } = await app.owner.query(
      `select action, changes from audit_entry where subject_id = $1 order by seq`,
      [rawId(id)],
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'view.save',
      'view.change',
      'view.change',
      'view.remove',
    ])
    expect(rows[2].changes).toEqual([{ field: 'search', before: 'state=ACTIVE', after: 'state=RETIRED' }])
    expect(rows[3].changes).toContainEqual({ field: 'name', before: 'Second name', after: null })
  })
  test('the buttons are for its keepers', async () => {
    await save('manager-cbp', `View ${nextNumber()}`, ofComponent('CBP'))
    const allowed = async (persona: string) =>
      (await viewsOf(persona))[0]?.availableActions.map((action) => action.allowed)
    expect(await allowed('director-cbp')).toEqual([true, true])
    expect(await allowed('author-cbp')).toEqual([false, false])
  })
  test('another’s own view does not exist', async () => {
    const { id } = await save('manager-cbp', 'Mine')
    for (const other of ['director-cbp', 'opa', 'admin']) {
      const refused = await act(app, other, 'removeView', { viewId: id })
      expect([other, refused.__typename]).toEqual([other, 'NotFoundError'])
    }
    expect(await namesOf('manager-cbp')).toEqual(['Mine'])
  })
})
