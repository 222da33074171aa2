@Schema(name = "public")
package imported;

import dev.tenon.annotation.Schema;
