package dev.tenon.schema.internal.json;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.Index;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.SequenceOptions;
import dev.tenon.schema.Table;
import dev.tenon.schema.TableStorage;
import dev.tenon.schema.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON of tables and their members. */
final class TableCodecs {

    private static final ObjectCodec<Column> COLUMN = ObjectCodec.<Column>building(read -> new Column(
                    read.key(),
                    read.get("type"),
                    read.get("nullable"),
                    columnDefault(read),
                    read.get("collation"),
                    new ColumnStorage(read.get("storage"), read.get("compression"), read.get("statistics")),
                    read.get("comment"),
                    read.get("retired")))
            .field("type", SharedCodecs.TYPE, Column::type)
            .field("nullable", Codec.FLAG, Column::nullable, false)
            .optional(
                    "default",
                    Codec.TEXT,
                    column -> kind(column, ColumnDefault.Expression.class).map(ColumnDefault.Expression::sql))
            .optional(
                    "identity",
                    Codec.TEXT,
                    column -> kind(column, ColumnDefault.Identity.class)
                            .map(identity -> identity.always() ? "always" : "by default"))
            .field(
                    "identityOptions",
                    SequenceCodecs.OPTIONS,
                    column -> kind(column, ColumnDefault.Identity.class)
                            .map(ColumnDefault.Identity::options)
                            .orElse(SequenceOptions.DEFAULT),
                    SequenceOptions.DEFAULT)
            .optional(
                    "generated",
                    Codec.TEXT,
                    column -> kind(column, ColumnDefault.Generated.class).map(ColumnDefault.Generated::sql))
            .field(
                    "virtual",
                    Codec.FLAG,
                    column -> kind(column, ColumnDefault.Generated.class)
                            .filter(ColumnDefault.Generated::virtual)
                            .isPresent(),
                    false)
            .optional("collation", SharedCodecs.NAME, Column::collation)
            .optional(
                    "storage",
                    Codec.constant(ColumnStorage.Strategy.class),
                    column -> column.storage().strategy())
            .optional(
                    "compression",
                    Codec.constant(ColumnStorage.Compression.class),
                    column -> column.storage().compression())
            .optional(
                    "statistics",
                    Codec.of(
                            number -> Codec.NUMBER.write(number.longValue()),
                            json -> Codec.NUMBER.read(json).intValue()),
                    column -> column.storage().statistics())
            .optional("comment", Codec.TEXT, Column::comment)
            .optional("retired", Codec.TEXT, Column::retired);

    static final ObjectCodec<Index> INDEX = ObjectCodec.<Index>building(read -> new Index(
                    read.key(),
                    read.get("method"),
                    read.get("unique"),
                    read.get("nullsNotDistinct"),
                    read.get("keys"),
                    read.get("include"),
                    read.get("where"),
                    read.get("with"),
                    true,
                    read.get("comment")))
            .field("method", Codec.TEXT, Index::method)
            .field("unique", Codec.FLAG, Index::unique, false)
            .field("nullsNotDistinct", Codec.FLAG, Index::nullsNotDistinct, false)
            .field("keys", Codec.list(IndexKeyCodec.CODEC), Index::keys)
            .field("include", SharedCodecs.NAMES, Index::include, List.of())
            .optional("where", Codec.TEXT, Index::where)
            .field("with", Codec.map(Codec.TEXT), Index::with, Map.of())
            .optional("comment", Codec.TEXT, Index::comment);

