package dev.tenon.schema.internal.sql;

import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.Optional;

/** Writes {@code COMMENT ON}. */
final class CommentSql {

    private CommentSql() {}

    static String on(String object, Optional<String> comment) {
        return "COMMENT ON " + object + " IS "
                + comment.map(Literal::text).map(String::strip).orElse("NULL");
    }
}
