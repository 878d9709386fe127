import { graphql } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

const ChangedCertification = graphql(`
  fragment ChangedCertification on Certification {
    __typename
    id
    version
  }
`)

const ChangedPart = graphql(`
  fragment ChangedCertificationPart on CertificationPart {
    __typename
    id
    version
  }
`)

export const OpenCertificationMutation = graphql(
  `
    mutation OpenCertification($input: OpenCertificationInput!) {
      result: openCertification(input: $input) {
        ...ChangedCertification
        ...RefusalFields
      }
    }
  `,
  [ChangedCertification, RefusalFields],
)

export const CloseCertificationMutation = graphql(
  `
    mutation CloseCertification($input: CloseCertificationInput!) {
      result: closeCertification(input: $input) {
        ...ChangedCertification
        ...RefusalFields
      }
    }
  `,
  [ChangedCertification, RefusalFields],
)

export const AnswerCertificationMutation = graphql(
  `
    mutation AnswerCertification($input: AnswerCertificationInput!) {
      result: answerCertification(input: $input) {
        ...ChangedCertificationPart
        ...RefusalFields
      }
    }
  `,
  [ChangedPart, RefusalFields],
)

export const ConfirmUnchangedMutation = graphql(
  `
    mutation ConfirmUnchanged($input: ConfirmUnchangedInput!) {
      result: confirmUnchanged(input: $input) {
        ...ChangedCertificationPart
        ...RefusalFields
      }
    }
  `,
  [ChangedPart, RefusalFields],
)

export const CertifyComponentMutation = graphql(
  `
    mutation CertifyComponent($input: CertificationPartInput!) {
      result: certifyComponent(input: $input) {
        ...ChangedCertificationPart
        ...RefusalFields
      }
    }
  `,
  [ChangedPart, RefusalFields],
)

export const ReturnAnswerMutation = graphql(
  `
    mutation ReturnCertificationAnswer($input: ReturnCertificationAnswerInput!) {
      result: returnCertificationAnswer(input: $input) {
        ...ChangedCertificationPart
        ...RefusalFields
      }
    }
  `,
  [ChangedPart, RefusalFields],
)

export const ReturnCertificationMutation = graphql(
  `
    mutation ReturnCertification($input: ReturnCertificationInput!) {
      result: returnCertification(input: $input) {
        ...ChangedCertificationPart
        ...RefusalFields
      }
    }
  `,
  [ChangedPart, RefusalFields],
)
