import { RISK_OFFICES } from '@official-accounts/domain/risk/risk'
import { named, type ReadSubject } from './subject.ts'

/** Risks, and what is done about them. */
export const RISK_SUBJECTS: Readonly<Record<string, ReadSubject>> = {
  async Risk({ risk }, id) {
    const select = { area: true, title: true, componentId: true, raisedById: true }
    const found = await risk.findFirst({ where: { id }, select })
    return (
      found && {
        name: found.title,
        componentId: found.componentId,
        named: named('REQUESTER', found.raisedById),
        holders: { roles: [RISK_OFFICES[found.area].role], everywhere: false },
      }
    )
  },
  async RiskMitigation({ riskMitigation }, id) {
    const found = await riskMitigation.findFirst({
      where: { id },
      select: {
        componentId: true,
        ownerId: true,
        ownerRole: true,
        plannedById: true,
        risk: { select: { title: true } },
      },
    })
    return (
      found && {
        name: `Mitigation: ${found.risk.title}`,
        componentId: found.componentId,
        named: [...named('REQUESTER', found.plannedById), ...named('HOLDER', found.ownerId)],
        holders: { roles: found.ownerRole === null ? [] : [found.ownerRole], everywhere: false },
      }
    )
  },
}
