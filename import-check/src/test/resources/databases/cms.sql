CREATE SCHEMA content;
CREATE TABLE content.site (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, host text NOT NULL UNIQUE);
CREATE TABLE content.page (
    site_id integer NOT NULL REFERENCES content.site ON DELETE CASCADE,
    path text NOT NULL,
    title text NOT NULL,
    body text DEFAULT ''::text NOT NULL,
    published_at timestamptz,
    version bigint DEFAULT 0 NOT NULL,
    author_name text DEFAULT CURRENT_USER NOT NULL,
    PRIMARY KEY (site_id, path)
);
ALTER TABLE content.page ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE content.page ENABLE ROW LEVEL SECURITY;
ALTER TABLE content.page FORCE ROW LEVEL SECURITY;
CREATE POLICY published ON content.page FOR SELECT USING (published_at <= now());
CREATE POLICY edit ON content.page AS RESTRICTIVE FOR UPDATE USING (version >= 0) WITH CHECK (version > 0);
CREATE STATISTICS content.page_stats (dependencies) ON site_id, path FROM content.page;
CREATE UNLOGGED TABLE content.page_cache (key text PRIMARY KEY, value bytea NOT NULL, expires timestamptz NOT NULL);
CREATE FUNCTION content.slug(title text) RETURNS text LANGUAGE sql IMMUTABLE
    AS $$ SELECT lower(regexp_replace(title, '[^a-zA-Z0-9]+', '-', 'g')) $$;
CREATE FUNCTION content.slug(title text, length integer) RETURNS text LANGUAGE sql IMMUTABLE
    AS $$ SELECT left(lower(title), length) $$;
CREATE TABLE content.tag (id uuid PRIMARY KEY, label text NOT NULL, slug text GENERATED ALWAYS AS (content.slug(label)) STORED);
