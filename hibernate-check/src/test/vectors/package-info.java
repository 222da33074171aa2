@Schema(extensions = "vector")
package p;

import dev.tenon.annotation.Schema;
