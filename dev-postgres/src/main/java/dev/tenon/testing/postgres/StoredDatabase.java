package dev.tenon.testing.postgres;

/** The database of a test class, dropped after the class. */
record StoredDatabase(TestDatabase database) implements StoredResource {
    @Override
    public void close() {
        database.close();
    }
}
