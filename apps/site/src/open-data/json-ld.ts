import type { GovernmentOrganization, WithContext } from 'schema-dts'
import type { Directory } from '../data/directory-index.ts'
import type { Account, Component } from '../data/directory-model.ts'
import { httpsHref } from '../links/https-href.ts'
import { absoluteAddress, componentPath } from './addresses.ts'

/**
 * A component for search engines: who it is, and which of these accounts are its own (`sameAs`). Only accounts the
 * department stands by are named; a suspended or former one is nobody's claim.
 */
export function organizationData(
  directory: Directory,
  site: string,
  component: Component,
  accounts: readonly Account[],
): WithContext<GovernmentOrganization> {
  const parent = component.parent && directory.componentBySlug.get(component.parent.slug)
  const own = accounts.filter(
    (account) => account.status === 'OFFICIAL' && account.component.slug === component.slug,
  )
  const website = httpsHref(component.websiteUrl)
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    '@id': `${absoluteAddress(site, componentPath(component.slug))}#organization`,
    name: component.name,
    alternateName: component.code,
    ...(website === null ? {} : { url: website }),
    ...(own.length === 0 ? {} : { sameAs: own.flatMap(({ profileUrl }) => httpsHref(profileUrl) ?? []) }),
    ...(parent
      ? {
          parentOrganization: {
            '@type': 'GovernmentOrganization',
            '@id': `${absoluteAddress(site, componentPath(parent.slug))}#organization`,
            name: parent.name,
          },
        }
      : {}),
  }
}

/** JSON as the text of a script element: no `<` in it, so that no record can end the element. */
export function scriptText(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
