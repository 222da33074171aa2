@Schema(
        name = "app",
        tenancy =
                @Tenancy(
                        root = Organization.class,
                        column = "organization_id",
                        setting = "app.organization_id",
                        role = "authenticated"))
package example;

import dev.tenon.annotation.Schema;
import dev.tenon.annotation.Tenancy;
