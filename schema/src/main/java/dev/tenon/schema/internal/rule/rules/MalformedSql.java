package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.sql.parse.SqlFragmentValidator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A piece of SQL must be self-contained: it must not end a quote, parenthesis or statement that it did not begin.
 * Defaults and policies repeat from table to table, so each text is parsed once.
 */
final class MalformedSql implements SchemaRule {

    @Override
    public String code() {
        return "TN209";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        check(SqlExpressions.of(schema), findings);
    }

    /** Checks the SQL in hints, which are not part of a schema. */
    void check(MigrationHints hints, Consumer<Finding> findings) {
        check(SqlExpressions.of(hints), findings);
    }

    private void check(List<SqlExpressions.SqlText> texts, Consumer<Finding> findings) {
        Map<String, Optional<SqlFragmentValidator.Fault>> known = new HashMap<>();
        for (SqlExpressions.SqlText text : texts) {
            known.computeIfAbsent(text.sql(), SqlFragmentValidator::fault)
                    .ifPresent(fault -> findings.accept(Finding.error(
                            code(),
                            text.at(),
                            text.attribute(),
                            "the SQL of " + text.at() + " is invalid at character " + (fault.offset() + 1) + ": "
                                    + fault.problem(),
                            "correct it")));
        }
    }
}
