import { fillTemplate } from './pattern-template.ts'

// The texts never call an account fake: not listed is all that the directory can know.
const english = {
  OFFICIAL: '{handle} on {platform} is listed as an official account of {component}.',
  OFFICIAL_ON: '{handle} on {platform} is an official account of {component}, official since {date}.',
  OFFICIAL_CONFIRMED:
    '{handle} on {platform} is an official account of {component}, official since {date}. Its office last confirmed it on {confirmedOn}.',
  OFFICIAL_LISTED:
    '{handle} on {platform} is an official account of {component}: listed in {source} on {date}. Its office has not confirmed it here yet.',
  OFFICIAL_LISTED_CONFIRMED:
    '{handle} on {platform} is an official account of {component}: listed in {source} on {date}. Its office last confirmed it on {confirmedOn}.',
  OFFICIAL_THEN:
    'On {on}, {handle} on {platform} was an official account of {component}. That has changed since: do not rely on it today.',
  HANDLE_OFFICIAL:
    '{handle} is listed on {platforms}; on {platform} it is an official account of {component}. The same name on another platform may belong to anyone.',
  SUSPENDED: '{handle} on {platform} is an account of {component} whose official use is suspended.',
  SUSPENDED_ON:
    '{handle} on {platform} is an account of {component} whose official use is suspended since {date}.',
  SUSPENDED_THEN: 'On {on}, the official use of {handle} on {platform} by {component} was suspended.',
  FORMERLY: '{handle} on {platform} used to be an official account of {component} and no longer is.',
  FORMERLY_ON: '{handle} on {platform} was an official account of {component} until {date} and no longer is.',
  FORMERLY_RENAMED:
    '{handle} on {platform} is a former name of an account of {component}, now {renamedTo}. Anyone may hold the old name today.',
  FORMERLY_RENAMED_ON:
    '{handle} on {platform} was the name of an account of {component} until {date}; it is now {renamedTo}. Anyone may hold the old name today.',
  NOT_LISTED: '{handle} on {platform} is not listed in this directory.',
  NOT_LISTED_SIMILAR:
    '{handle} on {platform} is not listed in this directory. It looks like {similar} on {similarPlatform}, which is: compare the spelling.',
  NOT_LISTED_SAME_NAME:
    '{handle} on {platform} is not listed in this directory. An account with the same name is listed on {similarPlatform} at another address.',
  NOT_LISTED_ARCHIVED:
    '{handle} on {platform} is not listed in this directory. It is archived in {source} on {date}, not confirmed.',
  HANDLE_NOT_LISTED: '{handle} is not listed in this directory on any platform.',
  HANDLE_NOT_LISTED_SIMILAR:
    '{handle} is not listed in this directory. It looks like {similar} on {similarPlatform}, which is: compare the spelling.',
  HANDLE_NOT_LISTED_SAME_NAME:
    '{handle} alone does not tell which account is meant. An account with this name is listed on {similarPlatform}: compare its full address.',
  PROHIBITED_PLATFORM: '{platform} is prohibited by law on government devices: no account there is official.',
  UNKNOWN_PLATFORM: 'This address is not on a platform that the directory knows.',
  PERSONAL_PROFILE: 'This is the address of a personal profile on {platform}, not of an organization.',
  GROUP: 'This is the address of a group on {platform}, not of an account.',
  POST_WITHOUT_OWNER:
    'This link to {platform} does not say who posted. Paste the address of the account itself.',
  RESERVED: 'This address belongs to {platform} itself, not to an account.',
  NO_ACCOUNT: 'There is no account in this address on {platform}.',
  MALFORMED: 'This cannot be read as an address or name of an account.',
  MALFORMED_SIMILAR:
    'No account can have this name. It looks like {similar} on {similarPlatform}, which is listed: compare the spelling.',
  BEFORE_FIRST_KNOWN_DATE: 'Nothing is known for {on}: the record begins on {date}.',
  AFTER_LAST_KNOWN_DATE: 'Nothing is known for {on}: the record ends on {date}.',
  INVALID_DATE: '{on} is not a date. Write it as year-month-day, for example 2024-09-12.',
} as const

export type VerifyMessageCode = keyof typeof english

