CREATE TABLE users (
    id bigserial PRIMARY KEY,
    email varchar NOT NULL,
    created_at timestamp(6) NOT NULL,
    updated_at timestamp(6) NOT NULL
);
CREATE UNIQUE INDEX index_users_on_email ON users USING btree (email);
CREATE TABLE categories (
    id bigserial PRIMARY KEY,
    name varchar NOT NULL,
    parent_id bigint CONSTRAINT fk_rails_82f48f7407 REFERENCES categories (id)
);
CREATE INDEX index_categories_on_parent_id ON categories USING btree (parent_id);
CREATE TABLE blog_posts (
    id bigserial PRIMARY KEY,
    author_id bigint NOT NULL CONSTRAINT fk_rails_5b5ddfd518 REFERENCES users (id),
    category_id bigint CONSTRAINT fk_rails_9b1b26f040 REFERENCES categories (id) ON DELETE CASCADE,
    category varchar,
    title varchar(200) NOT NULL,
    body text,
    settings jsonb DEFAULT '{}' NOT NULL,
    published boolean DEFAULT false NOT NULL,
    lock_version integer DEFAULT 0 NOT NULL
);
CREATE INDEX index_blog_posts_on_author_id ON blog_posts USING btree (author_id);
CREATE INDEX index_blog_posts_on_category_id ON blog_posts USING btree (category_id);
CREATE TABLE people (id serial PRIMARY KEY, blog_post_id bigint REFERENCES blog_posts ON DELETE CASCADE);
