-- How long a completion counts where its course does not say: a standard of this product, not of the Directive (IV.A.3).
INSERT INTO policy_setting (id, key, unit, clause, value, standard_value) VALUES
  ('01993000-0000-7000-8000-000000003001', 'TRAINING_VALID_MONTHS', 'MONTHS', 'IV.A.3', 12, 12);
