@Schema(name = "billing")
package imported.billing;

import dev.tenon.annotation.Schema;
