-- Whom a municipality may ask about a report: the officers of the ministry that owns its stream today, by name and e-mail
-- address. Accounts and roles stay closed to it: these policies hold for the owner of this function alone, in a signed-in
-- context, and the function gives two columns, of a report that its caller may read.

CREATE POLICY officers ON role_assignment FOR SELECT TO CURRENT_USER USING ((SELECT security.signed_in())
  AND role = 'officer' AND ended_at IS NULL AND valid_from <= current_date);
CREATE POLICY officers ON user_account FOR SELECT TO CURRENT_USER USING ((SELECT security.signed_in())
  AND disabled_at IS NULL AND EXISTS (SELECT 1 FROM role_assignment o WHERE o.person_id = user_account.person_id
    AND o.role = 'officer' AND o.ended_at IS NULL AND o.valid_from <= current_date));

CREATE FUNCTION security.report_officers(report uuid) RETURNS TABLE (name text, email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.name, min(u.email)
    FROM public.report r JOIN public.reporting_window w ON w.id = r.window_id
    JOIN public.stream_ministry m ON m.stream_id = w.stream_id AND m.role = 'owner'
     AND m.valid_from <= current_date AND (m.valid_to IS NULL OR m.valid_to >= current_date)
    JOIN public.role_assignment o ON o.organisation_id = m.ministry_id AND o.role = 'officer'
     AND o.ended_at IS NULL AND o.valid_from <= current_date
    JOIN public.person p ON p.id = o.person_id
    JOIN public.user_account u ON u.person_id = p.id AND u.disabled_at IS NULL
   WHERE r.id = $1 GROUP BY p.id, p.name ORDER BY p.name, p.id
$$;
REVOKE EXECUTE ON FUNCTION security.report_officers(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION security.report_officers(uuid) TO geldstroom_app;
