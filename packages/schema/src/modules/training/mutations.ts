import { addTrainingCourse } from '@official-accounts/commands/training/add-training-course'
import { endTrainingCourse } from '@official-accounts/commands/training/end-training-course'
import { recordTraining } from '@official-accounts/commands/training/record-training'
import { changeInput, creationInput } from '../../mutation-input.ts'
import { mutationsOf } from '../../record-mutation.ts'
import { TrainingCompletionNode, TrainingCourseNode } from './types.ts'

const AddTrainingCourseInput = creationInput('AddTrainingCourseInput', 'A course to add.', (t) => ({
  title: t.string({ required: true, description: 'Its title.' }),
  description: t.string({ required: true, description: 'What it teaches.' }),
  validMonths: t.int({
    description:
      'Months a completion counts; when not given, as many as the policy’s setting TRAINING_VALID_MONTHS says.',
  }),
  required: t.boolean({
    description:
      'Whether whoever answers for an account has to have completed it, at once where no instant is given.',
  }),
  requiredFrom: t.field({
    type: 'DateTime',
    description: 'From when it is required; a course that is not required is only offered.',
  }),
}))

const EndTrainingCourseInput = changeInput('EndTrainingCourseInput', 'A course to end.', (t) => ({
  courseId: t.id({ required: true, description: 'Which one.' }),
  reason: t.string({ required: true, description: 'Why.' }),
}))

const RecordTrainingInput = creationInput('RecordTrainingInput', 'A completed course.', (t) => ({
  courseId: t.id({ required: true, description: 'Which course.' }),
  personId: t.id({ required: true, description: 'Who completed it.' }),
  completedOn: t.field({ type: 'Date', required: true, description: 'On which day.' }),
  evidence: t.string({ description: 'What shows it.' }),
}))

const courseMutation = mutationsOf(TrainingCourseNode, (read, query) =>
  read.trainingCourse.findFirstOrThrow(query),
)
const completionMutation = mutationsOf(TrainingCompletionNode, (read, query) =>
  read.trainingCompletion.findFirstOrThrow(query),
)

courseMutation(addTrainingCourse, AddTrainingCourseInput, 'Adds a course of training (IV.A.3).')
courseMutation(
  endTrainingCourse,
  EndTrainingCourseInput,
  'Ends a course; what was completed stays on record.',
)
completionMutation(recordTraining, RecordTrainingInput, 'Records that somebody completed a course (IV.A.3).')
