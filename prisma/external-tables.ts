/** Models that are views written by hand in a migration; Prisma's engine neither makes nor compares them. */
export const EXTERNAL_TABLES = [
  'public.directory_account',
  'public.directory_alias',
  'public.directory_archived_listing',
  'public.directory_change',
  'public.directory_component',
  'public.directory_platform',
  'public.training_exception',
  'public.law_duty',
]