    private static final ObjectCodec<TenantScope> SCOPE = ObjectCodec.<TenantScope>building(TableCodecs::scope)
            .optional(
                    "scoped",
                    Codec.TEXT,
                    scope -> scope instanceof TenantScope.Scoped scoped
                            ? Optional.of(scoped.column())
                            : Optional.empty())
            .optional(
                    "root",
                    Codec.TEXT,
                    scope -> scope instanceof TenantScope.Root root ? Optional.of(root.column()) : Optional.empty())
            .optional(
                    "shared",
                    Codec.TEXT,
                    scope -> scope instanceof TenantScope.Shared shared
                            ? Optional.of(shared.reason())
                            : Optional.empty())
            .optional(
                    "keyReason",
                    Codec.TEXT,
                    scope -> scope instanceof TenantScope.Scoped scoped ? scoped.keyReason() : Optional.empty())
            .optional(
                    "writeReason",
                    Codec.TEXT,
                    scope -> scope instanceof TenantScope.Shared shared ? shared.writeReason() : Optional.empty())
            .optional(
                    "cascadeReason",
                    Codec.TEXT,
                    scope -> scope instanceof TenantScope.Shared shared ? shared.cascadeReason() : Optional.empty());

    static final ObjectCodec<Table> TABLE = ObjectCodec.<Table>building(read -> new Table(
                            QualifiedName.parse(read.key()),
                            read.get("columns"),
                            read.get("constraints"),
                            read.get("indexes"),
                            read.get("rowSecurity"),
                            read.get("policies"),
                            read.get("grants"),
                            read.get("tenants"),
                            new TableStorage(read.get("unlogged"), read.get("with")),
                            read.get("comment"),
                            read.get("partitioning"))
                    .withGuardedPartitions())
            .optional("comment", Codec.TEXT, Table::comment)
            .optional("partitioning", PartitionCodecs.PARTITIONING, Table::partitioning)
            .field("tenants", SCOPE, Table::tenantScope, TenantScope.NONE)
            .field("unlogged", Codec.FLAG, table -> table.storage().unlogged(), false)
            .field("with", Codec.map(Codec.TEXT), table -> table.storage().with(), Map.of())
            .field("columns", COLUMN.keyed(Column::name), Table::columns)
            .field("constraints", ConstraintCodec.CODEC.keyed(c -> c.name()), Table::constraints, List.of())
            .field("indexes", INDEX.keyed(Index::name), Table::indexes, List.of())
            .field("rowSecurity", Codec.constant(RowSecurity.class), Table::rowSecurity, RowSecurity.DISABLED)
            .field("policies", PolicyCodec.CODEC.keyed(Policy::name), Table::policies, List.of())
            .field("grants", SharedCodecs.GRANTS, Table::grants, List.of());

    private TableCodecs() {}

    private static <D extends ColumnDefault> Optional<D> kind(Column column, Class<D> kind) {
        return column.defaultValue().filter(kind::isInstance).map(kind::cast);
    }

    private static Optional<ColumnDefault> columnDefault(ObjectCodec.MemberValues read) {
        Optional<String> expression = read.get("default");
        Optional<String> identity = read.get("identity");
        Optional<String> generated = read.get("generated");
        if (java.util.stream.Stream.of(expression, identity, generated)
                        .filter(Optional::isPresent)
                        .count()
                > 1) {
            throw new JsonException(read.at(), "a column may have only one of 'default', 'identity' and 'generated'");
        }
        Optional<ColumnDefault> plain = expression.map(ColumnDefault.Expression::new);
        return plain.or(() -> identity.map(
                        how -> new ColumnDefault.Identity(how.equals("always"), read.get("identityOptions"))))
                .or(() -> generated.map(sql -> new ColumnDefault.Generated(sql, read.get("virtual"))));
    }

    private static TenantScope scope(ObjectCodec.MemberValues read) {
        Optional<String> scoped = read.get("scoped");
        Optional<String> root = read.get("root");
        Optional<String> shared = read.get("shared");
        Optional<TenantScope> scope = scoped.map(column -> new TenantScope.Scoped(column, read.get("keyReason")));
        return scope.or(() -> root.map(TenantScope.Root::new))
                .or(() -> shared.map(
                        reason -> new TenantScope.Shared(reason, read.get("writeReason"), read.get("cascadeReason"))))
                .orElse(TenantScope.NONE);
    }
}
