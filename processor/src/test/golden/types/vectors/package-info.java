@Schema(extensions = "vector@extensions")
package example;

import dev.tenon.annotation.Schema;
