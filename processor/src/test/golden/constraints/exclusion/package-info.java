@Schema(extensions = "btree_gist")
package example;

import dev.tenon.annotation.Schema;
