package dev.tenon.runtime;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Extension;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Role;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.derive.DeclaredTable;
import dev.tenon.schema.internal.derive.TableDeriver;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A schema with tenants and every kind of object, which can be created in a database. */
public final class Research {

    private static final ColumnType UUID = ColumnType.builtin("uuid");
    private static final ColumnType TEXT = ColumnType.builtin("text");
    private static final ColumnType STATUS = ColumnType.parse("public.plan_status");
    private static final TenantScope SCOPED = new TenantScope.Scoped("tenant_id");

    private Research() {}

    /** Returns the schema with this application role. */
    public static Schema schema(String role) {
        Tenancy tenancy = new Tenancy(name("organization"), "id", "tenant_id", UUID, "app.tenant_id", role);
        List<DeclaredTable> declared = List.of(
                declare(organization()),
                declare(appUser().withGrants(List.of(new Grant(role, List.of(Privilege.SELECT))))),
                declare(member()),
                declare(plan()),
                declare(step(role)),
                declare(chunk()),
                declare(invoice()));
        List<Grant> use = List.of(new Grant(role, List.of(Privilege.USAGE)));
        return new Schema(
                List.of(new Role(role)),
                List.of(new Namespace("public", use), new Namespace("billing", use)),
                List.of(new Extension("vector", "public")),
                List.of(
                        new EnumType(
                                QualifiedName.parse("plan_status"),
                                List.of("draft", "under way", "done"),
                                Optional.of("how far a plan is")),
                        new EnumType(QualifiedName.parse("billing.currency"), List.of("eur", "usd"), Optional.empty())),
                TableDeriver.derive(declared, Optional.of(tenancy)),
                Optional.of(tenancy));
    }

    /** Returns the schema without pgvector, for servers that lack it. */
    public static Schema withoutVectors(String role) {
        Schema whole = schema(role);
        List<Table> tables = whole.tables().stream()
                .map(table -> table.withColumns(table.columns().stream()
                                .filter(column -> !column.name().equals("embedding"))
                                .toList())
                        .withIndexes(table.indexes().stream()
                                .filter(index -> !index.method().equals("hnsw"))
                                .toList()))
                .toList();
        return new Schema(whole.roles(), whole.namespaces(), List.of(), whole.enums(), tables, whole.tenancy());
    }

    /** Creates the schema in a database. */
    public static void create(Schema schema, Scratch scratch) {
        MigrationDraft draft =
                MigrationDraft.of(Schema.EMPTY, new CompiledSnapshot(schema, MigrationHints.NONE, Map.of()), Set.of());
        for (Step step : draft.steps()) {
            for (Statement statement : step.statements()) {
                scratch.executeAsIs(statement.sql());
            }
        }
    }

