-- Who is asking? Every transaction carries a short-lived signed token in app.context. SQL injection can call
-- set_config, but cannot sign: the key lives in a table that only the owner's definer functions read.

CREATE SCHEMA security;
GRANT USAGE ON SCHEMA security TO geldstroom_app, geldstroom_verifier;

CREATE TABLE security.context_key (
  only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  inner_pad bytea NOT NULL,
  outer_pad bytea NOT NULL
);

-- HMAC-SHA-256 (RFC 2104) needs the key xor-ed with two constants; done once here, so a check is two hashes.
CREATE FUNCTION security.install_context_key(key_hex text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, security AS $$
DECLARE
  key bytea := decode(key_hex, 'hex');
  ipad bytea := decode(repeat('36', 64), 'hex');
  opad bytea := decode(repeat('5c', 64), 'hex');
BEGIN
  IF length(key) <> 32 THEN
    RAISE EXCEPTION 'CONTEXT_KEY must be 32 bytes (64 hexadecimal characters), not %', length(key);
  END IF;
  FOR i IN 0..31 LOOP
    ipad := set_byte(ipad, i, get_byte(ipad, i) # get_byte(key, i));
    opad := set_byte(opad, i, get_byte(opad, i) # get_byte(key, i));
  END LOOP;
  INSERT INTO security.context_key (inner_pad, outer_pad) VALUES (ipad, opad)
  ON CONFLICT (only_row) DO UPDATE SET inner_pad = EXCLUDED.inner_pad, outer_pad = EXCLUDED.outer_pad;
END $$;

-- Parts of a valid token: version, scope, person, organisations, expiry (epoch seconds). Null when there is
-- no token, a forged one or an expired one: no context means no rows.
CREATE FUNCTION security.claims() RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, security AS $$
DECLARE
  token text := current_setting('app.context', true);
  cut int;
  payload text;
  parts text[];
  mac text;
BEGIN
  IF token IS NULL OR token = '' THEN RETURN NULL; END IF;
  cut := length(token) - 64;
  IF cut < 2 OR substr(token, cut, 1) <> '.' THEN RETURN NULL; END IF;
  payload := left(token, cut - 1);
  SELECT encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(payload, 'UTF8'))), 'hex')
    INTO mac FROM security.context_key k;
  IF mac IS DISTINCT FROM right(token, 64) THEN RETURN NULL; END IF;
  parts := string_to_array(payload, '|');
  IF array_length(parts, 1) <> 5 OR parts[1] <> 'v1' THEN RETURN NULL; END IF;
  IF parts[5]::bigint < extract(epoch FROM clock_timestamp()) THEN RETURN NULL; END IF;
  RETURN parts;
END $$;

CREATE FUNCTION security.scope() RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT coalesce((security.claims())[2], 'none')
$$;

CREATE FUNCTION security.person_id() RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT nullif((security.claims())[3], '')::uuid
$$;

CREATE FUNCTION security.organisations() RETURNS uuid[]
LANGUAGE sql STABLE AS $$
  SELECT coalesce(string_to_array(nullif((security.claims())[4], ''), ',')::uuid[], '{}'::uuid[])
$$;

-- Ministries, auditors and the system read every municipality's figures; a municipality reads its own.
CREATE FUNCTION security.reads_all() RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT security.scope() IN ('ministry', 'audit', 'system')
$$;

CREATE FUNCTION security.signed_in() RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT security.scope() IN ('ministry', 'municipality', 'audit', 'admin', 'system')
$$;

-- A ministry writes only in streams that it owns today.
CREATE FUNCTION security.owns_stream(stream uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM public.stream_ministry m
    WHERE m.stream_id = stream AND m.role = 'owner'
      AND m.ministry_id = ANY ((SELECT security.organisations())::uuid[])
      AND m.valid_from <= current_date AND (m.valid_to IS NULL OR m.valid_to >= current_date))
$$;

CREATE FUNCTION security.writes_stream(stream uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT CASE security.scope() WHEN 'system' THEN true WHEN 'ministry' THEN security.owns_stream(stream) ELSE false END
$$;

-- History is written once. Owner and superuser could disable this trigger; the hash chain shows that they did.
CREATE FUNCTION security.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION 'append_only: % on % is refused, record a correction instead', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'GS001';
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA security FROM PUBLIC;
GRANT EXECUTE ON FUNCTION security.claims(), security.scope(), security.person_id(), security.organisations(),
  security.reads_all(), security.signed_in(), security.owns_stream(uuid), security.writes_stream(uuid)
  TO geldstroom_app, geldstroom_verifier;
