import { change } from '@official-accounts/client/change'
import { MAIL_PREFERENCES } from '@official-accounts/domain/notification/notification'
import { ChangeForm } from '../../form/change-form.tsx'
import { valueOf, type FormField } from '../../form/form-field.ts'
import { showNotice } from '../../ui/notice-state.ts'
import { SetPreferenceMutation, type MailPreference } from './notification.documents.ts'

const WORDS: Readonly<Record<MailPreference, string>> = {
  AT_ONCE: 'At once, a mail for each',
  DAILY: 'Once a day, one mail with all of them',
  NONE: 'No mail: I read them here',
}

const FIELDS: readonly FormField[] = [
  {
    name: 'mail',
    label: 'By e-mail',
    control: 'CHOICE',
    required: true,
    hint: 'A subject line never names a person or an account.',
    choices: MAIL_PREFERENCES.map((value) => ({ value, label: WORDS[value] })),
  },
]

/** How the reader wants to be told. */
export function PreferenceForm({ mail }: { readonly mail: MailPreference }) {
  return (
    <section aria-labelledby="how-told">
      <h2 id="how-told">How you are told</h2>
      <ChangeForm
        key={mail}
        formKey="notification/preference"
        fields={FIELDS}
        initial={{ mail }}
        submitLabel="Save"
        request={(values, idempotencyKey) => {
          const wanted = MAIL_PREFERENCES.find((value) => value === valueOf(values, 'mail')) ?? mail
          return change(SetPreferenceMutation, { mail: wanted, idempotencyKey })
        }}
        onDone={() => showNotice('Saved. What waits to go out follows.')}
        cancel={null}
      />
    </section>
  )
}
