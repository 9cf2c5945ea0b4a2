-- A scenario belongs to the ministry that it was made in. Who left that ministry reads and changes none of it any more, also
-- not their own; its colleagues with a role of a ministry read what was shared, and only its maker changes it.

DROP POLICY reads ON scenario;
CREATE POLICY reads ON scenario FOR SELECT USING ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'ministry' AND ministry_id = ANY ((SELECT security.organisations())::uuid[])
    AND (shared OR created_by = (SELECT security.person_id()))));
DROP POLICY changes ON scenario;
CREATE POLICY changes ON scenario FOR UPDATE USING ((SELECT security.scope()) = 'system'
  OR ((SELECT security.scope()) = 'ministry' AND created_by = (SELECT security.person_id())
    AND ministry_id = ANY ((SELECT security.organisations())::uuid[])))
  WITH CHECK ((SELECT security.scope()) = 'system'
    OR ((SELECT security.scope()) = 'ministry' AND created_by = (SELECT security.person_id())
      AND ministry_id = ANY ((SELECT security.organisations())::uuid[])));
