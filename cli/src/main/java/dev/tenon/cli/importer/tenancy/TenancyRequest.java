package dev.tenon.cli.importer.tenancy;

import java.util.Objects;
import java.util.Optional;

/**
 * What the user says about the tenancy of a database.
 *
 * @param column the tenant column
 * @param root the tenant root, as SQL names it; empty to find it
 * @param setting the tenant setting; empty to find it
 * @param role the application role; empty to find it
 */
public record TenancyRequest(String column, Optional<String> root, Optional<String> setting, Optional<String> role) {

    public TenancyRequest {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(role, "role");
    }
}
