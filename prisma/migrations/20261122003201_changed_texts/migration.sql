-- The day of a platform's newest terms or privacy policy, as a recorded change told of it: a review reads that text or a
-- newer one (M-13-10, M-10-23).
ALTER TABLE platform_review ADD COLUMN text_changed_on DATE;