    private static Table organization() {
        return Table.of(
                        name("organization"),
                        List.of(
                                id(),
                                Column.of("slug", TEXT),
                                column("created_at", ColumnType.builtin("timestamptz"), "now()")))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("organization_pkey", List.of("id")),
                        unique("organization_slug_key", "slug")))
                .withTenantScope(new TenantScope.Root("id"));
    }

    private static Table appUser() {
        return Table.of(name("app_user"), List.of(id(), Column.of("email", ColumnType.parse("varchar(320)"))))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("app_user_pkey", List.of("id")),
                        unique("app_user_email_key", "email")))
                .withTenantScope(new TenantScope.Shared("people belong to several organizations"));
    }

    private static Table member() {
        return Table.of(name("member"), List.of(id(), Column.of("user_id", UUID)))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("member_pkey", List.of("id")),
                        unique("member_user_id_key", "user_id"),
                        key("member_user_id_fkey", "user_id", name("app_user"), ForeignKeyAction.CASCADE)))
                .withTenantScope(SCOPED);
    }

    private static Table plan() {
        Table plan = Table.of(
                name("research_plan"),
                List.of(
                        id(),
                        Column.of("title", ColumnType.parse("varchar(200)"))
                                .withComment(Optional.of("what it is called")),
                        column("status", STATUS, "'draft'"),
                        Column.of("price", ColumnType.parse("decimal(10)")).withNullable(true),
                        Column.of("code", TEXT)
                                .withNullable(true)
                                .withCollation(Optional.of(new QualifiedName("pg_catalog", "C"))),
                        Column.of("parent_id", UUID).withNullable(true),
                        column("number", ColumnType.builtin("bigint"), "0")
                                .withDefault(Optional.of(new ColumnDefault.Identity(true))),
                        column("created_at", ColumnType.parse("timestamp(3) with time zone"), "current_timestamp")));
        return Table.of(plan.name(), plan.columns())
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("research_plan_pkey", List.of("id")),
                        unique("research_plan_title_key", "title"),
                        new Constraint.Check(
                                "research_plan_price_check", "price is null or price between 0 and 1000", true),
                        key("research_plan_parent_id_fkey", "parent_id", plan.name(), ForeignKeyAction.SET_NULL)))
                .withIndexes(List.of(Index.of(
                                "research_plan_lower_idx",
                                "btree",
                                List.of(
                                        IndexKey.expression("lower(title)"),
                                        new IndexKey(
                                                new IndexKey.OfColumn("created_at"),
                                                Optional.of(new QualifiedName("pg_catalog", "timestamptz_ops")),
                                                Optional.empty(),
                                                IndexKey.Order.DESC)))
                        .withInclude(List.of("price"))
                        .withWhere(Optional.of("status <> 'done'"))
                        .withParameters(Map.of("fillfactor", "80"))
                        .withComment(Optional.of("for looking up"))))
                .withRowSecurity(plan.rowSecurity(), List.of())
                .withTenantScope(SCOPED)
                .withComment(Optional.of("what is to be found out"));
    }

    private static Table step(String role) {
        Policy visible = new Policy(
                "step_of_visible_plan",
                Policy.Command.SELECT,
                false,
                List.of(role),
                Optional.of("exists (select from research_plan p where p.id = research_step.plan_id)"),
                Optional.empty());
        return Table.of(
                        name("research_step"),
                        List.of(
                                id(),
                                Column.of("plan_id", UUID),
                                Column.of("position", ColumnType.parse("int")),
                                column("payload", ColumnType.builtin("jsonb"), "'{}'")))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("research_step_pkey", List.of("id")),
                        new Constraint.Unique(
                                "research_step_position_key",
                                List.of("plan_id", "position"),
                                false,
                                Deferrability.INITIALLY_DEFERRED),
                        new Constraint.Check("research_step_position_check", "position >= 0", true),
                        key("research_step_plan_id_fkey", "plan_id", name("research_plan"), ForeignKeyAction.CASCADE)))
                .withRowSecurity(RowSecurity.DISABLED, List.of(visible))
                .withTenantScope(SCOPED);
    }

    private static Table chunk() {
        return Table.of(
                        name("document_chunk"),
                        List.of(
                                id(),
                                Column.of("body", TEXT),
                                Column.of("embedding", ColumnType.parse("public.halfvec(8)")),
                                Column.of("search", ColumnType.builtin("tsvector"))
                                        .withNullable(true)
                                        .withDefault(Optional.of(
                                                new ColumnDefault.Generated("to_tsvector('english', body)"))),
                                column("tags", ColumnType.parse("text[]"), "'{}'")))
                .withConstraints(List.of(new Constraint.PrimaryKey("document_chunk_pkey", List.of("id"))))
                .withIndexes(List.of(
                        Index.of(
                                        "document_chunk_embedding_idx",
                                        "hnsw",
                                        List.of(IndexKey.column("embedding")
                                                .withOperatorClass(new QualifiedName("public", "halfvec_ip_ops"))))
                                .withParameters(Map.of("m", "8", "ef_construction", "32")),
                        Index.of("document_chunk_search_idx", "gin", List.of(IndexKey.column("search")))))
                .withTenantScope(SCOPED);
    }

    private static Table invoice() {
        return Table.of(
                        QualifiedName.parse("billing.invoice"),
                        List.of(
                                id(),
                                column("currency", ColumnType.parse("billing.currency"), "'eur'::billing.currency"),
                                Column.of("amount", ColumnType.parse("numeric(12,2)"))))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("invoice_pkey", List.of("id")),
                        new Constraint.Check("invoice_amount_check", "amount > 0", true)))
                .withTenantScope(SCOPED);
    }

    private static DeclaredTable declare(Table table) {
        return new DeclaredTable(table, false, Set.of(), Set.of(), Set.of());
    }

    private static QualifiedName name(String name) {
        return QualifiedName.parse(name);
    }

    private static Column id() {
        return column("id", UUID, "gen_random_uuid()");
    }

    private static Column column(String name, ColumnType type, String defaultValue) {
        return Column.of(name, type).withDefault(Optional.of(new ColumnDefault.Expression(defaultValue)));
    }

    private static Constraint unique(String name, String column) {
        return new Constraint.Unique(name, List.of(column), false, Deferrability.NOT_DEFERRABLE);
    }

    private static Constraint key(String name, String column, QualifiedName target, ForeignKeyAction onDelete) {
        return Constraint.ForeignKey.of(name, List.of(column), target, List.of("id"))
                .withOnDelete(onDelete, List.of());
    }
}
