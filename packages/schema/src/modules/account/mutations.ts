import { activateAccount } from '@official-accounts/commands/account/activate-account'
import { approveAccount } from '@official-accounts/commands/account/approve-account'
import {
  assignAlternateContact,
  assignPrimaryContact,
} from '@official-accounts/commands/account/assign-contact'
import { attestAccountSecurity } from '@official-accounts/commands/account/attest-account-security'
import { claimAccount } from '@official-accounts/commands/account/claim-account'
import { confirmArchive } from '@official-accounts/commands/account/confirm-archive'
import { confirmDeactivation } from '@official-accounts/commands/account/confirm-deactivation'
import { denyAccount } from '@official-accounts/commands/account/deny-account'
import { endContact } from '@official-accounts/commands/account/end-contact'
import { endorseAccount } from '@official-accounts/commands/account/endorse-account'
import { handOverContact } from '@official-accounts/commands/account/hand-over-contact'
import { permitAccount } from '@official-accounts/commands/account/permit-account'
import { recordAccountAdvice } from '@official-accounts/commands/account/record-account-advice'
import { reinstateAccount } from '@official-accounts/commands/account/reinstate-account'
import { renameAccount } from '@official-accounts/commands/account/rename-account'
import { requestAccount } from '@official-accounts/commands/account/request-account'
import { requestRetirement } from '@official-accounts/commands/account/request-retirement'
import { resubmitAccountRequest } from '@official-accounts/commands/account/resubmit-account-request'
import { returnAccountRequest } from '@official-accounts/commands/account/return-account-request'
import { suspendAccount } from '@official-accounts/commands/account/suspend-account'
import { updateAccount } from '@official-accounts/commands/account/update-account'
import { withdrawAccountRequest } from '@official-accounts/commands/account/withdraw-account-request'
import { mutationsOf } from '../../record-mutation.ts'
import {
  AccountDecisionInput,
  AccountInput,
  AttestAccountSecurityInput,
  ClaimAccountInput,
  ConfirmArchiveInput,
  ConfirmDeactivationInput,
  ContactInput,
  EndContactInput,
  HandOverContactInput,
  RecordAccountAdviceInput,
  RenameAccountInput,
  RequestAccountInput,
  ResubmitAccountRequestInput,
  UpdateAccountInput,
} from './inputs.ts'
import { AccountNode } from './types.ts'

const accountMutation = mutationsOf(AccountNode, (read, query) => read.account.findFirstOrThrow(query))

accountMutation(requestAccount, RequestAccountInput, 'Asks for an account (V.B.1, V.B.2, V.B.3, V.B.10).')
accountMutation(
  returnAccountRequest,
  AccountDecisionInput,
  'Sends a request back for changes, with the reason.',
)
accountMutation(resubmitAccountRequest, ResubmitAccountRequestInput, 'Sends a reworked request in again.')
accountMutation(withdrawAccountRequest, AccountDecisionInput, 'Takes a request back.')
accountMutation(endorseAccount, AccountDecisionInput, 'The component’s director endorses a request (IV.E.2).')
accountMutation(
  attestAccountSecurity,
  AttestAccountSecurityInput,
  'The Chief Information Officer attests the security of a request, or says why not (IV.B.3).',
)
accountMutation(
  recordAccountAdvice,
  RecordAccountAdviceInput,
  'Civil Rights and Civil Liberties advises on a request (IV.D.1).',
)
accountMutation(permitAccount, AccountDecisionInput, 'Public Affairs gives its permission (V.B.2).')
accountMutation(approveAccount, AccountDecisionInput, 'The Assistant Secretary approves an account (IV.A.2).')
accountMutation(denyAccount, AccountDecisionInput, 'Denies a request, with the reason.')
accountMutation(
  activateAccount,
  AccountInput,
  'Puts an approved account with a primary contact on the list (V.B.5, V.B.6).',
)
accountMutation(claimAccount, ClaimAccountInput, 'Claims an imported account for its office (V.B.5).')
accountMutation(updateAccount, UpdateAccountInput, 'Corrects what is known about an account.')
accountMutation(
  renameAccount,
  RenameAccountInput,
  'Records a new handle; the former one stays as a dated alias.',
)
accountMutation(assignPrimaryContact, ContactInput, 'Says who answers for an account (V.B.5).')
accountMutation(assignAlternateContact, ContactInput, 'Adds somebody who answers when the primary cannot.')
accountMutation(endContact, EndContactInput, 'Ends a contact; an active primary hands over first (V.B.8).')
accountMutation(
  handOverContact,
  HandOverContactInput,
  'Control passes to a successor in one step; the former primary contact ends (V.B.8).',
)
accountMutation(suspendAccount, AccountDecisionInput, 'Suspends an account at once (IV.A.5).')
accountMutation(reinstateAccount, AccountDecisionInput, 'Brings a suspended account back.')
accountMutation(requestRetirement, AccountDecisionInput, 'Starts the end of an account (V.B.11).')
accountMutation(
  confirmDeactivation,
  ConfirmDeactivationInput,
  'Confirms that an account is gone from the platform (V.B.11).',
)
accountMutation(
  confirmArchive,
  ConfirmArchiveInput,
  'Confirms that an account’s records are archived (V.B.11).',
)
