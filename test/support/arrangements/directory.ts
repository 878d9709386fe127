import { insertEarlierPublication } from '../publications.ts'
import { nextNumber } from '../records.ts'
import { insertView } from '../saved-views.ts'
import { REASON, type Arrange } from './arrange.ts'

/** For every mutation of this module a record on which it succeeds. */
export const directoryArrangements = {
  saveView: async (app, component) => ({
    list: 'ACCOUNTS',
    name: `Test view ${nextNumber()}`,
    search: 'state=ACTIVE',
    scope: 'COMPONENT',
    componentId: app.componentId(component),
  }),
  changeView: async (app, component) => ({
    viewId: await insertView(app, { component }),
    name: `Test view ${nextNumber()}`,
  }),
  removeView: async (app, component) => ({ viewId: await insertView(app, { component }) }),
  publishDirectory: async () => ({ reason: `Because the test says so for the ${nextNumber()}th time.` }),
  rollbackPublication: async (app) => ({ publicationId: await insertEarlierPublication(app), ...REASON }),
} satisfies Readonly<Record<string, Arrange>>
