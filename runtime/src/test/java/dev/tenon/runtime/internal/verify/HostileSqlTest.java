package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.rules.Rules;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL of users has the same meaning on a real server inside generated SQL, or a rule refuses it. */
class HostileSqlTest {

    /** Text constants in every notation of PostgreSQL. */
    private static final List<String> KEPT = List.of(
            "'it''s'",
            "''",
            "'a;b'",
            "'--'",
            "'/*'",
            "'\\'",
            "'\"'",
            "'$$'",
            "'{fn now()} ? %s :a'",
            "E'a\\'b'",
            "E'\\\\'",
            "E'\\u00e9\\U0001F600\\n'",
            "U&'\\0041\\+01F600'",
            "U&'!0041' UESCAPE '!'",
            "$$;'\"--/*$$",
            "$a$ $$ $b$ $a$",
            "$\u00e9$a$\u00e9$",
            "/* ; ' */ 'a'",
            "/* a /* nested ' */ -- */ 'a'",
            "'a' -- it's ;\n",
            "'a' -- $$\n || 'b'",
            "'a'\n'b'",
            "'a\n-- tenon:step 7\nb'",
            "'a\n--> statement-breakpoint\nb'",
            "('a')",
            "(('a') || $x$)$x$)",
            "(ARRAY['a', ']'])[1]",
            "CASE WHEN true THEN 'a' END",
            "'a'::text COLLATE \"C\"",
            "U&'d\\0061t\\+000061'",
            "N'a'",
            "\"left\"('abc', 1)",
            "pg_catalog.btrim('A')",
            "('a' IS NOT NULL AND true)::text || 'a'",
            "OVERLAY('abc' PLACING 'x' FROM 1)",
            "'a' || e'\\t'",
            "'\u2028\u200b\ud83d\ude00'");

    /** SQL that would affect the statement around it. */
    private static final List<String> REFUSED = List.of(
            "",
            "'a",
            "a'",
            "E'\\'",
            "\"a",
            "(",
            ")",
            "]",
            "('a']",
            "'a')",
            "'a';",
            "'a'; DROP TABLE t",
            "'a' --",
            "'a' -- x",
            "/* a",
            "/* /* */ 'a'",
            "$$a",
            "$a$ $$",
            "U&'\\0041",
            "\\connect x",
            "'a' \\g",
            "$1",
            "'a\r\nb'",
            "'\u0000'",
            "'\ud800'",
            "--",
            "'a' --> statement-breakpoint\n",
            "'a'\n-- tenon:manual\n");

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void closedSqlKeepsItsMeaning(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            List<Table> tables = new ArrayList<>();
            for (int i = 0; i < KEPT.size(); i++) {
                tables.add(table("t" + i, KEPT.get(i)));
            }
            Schema schema = Schema.EMPTY
                    .withNamespaces(List.of(new Namespace("public", List.of())))
                    .withTables(tables);
            assertThat(findings(schema)).isEmpty();
            new SchemaEvolution(scratch).to(schema);
        }
    }

    @Test
    void whatReachesBeyondItsPlaceIsRefusedEverywhere() {
        for (String sql : REFUSED) {
            Optional<Table> table = possible(sql);
            table.ifPresent(each -> assertThat(findings(Schema.EMPTY.withTables(List.of(each))))
                    .as(sql)
                    .hasSize(6)
                    .allMatch(finding -> finding.startsWith("[TN209]")));
        }
    }

    /** The model itself refuses blank SQL. */
    private static Optional<Table> possible(String sql) {
        try {
            return Optional.of(table("t", sql));
        } catch (IllegalArgumentException blank) {
            assertThat(sql).isBlank();
            return Optional.empty();
        }
    }

    private static Table table(String name, String sql) {
        ColumnType text = ColumnType.builtin("text");
        return Table.of(
                        QualifiedName.parse(name),
                        List.of(
                                Column.of("body", text).withDefault(Optional.of(new ColumnDefault.Expression(sql))),
                                Column.of("made", text).withDefault(Optional.of(new ColumnDefault.Generated(sql)))))
                .withConstraints(List.of(new Constraint.Check(name + "_check", "body <> " + sql, true)))
                .withIndexes(List.of(Index.of(name + "_idx", "btree", List.of(IndexKey.expression("body || " + sql)))
                        .withWhere(Optional.of("body <> " + sql))))
                .withRowSecurity(
                        RowSecurity.FORCED,
                        List.of(new Policy(
                                "p",
                                Policy.Command.SELECT,
                                true,
                                List.of("public"),
                                Optional.of("body <> " + sql),
                                Optional.empty())));
    }

    private static List<String> findings(Schema schema) {
        return Rules.check(new CompiledSnapshot(schema, MigrationHints.NONE, Map.of())).stream()
                .filter(finding -> !finding.code().equals("TN201"))
                .map(Finding::message)
                .toList();
    }
}
