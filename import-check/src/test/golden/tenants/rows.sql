INSERT INTO accounts (name) VALUES ('a'), ('b');
INSERT INTO users (account_id, email) SELECT id, name || '@example.com' FROM accounts;
INSERT INTO orders (account_id, user_id, number) SELECT account_id, id, 1 FROM users;
INSERT INTO order_items SELECT id, 1, 'sku' FROM orders;
INSERT INTO billing.invoices SELECT account_id, 1, id FROM orders;
INSERT INTO settings (account_id) SELECT id FROM accounts;
INSERT INTO events (user_id, at, kind) SELECT id, '2026-05-01', 'login' FROM users;
INSERT INTO plans VALUES ('free', 0);
