@Schema(tenancy = @Tenancy(root = Organization.class, column = "organization_id"))
package example;

import dev.tenon.annotation.Schema;
import dev.tenon.annotation.Tenancy;
