-- A policy setting may count months; the value itself comes in the next migration, as the database asks.
ALTER TYPE "PolicyUnit" ADD VALUE 'MONTHS';
