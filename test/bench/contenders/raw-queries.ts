// Text is put together by concatenation: about twice as fast as json_build_object.

const LIST_ITEM = `'{"slug":' || to_json(a.slug)::text || ',"title":' || to_json(a.title)::text
  || ',"handle":' || to_json(a.handle)::text || ',"profileUrl":' || to_json(a.profile_url)::text
  || ',"state":"' || a.state || '","platform":{"slug":' || to_json(p.slug)::text || ',"name":' || to_json(p.name)::text
  || '},"component":{"code":' || to_json(c.code)::text || ',"name":' || to_json(c.name)::text || '}}'`

const NEIGHBOURS = 'join platform p on p.id = a.platform_id join component c on c.id = a.component_id'

/** The statements of the hand-written server, each with the parameters it takes in order. */
export const RAW_QUERIES = {
  'directory-page': {
    parameters: ['component', 'after'],
    text: `select '[' || coalesce(string_agg(${LIST_ITEM}, ',' order by a.slug), '') || ']' as json
      from (select * from account where component_id = $1::uuid and state = 'ACTIVE' and slug > $2
        order by slug limit 50) a ${NEIGHBOURS}`,
  },
  'filtered-search': {
    parameters: ['platform', 'text'],
    text: `select '[' || coalesce(string_agg(${LIST_ITEM}, ',' order by a.slug), '') || ']' as json
      from (select * from account where platform_id = $1::uuid and state = 'ACTIVE'
          and (title ilike '%' || $2 || '%' or handle ilike '%' || $2 || '%' or profile_url ilike '%' || $2 || '%')
        order by slug limit 20) a ${NEIGHBOURS}`,
  },
  'account-detail': {
    parameters: ['slug'],
    text: `select '{"slug":' || to_json(a.slug)::text || ',"title":' || to_json(a.title)::text
        || ',"handle":' || to_json(a.handle)::text || ',"state":"' || a.state
        || '","platform":{"name":' || to_json(p.name)::text || '},"component":{"code":' || to_json(c.code)::text
        || ',"parent":' || coalesce((select '{"code":' || to_json(u.code)::text || '}' from component u
          where u.id = c.parent_id), 'null')
        || '},"contacts":[' || coalesce((select string_agg('{"role":"' || k.role || '","person":{"displayName":'
            || to_json(h.display_name)::text || '}}', ',' order by k.started_at, k.id)
          from contact k join person h on h.id = k.person_id where k.account_id = a.id), '')
        || '],"entries":[' || coalesce((select string_agg('{"action":' || to_json(e.action)::text
            || ',"outcome":"' || e.outcome || '","reason":' || coalesce(to_json(e.reason)::text, 'null')
            || ',"changes":' || e.changes::text || '}', ',' order by e.id desc)
          from (select * from audit_entry where subject_type = 'Account' and subject_id = a.id::text
            order by id desc limit 10) e), '') || ']}' as json
      from account a ${NEIGHBOURS} where a.slug = $1`,
  },
} as const

/** Whether a name is one of these statements. */
export function isRawQuery(name: string): name is keyof typeof RAW_QUERIES {
  return Object.hasOwn(RAW_QUERIES, name)
}
