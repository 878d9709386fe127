import { change } from '@official-accounts/client/change'
import { ChangeForm } from '../../form/change-form.tsx'
import { requiredValue, type FormField } from '../../form/form-field.ts'
import { BlockedNotice } from '../../record/blocked-notice.tsx'
import { showNotice } from '../../ui/notice-state.ts'
import { CertifyComponentMutation, ReturnCertificationMutation } from './certification-changes.documents.ts'
import { certificationActionLabel } from './certification-words.ts'
import type { PartDetail } from './certification-part.documents.ts'

interface PartActionsProps {
  readonly part: PartDetail
  readonly onReload: () => void
}

const REASON: FormField = {
  name: 'reason',
  label: 'Reason',
  control: 'LONG_TEXT',
  required: true,
  hint: 'The component reads it.',
}

/** What may be done to the part as a whole: its director certifies it, Public Affairs sends it back. */
export function PartActions({ part, onReload }: PartActionsProps) {
  const offered = part.availableActions.filter(({ blockedBy }) => blockedBy?.code !== 'FORBIDDEN')
  const certify = offered.find(({ action }) => action === 'certifyComponent')
  const back = offered.find(({ action, allowed }) => action === 'returnCertification' && allowed)
  const { id: partId, version: expectedVersion } = part
  return (
    <>
      {certify && part.state !== 'CERTIFIED' && (
        <section aria-labelledby="certify-heading">
          <h2 id="certify-heading">{certificationActionLabel('certifyComponent')}</h2>
          {certify.blockedBy ? (
            <BlockedNotice blocker={certify.blockedBy} />
          ) : (
            <ChangeForm
              formKey={`certification/${partId}/certify`}
              fields={[]}
              initial={{}}
              submitLabel="Certify the component’s accounts"
              request={(_values, idempotencyKey) =>
                change(CertifyComponentMutation, { partId, expectedVersion, idempotencyKey })
              }
              onRefused={onReload}
              onDone={() => showNotice('The part is certified.')}
              cancel={null}
            />
          )}
        </section>
      )}
      {back && (
        <section aria-labelledby="return-heading">
          <h2 id="return-heading">{certificationActionLabel('returnCertification')}</h2>
          <ChangeForm
            formKey={`certification/${partId}/return`}
            fields={[REASON]}
            initial={{}}
            submitLabel="Send it back"
            request={(values, idempotencyKey) =>
              change(ReturnCertificationMutation, {
                partId,
                reason: requiredValue(values, 'reason'),
                expectedVersion,
                idempotencyKey,
              })
            }
            onRefused={onReload}
            onDone={() => showNotice('The part went back to the component.')}
            cancel={null}
          />
        </section>
      )}
    </>
  )
}
