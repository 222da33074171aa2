package dev.tenon.schema.internal.simulation;

/**
 * A set of names of which PostgreSQL allows each only once.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-schemas.html">Schemas</a>
 */
public enum CatalogNamespace {
    ROLE("role"),
    SCHEMA("schema"),
    EXTENSION("extension"),
    /** Tables, views, sequences, indexes and composite types of one schema. */
    RELATION("relation"),
    /** Enum types, domains, composite types, and the row types of tables and views of one schema. */
    TYPE("type"),
    /** Functions, procedures and aggregates of one schema, by name and parameters. */
    ROUTINE("routine"),
    /** Columns of one table. */
    COLUMN("column"),
    /** Labels of one enum type. */
    LABEL("label"),
    /** Constraints of one table. */
    CONSTRAINT("constraint"),
    /** Policies of one table. */
    POLICY("policy"),
    /** Triggers of one table or view. */
    TRIGGER("trigger"),
    /** Rules of one table or view. */
    RULE("rule"),
    /** Privileges of one role on one object. */
    PRIVILEGE("privilege"),
    /** Objects of other kinds, each kind with names of its own. */
    OBJECT("object");

    private final String noun;

    CatalogNamespace(String noun) {
        this.noun = noun;
    }

    /** Whether its names belong to a table, view or type, and follow it when it is renamed. */
    boolean ofMembers() {
        return switch (this) {
            case COLUMN, LABEL, CONSTRAINT, POLICY, TRIGGER, RULE, PRIVILEGE -> true;
            case ROLE, SCHEMA, EXTENSION, RELATION, TYPE, ROUTINE, OBJECT -> false;
        };
    }

    /** What has such a name, for messages. */
    @Override
    public String toString() {
        return noun;
    }
}
