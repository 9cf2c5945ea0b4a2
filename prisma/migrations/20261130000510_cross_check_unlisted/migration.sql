-- What stands besides the list of a run, so that the next run is compared with everything that was found: findings of a rule
-- that has more than are kept, and those of a rule that was not judged this time. Key, and number of the run since which it is there.
ALTER TABLE "cross_check_rule" ADD COLUMN "unlisted" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE cross_check_rule ADD CONSTRAINT cross_check_rule_unlisted CHECK (jsonb_typeof(unlisted) = 'object');
