/** The tables of the database; compile with {@code -Atenon.naming=identity}. */
@Schema(name = "public")
package imported;

import dev.tenon.annotation.Schema;
