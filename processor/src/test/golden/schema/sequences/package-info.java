@Schema(name = "billing")
@Sequence(name = "shared_numbers")
package example;

import dev.tenon.annotation.Schema;
import dev.tenon.annotation.Sequence;
