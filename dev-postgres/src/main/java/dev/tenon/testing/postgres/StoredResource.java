package dev.tenon.testing.postgres;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * A value that JUnit closes together with the store that holds it. Until 5.12 a store closes a {@code CloseableResource} and
 * no other value; later ones close any {@code AutoCloseable}, and warn of a resource that is not one.
 */
interface StoredResource extends Store.CloseableResource, AutoCloseable {
    @Override
    void close() throws SQLException;
}
