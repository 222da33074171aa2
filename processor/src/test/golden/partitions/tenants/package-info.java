@Schema(tenancy = @Tenancy(root = House.class))
package example;

import dev.tenon.annotation.Schema;
import dev.tenon.annotation.Tenancy;
