@Schema(extensions = {"pg_trgm@ext", "btree_gist@ext"})
package example;

import dev.tenon.annotation.Schema;
