-- platform
CREATE EXTENSION IF NOT EXISTS pg_trgm;
-- owner
CREATE TABLE schema_migrations (version varchar NOT NULL PRIMARY KEY);
CREATE TABLE ar_internal_metadata (key varchar NOT NULL PRIMARY KEY, value varchar, created_at timestamp(6) NOT NULL, updated_at timestamp(6) NOT NULL);
CREATE TABLE accounts (
    id bigserial PRIMARY KEY,
    subdomain varchar NOT NULL,
    plan integer NOT NULL DEFAULT 0,
    created_at timestamp(6) without time zone NOT NULL,
    updated_at timestamp(6) without time zone NOT NULL
);
CREATE UNIQUE INDEX index_accounts_on_subdomain ON accounts USING btree (subdomain);
CREATE TABLE users (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL,
    email varchar DEFAULT ''::varchar NOT NULL,
    encrypted_password varchar DEFAULT ''::varchar NOT NULL,
    reset_password_token varchar,
    sign_in_count integer DEFAULT 0 NOT NULL,
    last_sign_in_ip inet,
    settings jsonb DEFAULT '{}'::jsonb,
    deleted_at timestamp(6),
    created_at timestamp(6) NOT NULL,
    updated_at timestamp(6) NOT NULL
);
CREATE UNIQUE INDEX index_users_on_account_id_and_email ON users USING btree (account_id, email) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX index_users_on_reset_password_token ON users USING btree (reset_password_token);
CREATE TABLE posts (
    id bigserial PRIMARY KEY,
    account_id bigint NOT NULL,
    author_id bigint,
    title varchar(255),
    body text,
    type varchar,
    comments_count integer DEFAULT 0,
    tsv tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, COALESCE(body, ''::text))) STORED,
    lock_version integer DEFAULT 0 NOT NULL,
    created_at timestamp(6) NOT NULL,
    updated_at timestamp(6) NOT NULL
);
CREATE INDEX index_posts_on_account_id ON posts USING btree (account_id);
CREATE INDEX index_posts_on_author_id ON posts USING btree (author_id);
CREATE INDEX index_posts_on_title ON posts USING gin (title gin_trgm_ops);
CREATE INDEX index_posts_on_tsv ON posts USING gin (tsv);
CREATE TABLE comments (
    id bigserial PRIMARY KEY,
    commentable_type varchar NOT NULL,
    commentable_id bigint NOT NULL,
    user_id bigint NOT NULL,
    body text NOT NULL,
    created_at timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX index_comments_on_commentable ON comments USING btree (commentable_type, commentable_id);
CREATE INDEX index_comments_on_user_id ON comments USING btree (user_id);
CREATE TABLE posts_tags (post_id bigint NOT NULL, tag_id bigint NOT NULL);
CREATE TABLE tags (id bigserial PRIMARY KEY, name varchar NOT NULL, taggings_count integer DEFAULT 0);
CREATE UNIQUE INDEX index_posts_tags_on_post_id_and_tag_id ON posts_tags USING btree (post_id, tag_id);
ALTER TABLE ONLY users ADD CONSTRAINT fk_rails_61ac11da2b FOREIGN KEY (account_id) REFERENCES accounts(id);
ALTER TABLE ONLY posts ADD CONSTRAINT fk_rails_0dd2f6a1be FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;
ALTER TABLE ONLY posts ADD CONSTRAINT fk_rails_5b5ddfd518 FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL;
ALTER TABLE ONLY comments ADD CONSTRAINT fk_rails_03de2dc08c FOREIGN KEY (user_id) REFERENCES users(id) NOT VALID;
ALTER TABLE ONLY posts_tags ADD CONSTRAINT fk_rails_post FOREIGN KEY (post_id) REFERENCES posts(id);
CREATE TABLE ahoy_events (
    id bigserial, account_id bigint NOT NULL, name varchar, properties jsonb, "time" timestamp(6) NOT NULL, PRIMARY KEY (id, "time")
) PARTITION BY RANGE ("time");
CREATE TABLE ahoy_events_2026_01 PARTITION OF ahoy_events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE ahoy_events_2026_02 PARTITION OF ahoy_events FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE ahoy_events_default PARTITION OF ahoy_events DEFAULT;
CREATE INDEX index_ahoy_events_on_name ON ahoy_events USING btree (name, "time");
CREATE VIEW top_posts AS SELECT posts.id, posts.title, posts.comments_count FROM posts WHERE posts.comments_count > 10 ORDER BY posts.comments_count DESC;
CREATE MATERIALIZED VIEW account_stats AS SELECT a.id AS account_id, count(p.id) AS posts FROM accounts a LEFT JOIN posts p ON p.account_id = a.id GROUP BY a.id;
CREATE UNIQUE INDEX index_account_stats_on_account_id ON account_stats USING btree (account_id);
INSERT INTO schema_migrations VALUES ('20260101000000');
INSERT INTO ar_internal_metadata VALUES ('environment', 'production', now(), now());
INSERT INTO accounts (subdomain, created_at, updated_at) VALUES ('a', now(), now()), ('b', now(), now());
INSERT INTO users (account_id, email, created_at, updated_at) SELECT id, 'u@' || subdomain, now(), now() FROM accounts;
INSERT INTO posts (account_id, author_id, title, body, created_at, updated_at) SELECT account_id, id, 't', 'body', now(), now() FROM users;
INSERT INTO comments (commentable_type, commentable_id, user_id, body) SELECT 'Post', p.id, u.id, 'c' FROM posts p JOIN users u ON u.id = p.author_id;
INSERT INTO ahoy_events (account_id, name, "time") VALUES (1, 'view', '2026-01-05'), (2, 'view', '2027-01-01');
