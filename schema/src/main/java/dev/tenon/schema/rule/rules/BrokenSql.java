package dev.tenon.schema.rule.rules;

import dev.tenon.schema.Hints;
import dev.tenon.schema.Schema;
import dev.tenon.schema.rule.Finding;
import dev.tenon.schema.rule.SchemaRule;
import dev.tenon.schema.sql.SqlFragment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A piece of SQL must be self-contained: it must not end a quote, parenthesis or statement that it did not begin.
 * Defaults and policies repeat from table to table, so each text is parsed once.
 */
final class BrokenSql implements SchemaRule {

    @Override
    public String code() {
        return "TN209";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        check(SqlTexts.of(schema), findings);
    }

    /** Looks at the SQL in hints, which are no part of a schema. */
    void check(Hints hints, Consumer<Finding> findings) {
        check(SqlTexts.of(hints), findings);
    }

    private void check(List<SqlTexts.SqlText> texts, Consumer<Finding> findings) {
        Map<String, Optional<SqlFragment.Fault>> known = new HashMap<>();
        for (SqlTexts.SqlText text : texts) {
            known.computeIfAbsent(text.sql(), SqlFragment::fault)
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
