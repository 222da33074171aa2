package dev.tenon.schema.sql;

import java.util.Optional;

/** Writes {@code COMMENT ON}. */
final class Comments {

    private Comments() {}

    static String on(String object, Optional<String> comment) {
        return "COMMENT ON " + object + " IS "
                + comment.map(Literal::text).map(String::strip).orElse("NULL");
    }
}
