-- Search over all records ---------------------------------------------------------------------------------------
-- Row-level security lets an index answer only what leakproof operators ask, and LIKE is none: under a policy every
-- text search would read the whole table. So two steps: a function of the owner's finds ids by their texts, and the
-- asker's own statement joins them to the tables, whose policies take away what is hidden.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A leading blank lets a pattern of one or two letters ask for the beginning of a word, which trigrams can find.
CREATE INDEX account_search ON account USING gin (
  (' ' || lower(title || ' ' || handle || ' ' || slug || ' ' || profile_url)) gin_trgm_ops
);
CREATE INDEX account_alias_search ON account_alias USING gin (
  (' ' || lower(handle || ' ' || coalesce(profile_url, ''))) gin_trgm_ops
);
CREATE INDEX person_search ON person USING gin (
  (' ' || lower(display_name || ' ' || coalesce(email, ''))) gin_trgm_ops
);

-- The ids of what has every word, and for an account the alias that has them. It tells nothing of a record but its
-- id, which the asker's statement shows only where the policies let it. The index is asked for the first three
-- patterns, the longest come first: it takes LIKE, and no LIKE ALL.
CREATE FUNCTION search_matches(patterns text[])
  RETURNS TABLE (kind text, id uuid, alias text) LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
  SET search_path = public AS $$
    SELECT 'ACCOUNT', a.id, NULL::text FROM account a
    WHERE (' ' || lower(a.title || ' ' || a.handle || ' ' || a.slug || ' ' || a.profile_url)) LIKE patterns[1]
      AND (' ' || lower(a.title || ' ' || a.handle || ' ' || a.slug || ' ' || a.profile_url)) LIKE coalesce(patterns[2], patterns[1])
      AND (' ' || lower(a.title || ' ' || a.handle || ' ' || a.slug || ' ' || a.profile_url)) LIKE coalesce(patterns[3], patterns[1])
      AND (' ' || lower(a.title || ' ' || a.handle || ' ' || a.slug || ' ' || a.profile_url)) LIKE ALL (patterns)
    UNION ALL
    SELECT 'ACCOUNT', l.account_id, l.handle FROM account_alias l
    WHERE (' ' || lower(l.handle || ' ' || coalesce(l.profile_url, ''))) LIKE patterns[1]
      AND (' ' || lower(l.handle || ' ' || coalesce(l.profile_url, ''))) LIKE ALL (patterns)
    UNION ALL
    SELECT 'PERSON', p.id, NULL::text FROM person p
    WHERE (' ' || lower(p.display_name || ' ' || coalesce(p.email, ''))) LIKE patterns[1]
      AND (' ' || lower(p.display_name || ' ' || coalesce(p.email, ''))) LIKE coalesce(patterns[2], patterns[1])
      AND (' ' || lower(p.display_name || ' ' || coalesce(p.email, ''))) LIKE ALL (patterns)
  $$;
REVOKE EXECUTE ON FUNCTION search_matches(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_matches(text[]) TO official_accounts_app;
