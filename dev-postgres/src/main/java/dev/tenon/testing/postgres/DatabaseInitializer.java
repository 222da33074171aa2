package dev.tenon.testing.postgres;

/** Fills a template database, once. */
@FunctionalInterface
public interface DatabaseInitializer {
    /**
     * Fills the template; open connections are terminated afterwards.
     *
     * @param template an empty database
     * @throws Exception on any failure; the template is then dropped, and the next caller fills it again
     */
    void initialize(TestDatabase template) throws Exception;
}
