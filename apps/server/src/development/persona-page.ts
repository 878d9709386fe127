import { ROLES } from '@official-accounts/domain/access/roles'
import { escapeHtml, pageHtml } from '../http/page.ts'
import { PERSONAS, type Persona } from './personas.ts'

/** The development sign-in page: a button for each persona and what it may do. No password: none of them is anybody. */
export function personaPage(underWay: boolean): string {
  if (!underWay) {
    const body = '<p>No sign-in is under way in this browser.</p><p><a href="/auth/sign-in">Sign in</a></p>'
    return pageHtml('Development sign-in', body)
  }
  const body = `<p>For development alone: choose who you are. These are offices, not people.</p>
<form method="post"><ul>
${PERSONAS.map(choice).join('\n')}
</ul></form>`
  return pageHtml('Development sign-in', body)
}

/** The issuer's own sign-out page around its form, which carries what the issuer needs. */
export function signOutPage(form: string): string {
  const body = `${form}
<p>You are signed out of Official Accounts. Sign out of the development sign-in as well?</p>
<p><button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>
<button type="submit" form="op.logoutForm">Stay signed in</button></p>`
  return pageHtml('Sign out', body)
}

function choice({ name, displayName, roles, component, may }: Persona): string {
  const titles = roles
    .map((role) => ROLES[role].title + (component === null ? '' : `, ${component}`))
    .join('; ')
  const id = `about-${name}`
  return `<li><button name="persona" value="${name}" aria-describedby="${id}">${escapeHtml(displayName)}</button>
<div id="${id}"><code>${name}</code> ${escapeHtml(titles === '' ? 'Employee' : titles)}: ${escapeHtml(may)}</div></li>`
}
