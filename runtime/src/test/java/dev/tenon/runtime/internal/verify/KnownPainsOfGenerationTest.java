package dev.tenon.runtime.internal.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Extension;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.derive.DefaultNames;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.rule.Finding;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Frequent complaints about the SQL that other tools generate do not apply here. */
class KnownPainsOfGenerationTest {

    private static final QualifiedName NOTE = QualifiedName.parse("note");
    private static final QualifiedName MOOD = QualifiedName.parse("mood");
    private static final ColumnType MOOD_TYPE = new ColumnType.UserDefined(MOOD, List.of());
    private static final Column ID = Column.of("id", ColumnType.builtin("bigint"));
    private static final Column TITLE = text("title");

    private Scratch scratch;
    private SchemaEvolution database;

    @BeforeEach
    void start() throws SQLException {
        scratch = Scratch.create();
        database = new SchemaEvolution(scratch);
    }

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    /** Each step of {@link SchemaEvolution} verifies the database and checks that nothing is left to generate. */
    @Test
    void phantomDifferencesOnEveryRun() throws SQLException {
        Column price = Column.of("price", ColumnType.parse("numeric(10,2)"))
                .withDefault(expression("  1+ 1 "))
                .withNullable(true);
        Column words = Column.of("words", ColumnType.builtin("tsvector"))
                .withNullable(true)
                .withDefault(Optional.of(new ColumnDefault.Generated("to_tsvector('simple',coalesce(title,''))")));
        Column at = Column.of("at", ColumnType.builtin("timestamptz")).withDefault(expression("CURRENT_TIMESTAMP"));
        Table note = note(ID, TITLE, price, words, at)
                .withConstraints(List.of(
                        key(),
                        new Constraint.Check(
                                "note_title_check", "title in ('a','b')  AND price BETWEEN 1 and 2", true)))
                .withIndexes(List.of(index("lower(title)", "title<>'' and not price>3")))
                .withRowSecurity(RowSecurity.FORCED, List.of(policy("title=current_user", "title!='x'")));
        database.to(schema(note));
        assertThat(MigrationDraft.of(schema(note), compiled(schema(note)), Set.of())
                        .changes())
                .isEmpty();
    }

    @Test
    void dataLossBehindAPrompt() throws SQLException {
        Schema before = schema(note(ID, TITLE, text("body")));
        database.to(before);
        scratch.executeAsIs("INSERT INTO note VALUES (1, 't', 'b')");
        MigrationDraft refused = MigrationDraft.of(before, compiled(schema(note(ID, text("headline")))), Set.of());
        assertThat(refused.findings()).extracting(Finding::code).containsExactly("TN402", "TN402", "TN403");
        assertThat(refused.findings())
                .extracting(finding -> finding.acceptance().orElse("needs a value"))
                .containsExactlyInAnyOrder("drop-column:note.body", "drop-column:note.title", "needs a value");
        database.to(
                schema(note(ID, text("headline"))),
                new MigrationHints(Map.of(ObjectPath.column(NOTE, "headline"), "title"), Map.of(), Map.of()),
                Set.of("drop-column:note.body"));
        assertThat(scratch.text("SELECT headline FROM note")).isEqualTo("t");
    }

    @Test
    void enumValueUsedInTheTransactionThatAddsIt() throws SQLException {
        database.to(moods(Optional.empty(), "bad", "good"));
        scratch.executeAsIs("INSERT INTO note VALUES (1, 'bad')");
        MigrationDraft draft = database.to(moods(expression("'fine'::mood"), "bad", "fine", "good"));
        assertThat(draft.steps()).hasSizeGreaterThan(1);
        assertThat(draft.steps().get(0).statements())
                .singleElement()
                .satisfies(statement -> assertThat(statement.sql()).contains("ADD VALUE", "'fine'", "BEFORE 'good'"));
    }

    @Test
    void enumDefaultBlocksADropAndLabelsAreReordered() throws SQLException {
        database.to(moods(expression("'good'::mood"), "bad", "fine", "good"));
        scratch.executeAsIs("INSERT INTO note VALUES (1, 'bad'), (2, DEFAULT), (3, 'fine')");
        MigrationHints hints = new MigrationHints(Map.of(ObjectPath.label(MOOD, "good"), "fine"), Map.of(), Map.of());
        database.to(moods(expression("'good'::mood"), "good", "bad"), hints, Set.of());
        assertThat(scratch.text("SELECT string_agg(mood::text, ' ' ORDER BY mood, id) FROM note"))
                .isEqualTo("good good bad");
        database.to(schema(note(ID)), MigrationHints.NONE, Set.of("drop-column:note.mood", "drop-enum:mood"));
    }

