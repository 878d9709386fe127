-- V.B.12: privacy policy and civil rights are law, and no exception lifts them.
ALTER TABLE exception DROP CONSTRAINT exception_clauses_may_be_lifted;
ALTER TABLE exception ADD CONSTRAINT exception_clauses_may_be_lifted CHECK (NOT clauses && ARRAY[
  'I.B.4', 'II.B', 'II.C', 'II.P', 'III.D', 'III.E', 'III.H', 'III.I', 'IV.A.1', 'IV.A.5', 'IV.B.1', 'IV.B.4',
  'IV.C.1', 'IV.C.2', 'IV.C.3', 'IV.C.5', 'IV.D.2', 'IV.D.3', 'V.A.2', 'V.B.2', 'V.B.6', 'V.B.7', 'V.B.12', 'VI',
  'OIG.1', 'OIG.2', 'OIG.3', 'OIG.4'
]);
