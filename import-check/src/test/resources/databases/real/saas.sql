-- platform
DO $$ BEGIN CREATE ROLE real_saas_app NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE real_saas_support NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE EXTENSION IF NOT EXISTS citext;
-- owner
CREATE TYPE subscription_state AS ENUM ('trial', 'active', 'past_due', 'canceled');
CREATE DOMAIN money_amount AS numeric(14, 2) CONSTRAINT not_negative CHECK (VALUE >= 0);
CREATE FUNCTION current_org() RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT NULLIF(current_setting('app.org_id', true), '')::uuid
$$;
CREATE FUNCTION set_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;
CREATE TABLE organizations (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    slug citext NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9-]+$'),
    name text NOT NULL,
    state subscription_state NOT NULL DEFAULT 'trial',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE members (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    org_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
    email citext NOT NULL,
    role text NOT NULL DEFAULT 'viewer' CHECK (role IN ('viewer', 'editor', 'owner')),
    invited_by uuid REFERENCES members ON DELETE SET NULL,
    UNIQUE (org_id, email)
);
CREATE TABLE projects (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    org_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
    owner_id uuid NOT NULL REFERENCES members,
    name text NOT NULL,
    settings jsonb NOT NULL DEFAULT '{}',
    budget money_amount,
    archived_at timestamptz,
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX projects_org_idx ON projects (org_id);
CREATE INDEX projects_owner_idx ON projects (owner_id);
CREATE UNIQUE INDEX projects_name_idx ON projects (org_id, lower(name)) WHERE archived_at IS NULL;
CREATE INDEX projects_settings_idx ON projects USING gin (settings);
CREATE TABLE api_keys (
    prefix char(8) PRIMARY KEY,
    org_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
    hash bytea NOT NULL,
    scopes text[] NOT NULL DEFAULT '{}',
    expires_at timestamptz
);
CREATE TABLE usage_records (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    org_id uuid NOT NULL,
    project_id uuid NOT NULL REFERENCES projects ON DELETE CASCADE,
    quantity integer NOT NULL DEFAULT 1,
    price money_amount NOT NULL DEFAULT 0,
    total numeric GENERATED ALWAYS AS (quantity * price::numeric) STORED,
    recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE TRIGGER organizations_touch BEFORE UPDATE ON organizations FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE TRIGGER projects_touch BEFORE UPDATE ON projects FOR EACH ROW EXECUTE FUNCTION set_updated_at();
CREATE VIEW active_projects WITH (security_invoker = true) AS
    SELECT p.id, p.org_id, p.name, m.email AS owner FROM projects p JOIN members m ON m.id = p.owner_id WHERE p.archived_at IS NULL;
ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE members ENABLE ROW LEVEL SECURITY;
ALTER TABLE projects ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON organizations TO real_saas_app USING (id = current_org());
CREATE POLICY tenant_isolation ON members TO real_saas_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
CREATE POLICY tenant_isolation ON projects TO real_saas_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
CREATE POLICY tenant_isolation ON api_keys TO real_saas_app USING (org_id = current_org());
CREATE POLICY support_reads ON projects FOR SELECT TO real_saas_support USING (archived_at IS NULL);
GRANT SELECT, UPDATE ON organizations TO real_saas_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON members, projects, api_keys TO real_saas_app;
GRANT SELECT, INSERT ON usage_records TO real_saas_app;
GRANT SELECT ON active_projects TO real_saas_app;
GRANT SELECT ON projects TO real_saas_support;
COMMENT ON TABLE api_keys IS 'Only the hash of a key is stored';
INSERT INTO organizations (slug, name) VALUES ('acme', 'Acme'), ('globex', 'Globex');
INSERT INTO members (org_id, email, role) SELECT id, slug || '@example.com', 'owner' FROM organizations;
INSERT INTO projects (org_id, owner_id, name) SELECT org_id, id, 'First' FROM members;
INSERT INTO usage_records (org_id, project_id, price) SELECT org_id, id, 2.5 FROM projects;