    @Test
    void policiesLoseTheirConditionsAndForce() throws SQLException {
        Policy policy = policy("title = current_user", "title <> ''");
        database.to(schema(note(ID, TITLE).withRowSecurity(RowSecurity.FORCED, List.of(policy))));
        assertThat(scratch.text("SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE relname = 'note'"))
                .isEqualTo("t");
        assertThat(scratch.text("SELECT polqual IS NOT NULL AND polwithcheck IS NOT NULL FROM pg_policy"))
                .isEqualTo("t");
        assertThat(database.differencesAfter("ALTER TABLE note NO FORCE ROW LEVEL SECURITY"))
                .hasSize(1);
        assertThat(database.differencesAfter("ALTER POLICY own ON note WITH CHECK (true)"))
                .hasSize(1);
        database.to(schema(note(ID, TITLE)
                .withRowSecurity(RowSecurity.FORCED, List.of(policy("title = current_user", "title <> 'x'")))));
        assertThat(scratch.text("SELECT pg_get_expr(polqual, polrelid) FROM pg_policy"))
                .contains("CURRENT_USER");
    }

    @Test
    void identifiersOver63BytesCollide() throws SQLException {
        QualifiedName name = QualifiedName.parse("ß".repeat(28));
        Column one = text("ä".repeat(20) + "_one");
        Column two = text("ä".repeat(20) + "_two");
        List<Constraint> uniques = List.of(unique(name, one), unique(name, two));
        assertThat(uniques)
                .extracting(Constraint::name)
                .doesNotHaveDuplicates()
                .allSatisfy(each -> assertThat(each.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(63));
        database.to(schema(Table.of(name, List.of(one, two)).withConstraints(uniques)));
        assertThat(scratch.text("SELECT count(*) FROM pg_constraint WHERE contype = 'u'"
                        + " AND connamespace = 'public'::regnamespace"))
                .isEqualTo("2");
    }

    @Test
    void castsAndNotNullOnExistingRows() throws SQLException {
        database.to(schema(note(ID, text("stars").withNullable(true))));
        scratch.executeAsIs("INSERT INTO note VALUES (1, '5'), (2, NULL)");
        ObjectPath stars = ObjectPath.column(NOTE, "stars");
        Schema after = schema(note(ID, Column.of("stars", ColumnType.builtin("integer"))));
        MigrationHints hints = new MigrationHints(Map.of(), Map.of(stars, "0"), Map.of(stars, "stars::integer"));
        database.to(after, hints, Set.of());
        assertThat(scratch.text("SELECT string_agg(stars::text, ' ' ORDER BY id) FROM note"))
                .isEqualTo("5 0");
    }

    @Test
    void foreignObjectsAreDroppedOrTouched() throws SQLException {
        database.to(schema(note(ID, TITLE, text("body"))));
        scratch.executeAsIs(
                "CREATE TABLE other (id int); CREATE SCHEMA theirs; CREATE TABLE theirs.note (id int);"
                        + "CREATE FUNCTION helper() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TYPE theirs.mood AS ENUM ('x')");
        List<String> statements = SchemaEvolution.statements(
                MigrationDraft.of(schema(note(ID, TITLE, text("body"))), compiled(schema(note(ID, TITLE))), Set.of()));
        assertThat(statements).noneMatch(sql -> sql.contains("other") || sql.contains("theirs"));
        assertThat(Verification.verify(scratch.connection(), schema(note(ID, TITLE, text("body"))), false)
                        .differences())
                .isEmpty();
    }

    @Test
    void triggersFunctionsAndExtensionsHaveNoPlace() throws SQLException {
        SqlObject function = object(
                "touch",
                "CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.title := 't'; RETURN NEW; END$$",
                "DROP FUNCTION public.touch()",
                true);
        SqlObject trigger = object(
                "note_touch",
                "CREATE TRIGGER touch BEFORE INSERT ON public.note FOR EACH ROW EXECUTE FUNCTION public.touch()",
                "DROP TRIGGER touch ON public.note",
                false);
        database.to(schema(note(ID, TITLE))
                .withExtensions(List.of(new Extension("citext", "public")))
                .withObjects(List.of(function, trigger)));
        assertThat(scratch.text("INSERT INTO note VALUES (1, 'x') RETURNING title"))
                .isEqualTo("t");
        assertThat(scratch.text("SELECT 'A'::citext = 'a'")).isEqualTo("t");
    }

    @Test
    void viewsBlockColumnChangesAndAreMadeInTheWrongOrder() throws SQLException {
        List<Grant> readers = List.of(new Grant("public", List.of(Privilege.SELECT)));
        View below = View.of(QualifiedName.parse("z_below"), List.of("stars"), "SELECT stars FROM note")
                .withGrants(readers);
        View above = View.of(QualifiedName.parse("a_above"), List.of("stars"), "SELECT stars FROM z_below")
                .withGrants(readers);
        Column stars = Column.of("stars", ColumnType.builtin("integer"));
        database.to(schema(note(ID, stars)).withViews(List.of(above, below)));
        scratch.executeAsIs("INSERT INTO note VALUES (1, 5)");
        database.to(schema(note(ID, Column.of("stars", ColumnType.builtin("bigint"))))
                .withViews(List.of(above, below)));
        assertThat(scratch.text("SELECT stars FROM a_above")).isEqualTo("5");
        assertThat(scratch.text("SELECT has_table_privilege('public', 'a_above', 'SELECT')"))
                .isEqualTo("t");
    }

    @Test
    void generatedColumnsAreRecreatedAndTheirIndexesLost() throws SQLException {
        database.to(schema(searched("lower(title)")));
        scratch.executeAsIs("INSERT INTO note VALUES (1, 'T')");
        database.to(schema(searched("upper(title)")), MigrationHints.NONE, Set.of("compute-column:note.search"));
        assertThat(scratch.text("SELECT search FROM note")).isEqualTo("T");
        assertThat(scratch.text("SELECT count(*) FROM pg_indexes WHERE indexname = 'note_search_idx'"))
                .isEqualTo("1");
    }

    @Test
    void indexOptionsAreLostInADiff() throws SQLException {
        Index full = optional("title <> ''", "70");
        database.to(schema(note(ID, TITLE).withIndexes(List.of(full))));
        for (Index other : List.of(optional("title <> 'x'", "70"), optional("title <> 'x'", "80"))) {
            assertThat(database.to(schema(note(ID, TITLE).withIndexes(List.of(other))))
                            .changes())
                    .hasSize(1);
        }
        assertThat(scratch.text("SELECT indexdef FROM pg_indexes WHERE indexname = 'note_title_idx'"))
                .contains("text_pattern_ops", "INCLUDE (id)", "fillfactor", "'80'", "WHERE (title <> 'x'::text)");
    }

    private static Index optional(String where, String fillfactor) {
        IndexKey key = new IndexKey(
                new IndexKey.OfColumn("title"),
                Optional.of(new QualifiedName("pg_catalog", "text_pattern_ops")),
                Optional.empty(),
                IndexKey.Order.DESC);
        return Index.of("note_title_idx", "btree", List.of(key))
                .withInclude(List.of("id"))
                .withWhere(Optional.of(where))
                .withParameters(Map.of("fillfactor", fillfactor));
    }

    private static Table searched(String sql) {
        Column search = text("search").withNullable(true).withDefault(Optional.of(new ColumnDefault.Generated(sql)));
        return note(ID, TITLE, search)
                .withIndexes(List.of(Index.of("note_search_idx", "btree", List.of(IndexKey.column("search")))));
    }

    private static Schema moods(Optional<ColumnDefault> value, String... labels) {
        Column mood = Column.of("mood", MOOD_TYPE).withDefault(value);
        return schema(note(ID, mood)).withEnums(List.of(new EnumType(MOOD, List.of(labels), Optional.empty())));
    }

    private static Optional<ColumnDefault> expression(String sql) {
        return Optional.of(new ColumnDefault.Expression(sql));
    }

    private static Column text(String name) {
        return Column.of(name, ColumnType.builtin("text"));
    }

    private static Table note(Column... columns) {
        return Table.of(NOTE, List.of(columns)).withConstraints(List.of(key()));
    }

    private static Constraint key() {
        return new Constraint.PrimaryKey("note_pkey", List.of("id"));
    }

    private static Constraint unique(QualifiedName table, Column column) {
        List<String> columns = List.of(column.name());
        return new Constraint.Unique(DefaultNames.unique(table, columns), columns, false, Deferrability.NOT_DEFERRABLE);
    }

    private static Index index(String expression, String where) {
        return Index.of("note_title_idx", "btree", List.of(IndexKey.expression(expression)))
                .withWhere(Optional.of(where));
    }

    private static Policy policy(String using, String check) {
        return new Policy("own", Policy.Command.ALL, true, List.of("public"), Optional.of(using), Optional.of(check));
    }

    private static SqlObject object(String name, String create, String drop, boolean before) {
        return new SqlObject(QualifiedName.parse(name), create, drop, before, List.of(), Optional.empty());
    }

    private static CompiledSnapshot compiled(Schema schema) {
        return new CompiledSnapshot(schema, MigrationHints.NONE, Map.of());
    }

    private static Schema schema(Table table) {
        return Schema.EMPTY
                .withNamespaces(List.of(new Namespace("public", List.of())))
                .withTables(List.of(table));
    }
}
