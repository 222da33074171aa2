CREATE EXTENSION vector;
CREATE TYPE plan_kind AS ENUM ('free', 'team', 'enterprise');
CREATE TABLE workspace (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    slug text NOT NULL UNIQUE,
    plan plan_kind NOT NULL DEFAULT 'free',
    settings jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE member (
    workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
    email varchar(320) NOT NULL,
    invited_by uuid,
    seats integer NOT NULL DEFAULT 1 CHECK (seats > 0),
    PRIMARY KEY (workspace_id, email)
);
CREATE TABLE document (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
    parent_id uuid REFERENCES document ON DELETE SET NULL,
    title text NOT NULL,
    body text,
    labels text[] NOT NULL DEFAULT '{}',
    metadata jsonb,
    embedding vector(1536),
    summary halfvec(768) NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('english', coalesce(title, '') || ' ' || coalesce(body, ''))) STORED,
    updated_at timestamptz
);
CREATE INDEX document_workspace_id_idx ON document (workspace_id);
CREATE INDEX document_parent_id_idx ON document (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX document_embedding_idx ON document USING hnsw (embedding vector_cosine_ops);
CREATE INDEX document_summary_idx ON document USING hnsw (summary halfvec_l2_ops) WITH (m = 24, ef_construction = 128);
CREATE INDEX document_search_idx ON document USING gin (search);
CREATE INDEX document_metadata_paths ON document USING gin (metadata jsonb_path_ops);
CREATE INDEX document_labels_idx ON document USING gin (labels);
CREATE FUNCTION touch_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;
CREATE TRIGGER touch BEFORE UPDATE ON document FOR EACH ROW EXECUTE FUNCTION touch_document();
CREATE FUNCTION excerpt(d document) RETURNS text LANGUAGE sql STABLE AS 'SELECT left(d.body, 200)';
CREATE FUNCTION slugify(title text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(title)';
