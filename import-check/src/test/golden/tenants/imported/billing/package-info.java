@Schema(name = "billing")
@Namespace(value = "billing", usableBy = "tenon_import_app")
package imported.billing;

import dev.tenon.annotation.Namespace;
import dev.tenon.annotation.Schema;
