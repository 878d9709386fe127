import { contactsOf, CURRENT_CONTACTS, named, type ReadSubject } from './subject.ts'

/** Accounts, what runs against them, and accounts nobody approved. */
export const ACCOUNT_SUBJECTS: Readonly<Record<string, ReadSubject>> = {
  async Account({ account }, id) {
    const select = { title: true, componentId: true, requestedById: true, ...CURRENT_CONTACTS }
    const found = await account.findFirst({ where: { id }, select })
    return (
      found && {
        name: found.title,
        componentId: found.componentId,
        named: [...named('REQUESTER', found.requestedById), ...contactsOf(found)],
      }
    )
  },
  // Of claims, which run for every account of an import, their office is reminded as of one piece of work.
  async AccountTimer({ accountTimer }, id) {
    const found = await accountTimer.findFirst({
      where: { id, kind: { not: 'CLAIM' } },
      select: { account: { select: { id: true, title: true, componentId: true, ...CURRENT_CONTACTS } } },
    })
    return (
      found && {
        name: found.account.title,
        componentId: found.account.componentId,
        named: contactsOf(found.account),
        about: { type: 'Account', id: found.account.id },
      }
    )
  },
  async DiscoveredAccount({ discoveredAccount }, id) {
    const select = { componentId: true, reportedById: true, component: { select: { code: true } } }
    const found = await discoveredAccount.findFirst({ where: { id }, select })
    return (
      found && {
        name: `An account in use at ${found.component.code}`,
        componentId: found.componentId,
        named: named('REQUESTER', found.reportedById),
      }
    )
  },
}