const spanish = {
  OFFICIAL: '{handle} en {platform} figura como cuenta oficial de {component}.',
  OFFICIAL_ON: '{handle} en {platform} es una cuenta oficial de {component}, oficial desde el {date}.',
  OFFICIAL_CONFIRMED:
    '{handle} en {platform} es una cuenta oficial de {component}, oficial desde el {date}. Su oficina la confirmó por última vez el {confirmedOn}.',
  OFFICIAL_LISTED:
    '{handle} en {platform} es una cuenta oficial de {component}: figura en {source} con fecha {date}. Su oficina aún no la ha confirmado aquí.',
  OFFICIAL_LISTED_CONFIRMED:
    '{handle} en {platform} es una cuenta oficial de {component}: figura en {source} con fecha {date}. Su oficina la confirmó por última vez el {confirmedOn}.',
  OFFICIAL_THEN:
    'El {on}, {handle} en {platform} era una cuenta oficial de {component}. Eso ha cambiado: hoy no confíe en ella.',
  HANDLE_OFFICIAL:
    '{handle} figura en {platforms}; en {platform} es una cuenta oficial de {component}. El mismo nombre en otra plataforma puede ser de cualquiera.',
  SUSPENDED: '{handle} en {platform} es una cuenta de {component} cuyo uso oficial está suspendido.',
  SUSPENDED_ON:
    '{handle} en {platform} es una cuenta de {component} cuyo uso oficial está suspendido desde el {date}.',
  SUSPENDED_THEN: 'El {on}, el uso oficial de {handle} en {platform} por {component} estaba suspendido.',
  FORMERLY: '{handle} en {platform} fue una cuenta oficial de {component} y ya no lo es.',
  FORMERLY_ON: '{handle} en {platform} fue una cuenta oficial de {component} hasta el {date} y ya no lo es.',
  FORMERLY_RENAMED:
    '{handle} en {platform} es un nombre anterior de una cuenta de {component}, que ahora es {renamedTo}. Hoy cualquiera puede tener el nombre antiguo.',
  FORMERLY_RENAMED_ON:
    '{handle} en {platform} fue el nombre de una cuenta de {component} hasta el {date}; ahora es {renamedTo}. Hoy cualquiera puede tener el nombre antiguo.',
  NOT_LISTED: '{handle} en {platform} no figura en este directorio.',
  NOT_LISTED_SIMILAR:
    '{handle} en {platform} no figura en este directorio. Se parece a {similar} en {similarPlatform}, que sí figura: compare cómo se escribe.',
  NOT_LISTED_SAME_NAME:
    '{handle} en {platform} no figura en este directorio. Una cuenta con el mismo nombre figura en {similarPlatform} con otra dirección.',
  NOT_LISTED_ARCHIVED:
    '{handle} en {platform} no figura en este directorio. Consta como archivada en {source} con fecha {date}, sin confirmar.',
  HANDLE_NOT_LISTED: '{handle} no figura en este directorio en ninguna plataforma.',
  HANDLE_NOT_LISTED_SIMILAR:
    '{handle} no figura en este directorio. Se parece a {similar} en {similarPlatform}, que sí figura: compare cómo se escribe.',
  HANDLE_NOT_LISTED_SAME_NAME:
    '{handle} por sí solo no dice de qué cuenta se trata. Una cuenta con este nombre figura en {similarPlatform}: compare su dirección completa.',
  PROHIBITED_PLATFORM:
    '{platform} está prohibida por ley en los dispositivos del gobierno: ninguna cuenta allí es oficial.',
  UNKNOWN_PLATFORM: 'Esta dirección no es de una plataforma que el directorio conozca.',
  PERSONAL_PROFILE: 'Es la dirección de un perfil personal en {platform}, no de una organización.',
  GROUP: 'Es la dirección de un grupo en {platform}, no de una cuenta.',
  POST_WITHOUT_OWNER:
    'Este enlace a {platform} no dice quién publicó. Pegue la dirección de la cuenta misma.',
  RESERVED: 'Esta dirección es de la propia {platform}, no de una cuenta.',
  NO_ACCOUNT: 'No hay ninguna cuenta en esta dirección de {platform}.',
  MALFORMED: 'Esto no se puede leer como dirección ni como nombre de una cuenta.',
  MALFORMED_SIMILAR:
    'Ninguna cuenta puede llamarse así. Se parece a {similar} en {similarPlatform}, que sí figura: compare cómo se escribe.',
  BEFORE_FIRST_KNOWN_DATE: 'No se sabe nada del {on}: el registro comienza el {date}.',
  AFTER_LAST_KNOWN_DATE: 'No se sabe nada del {on}: el registro termina el {date}.',
  INVALID_DATE: '{on} no es una fecha. Escríbala como año-mes-día, por ejemplo 2024-09-12.',
} as const satisfies Record<VerifyMessageCode, string>

/** The sentences, with their places in braces. */
export const verifyTexts = { en: english, es: spanish } as const

const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
} as const

export type VerifyLanguage = 'en' | 'es'

/** The message in plain words. Plain text: it repeats parts of the input, so escape it for HTML. */
export function describeVerification(
  message: { readonly code: VerifyMessageCode; readonly parameters: Readonly<Record<string, string>> },
  language: VerifyLanguage,
): string {
  const template = verifyTexts[language][message.code]
  const values = Object.entries(message.parameters).map(([name, value]): [string, string] => [
    name,
    ['date', 'on', 'confirmedOn'].includes(name) ? longDate(value, language) : value,
  ])
  return fillTemplate(template, new Map(values))
}

/** `2024-09-12` as September 12, 2024 or 12 de septiembre de 2024; other text as it is. */
export function longDate(date: string, language: VerifyLanguage): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? []
  const name = months[language][Number(month) - 1]
  if (name === undefined) return date
  return language === 'es' ? `${Number(day)} de ${name} de ${year}` : `${name} ${Number(day)}, ${year}`
}
