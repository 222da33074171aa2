package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Role;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.MigrationText;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.rules.Rules;
import dev.tenon.schema.internal.sql.parse.SqlStatement;
import dev.tenon.schema.internal.sql.parse.StatementReader;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.io.IOException;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real server has every object under its declared name, or a rule refuses the name. */
class HostileNamesTest {

    private static final int COLUMNS_OF_A_TABLE = 25;
    private static final ColumnType INTEGER = ColumnType.builtin("integer");

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void everyNameIsKeptOrRefused(int version) throws SQLException, IOException {
        long seed = 20261123L + version;
        try (Scratch scratch = Scratch.create(version)) {
            Set<String> names = HostileName.some(400, seed);
            names.addAll(keywords(scratch));
            names.addAll(List.of(
                    "1", "ctid", "tableoid", "oid", "public", "none", "pg_x", "x".repeat(63), "\u00e9".repeat(32)));
            List<String> kept = new ArrayList<>();
            for (String name : names) {
                List<Finding> findings = Rules.check(new CompiledSnapshot(
                        schema(List.of(table(name, List.of(name)))), MigrationHints.NONE, Map.of()));
                assertThat(findings)
                        .as("%s of seed %d", name, seed)
                        .allMatch(each -> each.code().startsWith("TN"));
                if (findings.stream().noneMatch(each -> !each.code().equals("TN201"))) {
                    kept.add(name);
                }
            }
            assertThat(kept).as("seed %d", seed).hasSizeGreaterThan(700);
            assertThat(names.size() - kept.size()).as("seed %d", seed).isGreaterThan(20);
            List<Table> tables = new ArrayList<>();
            for (int from = 0; from < kept.size(); from += COLUMNS_OF_A_TABLE) {
                List<String> some = kept.subList(from, Math.min(kept.size(), from + COLUMNS_OF_A_TABLE));
                tables.add(table(some.get(0), some));
            }
            MigrationDraft draft = new SchemaEvolution(scratch)
                    .to(schema(tables)
                            .withEnums(List.of(new EnumType(
                                    new QualifiedName("public", kept.get(1)), kept, Optional.of(kept.get(2))))));
            assertThat(read(MigrationText.write("0001_names", draft.steps())))
                    .as("seed %d", seed)
                    .isEqualTo(SchemaEvolution.statements(draft));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void rolesAreKeptAsWell(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            String own = scratch.database().name();
            List<String> roles = List.of("\"'; --", "A b", "\u4e2d\ud83d\ude00", "current_user", "1%s{?}$1").stream()
                    .map(name -> name + own)
                    .toList();
            try {
                Table table = Table.of(QualifiedName.parse("t"), List.of(Column.of("a", INTEGER)));
                Policy policy = new Policy("p", Policy.Command.ALL, true, roles, Optional.of("true"), Optional.empty());
                new SchemaEvolution(scratch)
                        .to(schema(List.of(table.withRowSecurity(RowSecurity.FORCED, List.of(policy))))
                                .withRoles(roles.stream().map(Role::new).toList()));
            } finally {
                scratch.executeAsIs("DROP TABLE IF EXISTS t");
                for (String role : roles) {
                    scratch.executeAsIs("DROP ROLE IF EXISTS " + Identifier.quote(role));
                }
            }
        }
    }

    /**
     * Returns a table of that name; each of the other names is the name of a column, its check, its policy and its
     * index.
     */
    private static Table table(String name, List<String> names) {
        List<Column> columns = new ArrayList<>();
        List<Constraint> checks = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        List<Policy> policies = new ArrayList<>();
        for (String each : names) {
            columns.add(Column.of(each, INTEGER).withComment(Optional.of(each)));
            Optional<String> positive = Optional.of(said(each) + " > 0");
            checks.add(new Constraint.Check(each, positive.get(), true));
            policies.add(new Policy(each, Policy.Command.SELECT, true, List.of("public"), positive, Optional.empty()));
            if (!each.equals(name)) {
                indexes.add(Index.of(each, "btree", List.of(IndexKey.column(each))));
            }
        }
        return Table.of(new QualifiedName("public", name), columns)
                .withConstraints(checks)
                .withIndexes(indexes.subList(indexes.size() / 10 * 9, indexes.size()))
                .withRowSecurity(RowSecurity.FORCED, policies);
    }

    /** Returns the name as SQL; Identifier refuses a name that no server can store. */
    private static String said(String name) {
        try {
            return Identifier.quote(name);
        } catch (IllegalArgumentException refused) {
            return "0";
        }
    }

    private static Schema schema(List<Table> tables) {
        return Schema.EMPTY
                .withNamespaces(List.of(new Namespace("public", List.of())))
                .withTables(tables);
    }

    private static List<String> read(String migration) throws IOException {
        List<String> statements = new ArrayList<>();
        try (StatementReader reader = new StatementReader(new StringReader(migration))) {
            for (var item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof SqlStatement statement) {
                    statements.add(statement.text());
                }
            }
        }
        return statements;
    }

    private static Set<String> keywords(Scratch scratch) throws SQLException {
        Set<String> words = new TreeSet<>();
        try (Statement statement = scratch.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT word FROM pg_get_keywords()")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }
}
