/** Events of which nobody is told, each with why. */
export const UNTOLD_EVENTS = {
  'platform.reviewsReopened': 'Each office is told of its own review.',
  'timer.escalated':
    'It has come up the line as work: whoever it came to is reminded of it together with the rest.',
  'timer.ended':
    'A suspension is told as account.suspended; an end that puts things right asks nothing of anybody.',
  'certification.answered': 'One for each account: the component’s certificate says it for all of them.',
  'security-attestation.attested': 'Whoever attests knows; it asks nothing of anybody else.',
  'lawChecklist.answered': 'Whoever answers knows; what is not met becomes a finding, and that is told.',
  'exception.begun': 'That it was granted was told, with the day on which it begins.',
  'guidance.acknowledged': 'Whoever acknowledges knows; coverage is shown to the offices.',
  'person.acknowledged':
    'It is there to look at what the person answers for again; whoever acknowledges knows.',
  'person.trained': 'It is there to look at what the person answers for again; training.recorded is told.',
  'moderation.recorded':
    'One for each comment: whoever moderates knows, what is to be reviewed is told as moderation.reviewAsked.',
  'reviewRequirement.settled': 'It changes days of reviews to come; each says itself when it is due.',
  'policy-setting.changed': 'What runs keeps its day; who changes a setting is its office.',
  'migration.rowResolved': 'A step of one person’s own work on an import.',
  'person.registered': 'Somebody signs in for the first time and holds nothing yet.',
  'publication.requested': 'Its outcome is told where it fails.',
  'publication.superseded': 'A newer one takes its place.',
  'publication.published': 'It happens after every change, and the public site says as of when.',
  'mail.settled': 'Whoever settles refused mail knows; its reader is told by the mail, or here.',
  'mail.retried': 'Whoever had it tried again sees what came of it.',
} as const satisfies Readonly<Record<string, string>>
