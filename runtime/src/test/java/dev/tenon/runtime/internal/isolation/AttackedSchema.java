package dev.tenon.runtime.internal.isolation;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.isolation.AttackFile.Attack;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Schemas with rows of two tenants, and the attacks that are tried on them. The other tenant's rows have a canary. */
enum AttackedSchema {
    /** Two tables and views. */
    VIEWS(
            WeakenedSchema.VIEWS,
            "00000000-0000-0000-0000-00000000000a",
            "00000000-0000-0000-0000-00000000000b",
            """
            INSERT INTO organization VALUES ({A}, 'A'), ({B}, 'SECRET of B');
            INSERT INTO plan VALUES ({A}, {A}, 'plan of A'), ({B}, {B}, 'SECRET of B')""",
            "routines.txt",
            "relations.txt",
            "roles.txt"),
    /** Partitioned tables. */
    PARTITIONS(WeakenedSchema.PARTITIONS, "1", "2", """
            INSERT INTO house VALUES (1), (2);
            INSERT INTO reading VALUES (1, 1, '2025-02-02', 'of A'), (2, 2, '2025-02-02', 'SECRET of B');
            INSERT INTO visit VALUES (1, 1, 'of A'), (2, 2, 'SECRET of B')""", "partitions.txt"),
    /** Tables that reference each other. */
    RESEARCH(
            WeakenedSchema.RESEARCH,
            "00000000-0000-0000-0000-00000000000a",
            "00000000-0000-0000-0000-00000000000b",
            """
            INSERT INTO organization VALUES ({A}, 'a'), ({B}, 'SECRET of B');
            INSERT INTO research_plan (tenant_id, id, title) VALUES ({A}, {A}, 'plan of A'), ({B}, {B}, 'SECRET of B');
            INSERT INTO research_step (tenant_id, plan_id, position) VALUES ({A}, {A}, 1), ({B}, {B}, 1)""",
            "cascades.txt");

    /** What only the other tenant has. */
    static final String CANARY = "SECRET of B";

    private final WeakenedSchema schema;
    private final String one;
    private final String other;
    private final String rows;

    @SuppressWarnings("ImmutableEnumChecker") // a list of List.of
    private final List<String> files;

    AttackedSchema(WeakenedSchema schema, String one, String other, String rows, String... files) {
        this.schema = schema;
        this.one = one;
        this.other = other;
        this.rows = rows;
        this.files = List.of(files);
    }

    /** Returns the attacker's own tenant. */
    String attacker() {
        return one;
    }

    /** Creates the schema, the rows, and a login role that is a member of the application role. */
    Schema create(Scratch scratch) {
        Schema created = schema.create(scratch);
        scratch.execute(withTenants(rows));
        scratch.execute("ALTER ROLE $login LOGIN; GRANT $app TO $login WITH INHERIT FALSE");
        return created;
    }

    /** Returns the attacks, in the order of the files. */
    Stream<Attack> attacks() {
        return files.stream().flatMap(file -> AttackFile.read(file).stream());
    }

    /** Puts the keys of the tenants into an attack. */
    String withTenants(String sql) {
        return sql.replace("{A}", "'" + one + "'").replace("{B}", "'" + other + "'");
    }

    /** Returns the query for all rows of the other tenant, table by table. */
    String rowsOfOther(Schema created) {
        return created.tables().stream()
                .filter(table -> table.tenantScope().tenantColumn().isPresent())
                .map(table -> rowsOfOther(
                        table.name(), table.tenantScope().tenantColumn().orElseThrow()))
                .collect(Collectors.joining(" UNION ALL ", "", " ORDER BY 1"));
    }

    private String rowsOfOther(QualifiedName table, String column) {
        return "SELECT t::text FROM " + Identifier.quote(table) + " t WHERE " + Identifier.quote(column) + " = '"
                + other + "'";
    }
}
