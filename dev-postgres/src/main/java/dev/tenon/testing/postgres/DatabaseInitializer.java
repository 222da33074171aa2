package dev.tenon.testing.postgres;

/** Fills a template database, once. */
@FunctionalInterface
public interface DatabaseInitializer {
    /**
     * Fills the template; connections left open are ended afterwards.
     *
     * @param template an empty database
     * @throws Exception whatever goes wrong; the template is dropped then, and the next who wants it fills it anew
     */
    void initialize(TestDatabase template) throws Exception;
}
