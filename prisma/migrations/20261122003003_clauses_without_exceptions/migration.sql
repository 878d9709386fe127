-- V.B.12: nothing is held back under IV.A.4, IV.B.2 and V.B.4 that an exception could let pass (clauses.ts says why of each).
-- An exception that was asked for before this and names one of them stays on record: it lifts under it what it always has,
-- which is nothing, and ends by its date. None is asked for any more.
ALTER TABLE exception DROP CONSTRAINT exception_clauses_may_be_lifted;
ALTER TABLE exception ADD CONSTRAINT exception_clauses_may_be_lifted CHECK (
  NOT clauses && ARRAY[
    'I.B.4', 'II.B', 'II.C', 'II.P', 'III.D', 'III.E', 'III.H', 'III.I', 'IV.A.1', 'IV.A.5', 'IV.B.1', 'IV.B.4',
    'IV.C.1', 'IV.C.2', 'IV.C.3', 'IV.C.5', 'IV.D.2', 'IV.D.3', 'V.A.2', 'V.B.2', 'V.B.6', 'V.B.7', 'V.B.12', 'VI',
    'OIG.1', 'OIG.2', 'OIG.3', 'OIG.4'
  ]
  AND (NOT clauses && ARRAY['IV.A.4', 'IV.B.2', 'V.B.4'] OR requested_at < '2026-11-23T00:00:00Z'::timestamptz)
);
