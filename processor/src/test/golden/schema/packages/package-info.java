@Schema(name = "app", extensions = {"citext", "vector@ext"})
package example;

import dev.tenon.annotation.Schema;
