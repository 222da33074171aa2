/**
 * A multi-tenant research product: organizations plan research, models carry it out in steps, and the results are
 * searched by words and by meaning. Tenants are organizations.
 */
@NullMarked
@Schema(
        extensions = "vector",
        onDelete = ForeignKeyAction.CASCADE,
        tenancy =
                @Tenancy(
                        root = Organization.class,
                        column = "organization_id",
                        setting = "app.organization_id",
                        role = "authenticated"))
package dev.tenon.example;

import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.Schema;
import dev.tenon.annotation.Tenancy;
import dev.tenon.example.identity.Organization;
import org.jspecify.annotations.NullMarked;
