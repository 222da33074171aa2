CREATE EXTENSION vector; -- pgvector
CREATE EXTENSION pg_trgm;
CREATE TYPE source_kind AS ENUM ('web', 'file', 'mail');
CREATE TABLE source (id uuid PRIMARY KEY, kind source_kind NOT NULL, uri text NOT NULL, hash bytea NOT NULL);
CREATE INDEX source_uri_trgm ON source USING gin (uri gin_trgm_ops);
CREATE TABLE chunk (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    source_id uuid NOT NULL REFERENCES source ON DELETE CASCADE,
    position integer NOT NULL,
    content text NOT NULL,
    embedding halfvec(8) NOT NULL, -- pgvector
    small vector(3), -- pgvector
    lexemes tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, content)) STORED,
    UNIQUE (source_id, position)
);
CREATE INDEX chunk_embedding_hnsw ON chunk USING hnsw (embedding halfvec_ip_ops) WITH (m='16', ef_construction='64'); -- pgvector
CREATE INDEX chunk_lexemes ON chunk USING gin (lexemes);
CREATE VIEW nearest WITH (security_invoker = true) AS
    SELECT c.id, c.content, s.uri FROM chunk c JOIN source s ON s.id = c.source_id;
