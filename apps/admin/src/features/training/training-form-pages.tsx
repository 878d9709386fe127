import { change } from '@official-accounts/client/change'
import { Link, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { numberOf, requiredValue, valueOf, type FormField } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import {
  AddTrainingCourseMutation,
  RecordTrainingMutation,
  TrainingQuery,
  type CourseRow,
} from './training.documents.ts'

const BACK = (
  <Link to="/training" className="usa-button usa-button--unstyled">
    Back to the training
  </Link>
)

const COURSE: readonly FormField[] = [
  { name: 'title', label: 'Title', control: 'TEXT', required: true },
  { name: 'description', label: 'What it teaches', control: 'LONG_TEXT', required: true },
  {
    name: 'validMonths',
    label: 'Months a completion counts',
    control: 'NUMBER',
    hint: 'As many as the policy data say when empty.',
  },
  {
    name: 'required',
    label: 'Whoever answers for an account has to have completed it',
    control: 'CHOICE',
    required: true,
    choices: [
      { value: 'no', label: 'No, it is offered' },
      { value: 'yes', label: 'Yes, from now on' },
    ],
  },
]

/** The form that adds a course (IV.A.3). */
export function AddCoursePage() {
  const navigate = useNavigate()
  if (!useMayEver('training.addCourse'))
    return <ForbiddenNotice title="Add a course" permission="training.addCourse" />
  return (
    <>
      <PageHeading title="Add a course" />
      <ChangeForm
        formKey="training/add"
        fields={COURSE}
        initial={{ required: 'no' }}
        submitLabel="Add the course"
        request={(values, idempotencyKey) =>
          change(AddTrainingCourseMutation, {
            title: requiredValue(values, 'title'),
            description: requiredValue(values, 'description'),
            validMonths: numberOf(values, 'validMonths'),
            required: valueOf(values, 'required') === 'yes',
            idempotencyKey,
          })
        }
        onDone={() => {
          showNotice('The course is added.')
          void navigate({ to: '/training' })
        }}
        cancel={BACK}
      />
    </>
  )
}

/** The form that records a completion (IV.A.3). */
export function RecordTrainingPage() {
  const [state, retry] = useQuery({ query: TrainingQuery })
  if (!useMayEver('training.record'))
    return <ForbiddenNotice title="Record a completion" permission="training.record" />
  return (
    <>
      <PageHeading title="Record a completion" />
      <QueryView state={state} what="the courses" onRetry={retry}>
        {({ trainingCourses }) => <RecordForm courses={trainingCourses.edges.map(({ node }) => node)} />}
      </QueryView>
    </>
  )
}

function RecordForm({ courses }: { readonly courses: readonly CourseRow[] }) {
  const navigate = useNavigate()
  const given = courses.filter(({ endedAt }) => endedAt === null)
  const fields: readonly FormField[] = [
    {
      name: 'courseId',
      label: 'Course',
      control: 'CHOICE',
      required: true,
      choices: given.map(({ id, title }) => ({ value: id, label: title })),
    },
    { name: 'personId', label: 'Who completed it', control: 'PERSON', required: true },
    { name: 'completedOn', label: 'On which day', control: 'DATE', required: true },
    { name: 'evidence', label: 'What shows it', control: 'TEXT' },
  ]
  return (
    <ChangeForm
      formKey="training/record"
      fields={fields}
      initial={{}}
      submitLabel="Record it"
      request={(values, idempotencyKey) =>
        change(RecordTrainingMutation, {
          courseId: requiredValue(values, 'courseId'),
          personId: requiredValue(values, 'personId'),
          completedOn: requiredValue(values, 'completedOn'),
          evidence: valueOf(values, 'evidence'),
          idempotencyKey,
        })
      }
      onDone={() => {
        showNotice('The completion is on record.')
        void navigate({ to: '/training' })
      }}
      cancel={BACK}
    />
  )
}
