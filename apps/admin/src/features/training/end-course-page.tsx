import { change } from '@official-accounts/client/change'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangeForm } from '../../form/change-form.tsx'
import { requiredValue, type FormField } from '../../form/form-field.ts'
import { useMayEver } from '../../session/viewer-context.ts'
import { ForbiddenNotice } from '../../ui/forbidden-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { EndTrainingCourseMutation, TrainingQuery, type CourseRow } from './training.documents.ts'

/** The form that ends a course: nobody is asked for it any more, and what was completed stays (IV.A.3). */
export function EndCoursePage() {
  const { course } = useSearch({ from: '/training/end' })
  const [state, retry] = useQuery({ query: TrainingQuery })
  if (!useMayEver('training.endCourse'))
    return <ForbiddenNotice title="End a course" permission="training.endCourse" />
  return (
    <>
      <PageHeading title="End a course" />
      <p>Nobody is asked for it any more. What people have completed stays on record.</p>
      <QueryView state={state} what="the courses" onRetry={retry}>
        {({ trainingCourses }) => (
          <EndForm
            courses={trainingCourses.edges.map(({ node }) => node).filter(({ endedAt }) => endedAt === null)}
            initial={course}
          />
        )}
      </QueryView>
    </>
  )
}

interface EndFormProps {
  readonly courses: readonly CourseRow[]
  readonly initial: string | undefined
}

function EndForm({ courses, initial }: EndFormProps) {
  const navigate = useNavigate()
  const fields: readonly FormField[] = [
    {
      name: 'courseId',
      label: 'Course',
      control: 'CHOICE',
      required: true,
      choices: courses.map(({ id, title }) => ({ value: id, label: title })),
    },
    { name: 'reason', label: 'Reason', control: 'LONG_TEXT', required: true },
  ]
  return (
    <ChangeForm
      formKey="training/end"
      fields={fields}
      initial={initial ? { courseId: initial } : {}}
      submitLabel="End the course"
      request={(values, idempotencyKey) =>
        change(EndTrainingCourseMutation, {
          courseId: requiredValue(values, 'courseId'),
          reason: requiredValue(values, 'reason'),
          idempotencyKey,
        })
      }
      onDone={() => {
        showNotice('The course has ended.')
        void navigate({ to: '/training' })
      }}
      cancel={
        <Link to="/training" className="usa-button usa-button--unstyled">
          Back to the training
        </Link>
      }
    />
  )
}
