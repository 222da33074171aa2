CREATE SCHEMA meter;
CREATE FUNCTION meter.stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TABLE meter.place (id integer PRIMARY KEY);
CREATE TABLE meter.value (
    at date NOT NULL, sensor integer, place integer, note text, amount numeric(9,2) DEFAULT 1
) PARTITION BY RANGE (at);
CREATE INDEX value_sensor ON meter.value (sensor);
CREATE TABLE meter.value_2023 PARTITION OF meter.value FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE meter.value_2024 PARTITION OF meter.value FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE meter."Value, the rest" PARTITION OF meter.value DEFAULT;
CREATE INDEX value_2024_place ON meter.value_2024 (place) WHERE note IS NOT NULL;
COMMENT ON INDEX meter.value_2024_place IS 'for the year''s report';
CREATE UNIQUE INDEX "Value, once" ON meter."Value, the rest" (lower(note) COLLATE "C", sensor DESC);
ALTER TABLE meter.value_2024 ADD CONSTRAINT positive CHECK (amount > 0);
COMMENT ON CONSTRAINT positive ON meter.value_2024 IS 'since then';
ALTER TABLE meter.value_2024 ADD CONSTRAINT value_2024_at_key UNIQUE (at, sensor);
ALTER TABLE meter.value_2023 ADD CONSTRAINT value_2023_place_fkey FOREIGN KEY (place) REFERENCES meter.place NOT VALID;
ALTER TABLE meter.value_2024 ALTER COLUMN amount SET DEFAULT 2, ALTER COLUMN note SET DEFAULT 'none', ALTER COLUMN sensor SET NOT NULL;
ALTER TABLE meter.value_2023 ALTER COLUMN amount DROP DEFAULT;
ALTER TABLE meter.value_2024 SET (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false);
ALTER TABLE meter.value_2024 ALTER COLUMN sensor SET STATISTICS 500, ALTER COLUMN note SET STORAGE EXTERNAL,
    ALTER COLUMN sensor SET (n_distinct = 100);
ALTER TABLE meter.value_2023 REPLICA IDENTITY FULL;
ALTER TABLE meter."Value, the rest" SET UNLOGGED;
COMMENT ON TABLE meter.value_2024 IS 'this year';
COMMENT ON COLUMN meter.value_2024.sensor IS 'which one''s';
COMMENT ON COLUMN meter."Value, the rest".note IS 'why it is here';
CREATE STATISTICS meter.value_2024_both ON at, sensor FROM meter.value_2024;
CREATE TRIGGER stamped BEFORE INSERT ON meter.value_2024 FOR EACH ROW EXECUTE FUNCTION meter.stamp();
CREATE RULE kept AS ON DELETE TO meter.value_2023 DO INSTEAD NOTHING;
ALTER TABLE meter.value ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON meter.value FOR SELECT USING (sensor > 0);
ALTER TABLE meter.value_2024 ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON meter.value_2024 FOR SELECT USING (sensor > 1);
CREATE POLICY own ON meter.value_2024 AS RESTRICTIVE USING (place IN (SELECT id FROM meter.place));
ALTER TABLE meter."Value, the rest" ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON meter."Value, the rest" FOR SELECT USING (sensor > 0);
GRANT SELECT, INSERT ON meter.value_2023 TO pg_monitor;
ALTER TABLE meter.value_2023 OWNER TO pg_read_all_stats;
