import { change } from '@official-accounts/client/change'
import { ROLE_NAMES, ROLES, isRole } from '@official-accounts/domain/access/roles'
import {
  GUIDANCE_KINDS,
  GUIDANCE_TOPICS,
  type GuidanceKind,
  type GuidanceTopic,
} from '@official-accounts/domain/guidance/guidance'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ChangeForm } from '../../form/change-form.tsx'
import { listOf, requiredValue, valueOf, type FormField, type FormValues } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { beginningOn, endOfDay } from '../../ui/dates.tsx'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { enumWords } from '../../ui/words.ts'
import { PublishGuidanceMutation } from './guidance.documents.ts'

const TITLE = 'Publish guidance or policy'

const choices = (values: readonly string[]) => values.map((value) => ({ value, label: enumWords(value) }))

const NEW_DOCUMENT: readonly FormField[] = [
  { name: 'kind', label: 'Kind', control: 'CHOICE', required: true, choices: choices(GUIDANCE_KINDS) },
  { name: 'topic', label: 'About', control: 'CHOICE', required: true, choices: choices(GUIDANCE_TOPICS) },
  { name: 'title', label: 'Title', control: 'TEXT', required: true },
]

const VERSION: readonly FormField[] = [
  { name: 'body', label: 'What it says', control: 'LONG_TEXT', required: true },
  { name: 'changeSummary', label: 'What is new', control: 'LONG_TEXT', required: true },
  {
    name: 'roles',
    label: 'Roles that have to acknowledge it',
    control: 'CHOICES',
    choices: ROLE_NAMES.map((value) => ({ value, label: ROLES[value].title })),
    hint: 'None for nobody.',
  },
  { name: 'effectiveFrom', label: 'In force from', control: 'DATE', hint: 'At once when empty.' },
  {
    name: 'processesReviewedBy',
    label: 'Publishing processes are reviewed against it by',
    control: 'DATE',
    hint: 'Until then their last reviews stand. From its beginning they do not when empty.',
  },
]

/** The form that publishes a document, or a new version of one (IV.A.3, OIG.3). */
export function PublishGuidancePage() {
  const navigate = useNavigate()
  const { document } = useSearch({ from: '/guidance/publish' })
  if (!useMayEver('guidance.publish')) return <ForbiddenNotice title={TITLE} permission="guidance.publish" />
  return (
    <>
      <PageHeading title={document ? 'Publish a new version' : TITLE} />
      <p className="usa-intro-small">
        What is published is never changed: a correction is a new version. Guidance is published by{' '}
        {ROLES.ASPA.title} and {ROLES.OPA.title}, policy by the {ROLES.POLICY_OFFICE.title}.
      </p>
      <ChangeForm
        formKey={`guidance/publish/${document ?? 'new'}`}
        fields={document ? VERSION : [...NEW_DOCUMENT, ...VERSION]}
        initial={{}}
        submitLabel="Publish"
        request={(values, idempotencyKey) =>
          change(PublishGuidanceMutation, { ...inputOf(values, document), idempotencyKey })
        }
        onDone={({ id }) => {
          showNotice('The version is published. Whoever has to acknowledge it finds it in their work.')
          void navigate({ to: '/guidance/$id', params: { id } })
        }}
        cancel={
          <Link to="/guidance" className="usa-button usa-button--unstyled">
            Back to the library; the draft is kept
          </Link>
        }
      />
    </>
  )
}

function inputOf(values: FormValues, documentId: string | undefined) {
  const kind = GUIDANCE_KINDS.find((one): one is GuidanceKind => one === valueOf(values, 'kind'))
  const topic = GUIDANCE_TOPICS.find((one): one is GuidanceTopic => one === valueOf(values, 'topic'))
  return {
    documentId: documentId ?? null,
    kind: kind ?? null,
    topic: topic ?? null,
    title: valueOf(values, 'title'),
    body: requiredValue(values, 'body'),
    changeSummary: requiredValue(values, 'changeSummary'),
    roles: listOf(values, 'roles').filter(isRole),
    effectiveFrom: beginningOn(valueOf(values, 'effectiveFrom'), new Date()),
    processesReviewedBy: endOfDay(valueOf(values, 'processesReviewedBy')),
  }
}
