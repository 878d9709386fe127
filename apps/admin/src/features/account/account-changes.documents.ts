import { graphql } from '@official-accounts/client/graphql'
import { RefusalFields } from '@official-accounts/client/result'

const ChangedAccount = graphql(`
  fragment ChangedAccount on Account {
    __typename
    id
    slug
    version
  }
`)

export const RequestAccountMutation = graphql(
  `
    mutation RequestAccount($input: RequestAccountInput!) {
      result: requestAccount(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const ReturnAccountRequestMutation = graphql(
  `
    mutation ReturnAccountRequest($input: AccountDecisionInput!) {
      result: returnAccountRequest(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const ResubmitAccountRequestMutation = graphql(
  `
    mutation ResubmitAccountRequest($input: ResubmitAccountRequestInput!) {
      result: resubmitAccountRequest(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const WithdrawAccountRequestMutation = graphql(
  `
    mutation WithdrawAccountRequest($input: AccountDecisionInput!) {
      result: withdrawAccountRequest(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const EndorseAccountMutation = graphql(
  `
    mutation EndorseAccount($input: AccountDecisionInput!) {
      result: endorseAccount(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const AttestAccountSecurityMutation = graphql(
  `
    mutation AttestAccountSecurity($input: AttestAccountSecurityInput!) {
      result: attestAccountSecurity(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const RecordAccountAdviceMutation = graphql(
  `
    mutation RecordAccountAdvice($input: RecordAccountAdviceInput!) {
      result: recordAccountAdvice(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const PermitAccountMutation = graphql(
  `
    mutation PermitAccount($input: AccountDecisionInput!) {
      result: permitAccount(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const ApproveAccountMutation = graphql(
  `
    mutation ApproveAccount($input: AccountDecisionInput!) {
      result: approveAccount(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const DenyAccountMutation = graphql(
  `
    mutation DenyAccount($input: AccountDecisionInput!) {
      result: denyAccount(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const ActivateAccountMutation = graphql(
  `
    mutation ActivateAccount($input: AccountInput!) {
      result: activateAccount(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const ClaimAccountMutation = graphql(
  `
    mutation ClaimAccount($input: ClaimAccountInput!) {
      result: claimAccount(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const UpdateAccountMutation = graphql(
  `
    mutation UpdateAccount($input: UpdateAccountInput!) {
      result: updateAccount(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const RenameAccountMutation = graphql(
  `
    mutation RenameAccount($input: RenameAccountInput!) {
      result: renameAccount(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const AssignPrimaryContactMutation = graphql(
  `
    mutation AssignPrimaryContact($input: ContactInput!) {
      result: assignPrimaryContact(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const AssignAlternateContactMutation = graphql(
  `
    mutation AssignAlternateContact($input: ContactInput!) {
      result: assignAlternateContact(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const EndContactMutation = graphql(
  `
    mutation EndContact($input: EndContactInput!) {
      result: endContact(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const HandOverContactMutation = graphql(
  `
    mutation HandOverContact($input: HandOverContactInput!) {
      result: handOverContact(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const SuspendAccountMutation = graphql(
  `
    mutation SuspendAccount($input: AccountDecisionInput!) {
      result: suspendAccount(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const ReinstateAccountMutation = graphql(
  `
    mutation ReinstateAccount($input: AccountDecisionInput!) {
      result: reinstateAccount(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const RequestRetirementMutation = graphql(
  `
    mutation RequestRetirement($input: AccountDecisionInput!) {
      result: requestRetirement(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const ConfirmDeactivationMutation = graphql(
  `
    mutation ConfirmDeactivation($input: ConfirmDeactivationInput!) {
      result: confirmDeactivation(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)

export const ConfirmArchiveMutation = graphql(
  `
    mutation ConfirmArchive($input: ConfirmArchiveInput!) {
      result: confirmArchive(input: $input) {
        ...ChangedAccount
        ...RefusalFields
      }
    }
  `,
  [ChangedAccount, RefusalFields],
)
