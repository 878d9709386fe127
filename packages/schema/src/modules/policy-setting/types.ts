import { authorize } from '@official-accounts/domain/access/authorize'
import { isClauseId } from '@official-accounts/domain/directive/clauses'
import {
  isPolicySettingKey,
  POLICY_SETTING_KEYS,
  POLICY_SETTINGS,
} from '@official-accounts/domain/policy-setting/policy-setting'
import { builder } from '../../builder.ts'
import { describedEnum } from '../../described-enum.ts'
import { ClauseRef } from '../../errors.ts'
import { AvailableActionRef } from '../available-action.ts'

const PolicyUnitEnum = describedEnum('PolicyUnit', 'What a policy setting counts.', ['DAYS', 'MONTHS'], {
  DAYS: 'Days.',
  MONTHS: 'Months.',
})

export const PolicySettingKeyEnum = describedEnum(
  'PolicySettingKey',
  'The numbers of the policy that an office sets.',
  POLICY_SETTING_KEYS,
  {
    VACANCY_SUSPENSION_DAYS: 'How long nobody may answer for an account before it is suspended (V.B.5).',
    FIRST_WARNING_DAYS: 'How long before a suspension the first warning is given.',
    LAST_WARNING_DAYS: 'How long before a suspension the last warning is given.',
    CLAIM_ESCALATION_DAYS: 'How long after its date an unclaimed account is escalated.',
    ATTESTATION_PERIOD_DAYS: 'How long an attestation of an account’s security holds (IV.B.3).',
    ATTESTATION_GRACE_DAYS: 'How long there is to attest after a new policy or a new account.',
    ATTESTATION_SUSPENSION_DAYS: 'How long an attestation may be overdue before the account is suspended.',
    WORK_DUE_DAYS: 'How long after it began to wait work without a date of its own is due (IV.A.5).',
    WORK_STEP_DAYS: 'After how long overdue work goes from one office to the next.',
    WORK_NOTICE_DAYS: 'How long before an end it becomes work.',
    CERTIFICATION_FIRST_REMINDER_DAYS:
      'When a certification without reminders of its own reminds first (IV.E.3).',
    CERTIFICATION_SECOND_REMINDER_DAYS: 'When it reminds again.',
    CERTIFICATION_LAST_REMINDER_DAYS: 'When it reminds for the last time.',
    CERTIFICATION_OVERDUE_DAYS:
      'How long after its last day a certification is overdue that does not say so.',
    WORK_REMINDER_DAYS: 'How long before work is due its owners are reminded of it.',
    LAW_ANSWER_PERIOD_DAYS: 'How long an answer to the checklist of law and policy holds (V.A.2).',
    BLOCK_REVIEW_DAYS: 'How long a person stays blocked before it is asked again whether it is needed.',
    TRAINING_VALID_MONTHS: 'How long a completed course counts where the course does not say (IV.A.3).',
  },
)

export const PolicySettingNode = builder.prismaNode('PolicySetting', {
  nullable: true,
  id: { field: 'id', description: 'Global id.' },
  description: 'A number of the policy that the Directive does not give: data that an office sets.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    key: t.field({
      type: PolicySettingKeyEnum,
      nullable: true,
      description: 'Which one; null for one that this version of the product does not know.',
      select: { key: true },
      resolve: ({ key }) => (isPolicySettingKey(key) ? key : null),
    }),
    queue: t.exposeString('queue', {
      nullable: true,
      description: 'The queue whose work it measures; null where it holds for all without one of their own.',
    }),
    title: t.string({
      description: 'What it says, in words.',
      select: { key: true },
      resolve: ({ key }) => (isPolicySettingKey(key) ? POLICY_SETTINGS[key].title : key),
    }),
    unit: t.expose('unit', { type: PolicyUnitEnum, description: 'What it counts.' }),
    clause: t.field({
      type: ClauseRef,
      nullable: true,
      description: 'The clause it belongs to.',
      select: { clause: true },
      resolve: ({ clause }) => (isClauseId(clause) ? clause : null),
    }),
    value: t.exposeInt('value', { description: 'What it is now, in its unit.' }),
    standardValue: t.exposeInt('standardValue', {
      description: 'What it was before anybody set it: this product’s choice, not the Directive’s.',
    }),
    isStandard: t.boolean({
      description: 'Whether nobody has set it yet.',
      select: { changedAt: true },
      resolve: ({ changedAt }) => changedAt === null,
    }),
    least: t.int({
      description: 'The smallest value it may have.',
      select: { key: true },
      resolve: ({ key }) => (isPolicySettingKey(key) ? POLICY_SETTINGS[key].least : 0),
    }),
    most: t.int({
      description: 'The largest value it may have.',
      select: { key: true },
      resolve: ({ key }) => (isPolicySettingKey(key) ? POLICY_SETTINGS[key].most : 0),
    }),
    changedBy: t.relation('changedBy', {
      nullable: true,
      description: 'Who set it last, where you may see that.',
    }),
    changedAt: t.expose('changedAt', { type: 'DateTime', nullable: true, description: 'When it was set.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was set.' }),
    version: t.exposeInt('version', { description: 'Counts its changes; expectedVersion compares with it.' }),
    availableActions: t.field({
      type: [AvailableActionRef],
      description: 'What may be done to it, and what stands in your way.',
      resolve: (_setting, _args, { actor }) => [
        {
          action: 'changePolicySetting',
          blockedBy: authorize(actor, 'policySetting.change', { componentId: null }),
        },
      ],
    }),
  }),
})
