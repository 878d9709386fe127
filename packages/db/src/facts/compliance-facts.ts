import { codesOf } from '@official-accounts/domain/compliance/checks'
import type { Subject, SubjectKind } from '@official-accounts/domain/compliance/compliance'
import type { OpenFinding } from '@official-accounts/domain/compliance/evaluate'
import type { GrantedException } from '@official-accounts/domain/exception/exception'
import type { Prisma } from '../generated/client/client.ts'
import {
  readAccountSubjects,
  readComponentSubjects,
  readPlatformSubjects,
  type ComplianceReader,
} from './compliance-subjects.ts'
import { grantedExceptionSelect, toGrantedException } from './exception-facts.ts'

/** A subject and the findings of its checks that are open on it. */
export interface EvaluatedSubject {
  readonly subject: Subject
  readonly open: readonly OpenFinding[]
}

/** Which subjects: all of one kind by their ids. */
export interface SubjectIds {
  readonly kind: SubjectKind
  readonly ids: readonly string[]
}

/** Reads subjects of one kind with what is open on each: a fixed number of statements, however many they are. */
export async function readEvaluated(
  reader: ComplianceReader,
  { kind, ids }: SubjectIds,
): Promise<readonly EvaluatedSubject[]> {
  const granted = await readGranted(reader)
  const subjects = await readSubjects(reader, { kind, ids }, granted)
  const open = await readOpen(reader, { kind, ids })
  return subjects.map((subject) => ({ subject, open: open.get(subject.id) ?? [] }))
}

function readSubjects(
  reader: ComplianceReader,
  { kind, ids }: SubjectIds,
  granted: readonly GrantedException[],
): Promise<readonly Subject[]> {
  const where = { id: { in: [...ids] } }
  switch (kind) {
    case 'ACCOUNT':
      return readAccountSubjects(reader, where, granted)
    case 'PLATFORM':
      return readPlatformSubjects(reader, where, granted)
    case 'COMPONENT':
      return readComponentSubjects(reader, where, granted)
  }
}

/** Every granted exception: few, and each may cover many subjects. */
export async function readGranted({ exception }: ComplianceReader): Promise<readonly GrantedException[]> {
  const rows = await exception.findMany({ where: { state: 'GRANTED' }, select: grantedExceptionSelect })
  return rows.map(toGrantedException)
}

async function readOpen(
  { finding }: ComplianceReader,
  { kind, ids }: SubjectIds,
): Promise<ReadonlyMap<string, readonly OpenFinding[]>> {
  const rows = await finding.findMany({
    where: {
      state: 'OPEN',
      origin: 'AUTOMATIC',
      code: { in: [...codesOf(kind)] },
      ...ofSubjects({ kind, ids }),
    },
    select: {
      id: true,
      code: true,
      clause: true,
      severity: true,
      detail: true,
      componentId: true,
      accountId: true,
      platformId: true,
      version: true,
    },
  })
  return Map.groupBy(rows, (row) => row.accountId ?? row.platformId ?? row.componentId)
}

function ofSubjects({ kind, ids }: SubjectIds): Prisma.FindingWhereInput {
  const among = { in: [...ids] }
  switch (kind) {
    case 'ACCOUNT':
      return { accountId: among }
    case 'PLATFORM':
      return { platformId: among }
    case 'COMPONENT':
      return { componentId: among, accountId: null, platformId: null }
  }
}
