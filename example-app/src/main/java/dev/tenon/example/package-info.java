/**
 * A multi-tenant research product: organizations plan research, models carry it out step by step, and what they find is
 * searched by words and by meaning. Tenants are organizations.
 */
@NullMarked
@Schema(
        extensions = "vector",
        tenancy =
                @Tenancy(
                        root = Organization.class,
                        column = "organization_id",
                        setting = "app.organization_id",
                        role = "authenticated"))
package dev.tenon.example;

import dev.tenon.annotation.Schema;
import dev.tenon.annotation.Tenancy;
import dev.tenon.example.identity.Organization;
import org.jspecify.annotations.NullMarked;
