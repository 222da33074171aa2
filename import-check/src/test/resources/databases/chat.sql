CREATE EXTENSION btree_gist;
CREATE TYPE member_role AS ENUM ('owner', 'admin', 'member');
CREATE TABLE workspace (id uuid PRIMARY KEY, slug text NOT NULL UNIQUE, settings jsonb);
CREATE TABLE channel (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
    name varchar(80) NOT NULL,
    private boolean DEFAULT false NOT NULL,
    CONSTRAINT channel_name_key UNIQUE NULLS NOT DISTINCT (workspace_id, name)
);
CREATE TABLE member (
    channel_id uuid NOT NULL REFERENCES channel ON DELETE CASCADE,
    user_id uuid NOT NULL,
    role member_role DEFAULT 'member' NOT NULL,
    last_read_at timestamptz,
    PRIMARY KEY (channel_id, user_id)
);
CREATE TABLE message (
    id bigint GENERATED ALWAYS AS IDENTITY,
    sent_on date NOT NULL,
    channel_id uuid NOT NULL REFERENCES channel ON DELETE CASCADE,
    author_id uuid,
    body text NOT NULL,
    PRIMARY KEY (id, sent_on)
) PARTITION BY RANGE (sent_on);
CREATE TABLE message_2025 PARTITION OF message FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE message_rest PARTITION OF message DEFAULT;
CREATE INDEX message_channel_idx ON message (channel_id, sent_on DESC);
CREATE TABLE call_slot (
    id uuid PRIMARY KEY,
    channel_id uuid NOT NULL REFERENCES channel ON DELETE CASCADE,
    during tstzrange NOT NULL,
    CONSTRAINT call_slot_overlap EXCLUDE USING gist (channel_id WITH =, during WITH &&)
);
