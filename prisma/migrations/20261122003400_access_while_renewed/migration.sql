-- V.B.4: access whose renewal is asked for goes on until the day it was given for, while the renewal is decided.
ALTER TABLE "access_grant" ADD COLUMN "held_until" DATE;
ALTER TABLE access_grant ADD CONSTRAINT access_grant_held_while_renewed
  CHECK (held_until IS NULL OR state IN ('REQUESTED', 'APPROVED'));
