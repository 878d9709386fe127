import { stringify } from 'csv-stringify/sync'
import type { AccountRecord } from './account-record.ts'
import { joinList, writeCell } from '@official-accounts/domain/csv-cell'
import type { ComponentRecord, PlatformRecord } from './reference-records.ts'

type Row = Record<string, string | number | null>

/** The accounts as CSV (RFC 4180), one a row; the columns say what the fields of the schema say. */
export function accountsCsv(records: readonly AccountRecord[]): string {
  return csv(records.map(accountRow))
}

/** The parts of the department as CSV. */
export function componentsCsv(records: readonly ComponentRecord[]): string {
  return csv(
    records.map(({ accountCount, websiteUrl, ...record }) => ({
      ...record,
      website_url: websiteUrl,
      account_count: accountCount,
    })),
  )
}

/** The inventory of platforms and their terms as CSV (OMB M-13-10). */
export function platformsCsv(records: readonly PlatformRecord[]): string {
  return csv(
    records.map((record) => ({
      slug: record.slug,
      url: record.url,
      name: record.name,
      also_called: joinList(record.alsoCalled),
      kind: record.kind,
      state: record.state,
      homepage_url: record.homepageUrl,
      terms_negotiated: record.termsNegotiated,
      terms_signed: record.termsSigned,
      terms_source: record.termsSource,
      personal_login_required: record.personalLoginRequired,
      prohibited_by_law: record.prohibitedByLaw,
      prohibited_on: record.prohibitedOn,
      account_count: record.accountCount,
    })),
  )
}

function accountRow(record: AccountRecord): Row {
  return {
    slug: record.slug,
    url: record.url,
    handle: record.handle,
    profile_url: record.profileUrl,
    canonical_key: record.canonicalKey,
    title: record.title,
    status: record.status,
    platform: record.platform.slug,
    platform_name: record.platform.name,
    component: record.component.slug,
    component_code: record.component.code,
    component_name: record.component.name,
    purpose: record.purpose,
    language: record.language,
    topics: joinList(record.topics),
    official_outlet_url: record.officialOutletUrl,
    comment_policy_url: record.commentPolicyUrl,
    privacy_notice_url: record.privacyNoticeUrl,
    source: record.source,
    listed_on: record.listedOn,
    official_since: record.officialSince,
    last_confirmed_on: record.lastConfirmedOn,
    suspended_on: record.suspendedOn,
    retired_on: record.retiredOn,
    former_handles: joinList(record.aliases.filter(({ former }) => former).map(({ handle }) => handle)),
    other_handles: joinList(record.aliases.filter(({ former }) => !former).map(({ handle }) => handle)),
    successor: record.successor,
    changed_at: record.changedAt,
    notice: record.notice?.text ?? null,
    notice_language: record.notice?.language ?? null,
    notice_since: record.notice?.since ?? null,
  }
}

function csv(rows: readonly Row[]): string {
  const cells = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [column, value === null ? '' : writeCell(String(value))]),
    ),
  )
  return stringify(cells, { header: true, record_delimiter: 'windows' })
}
