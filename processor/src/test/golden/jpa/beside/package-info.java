@Schema(
        extensions = "vector",
        tenancy = @Tenancy(root = Organization.class, column = "organization_id", setting = "app.organization_id"))
package example;

import dev.tenon.annotation.Schema;
import dev.tenon.annotation.Tenancy;
