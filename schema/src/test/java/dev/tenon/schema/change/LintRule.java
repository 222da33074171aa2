package dev.tenon.schema.change;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A rule of another linter for SQL that runs on a busy database, with the rule's name in that linter.
 *
 * @param name the rule's name
 * @param bad an example that violates it
 * @param transaction whether it applies only to steps in a transaction
 * @param offence the pattern of a violation in the text of a step
 */
record LintRule(String name, String bad, boolean transaction, Pattern offence) {

    private static final String THERE = "public\\.(plan|organization)\\b";

    /** The rules about single steps; tables plan and organization exist before the migration. */
    static final List<LintRule> ALL = List.of(
            rule(
                    "require-concurrent-index-creation",
                    "CREATE INDEX i ON public.plan (title);",
                    "CREATE (UNIQUE )?INDEX (?!CONCURRENTLY)\\S+ ON " + THERE),
            // An index on which foreign keys rest is dropped in the transaction that takes them away, and one whose
            // collation changes in the transaction that would build it again.
            rule(
                    "require-concurrent-index-deletion",
                    "DROP INDEX public.i;",
                    "(?<!DROP CONSTRAINT \\w{1,63};\n)DROP INDEX (?!CONCURRENTLY)(?![^;]*;\n[^;]* TYPE \\w+ COLLATE )"),
            rule(
                    "require-concurrent-partition-detach",
                    "ALTER TABLE public.plan DETACH PARTITION public.p;",
                    "DETACH PARTITION \\S+;"),
            new LintRule(
                    "ban-concurrent-index-creation-in-transaction",
                    "CREATE INDEX CONCURRENTLY i ON public.plan (title);",
                    true,
                    Pattern.compile("CONCURRENTLY")),
            rule(
                    "constraint-missing-not-valid",
                    "ALTER TABLE public.plan ADD CONSTRAINT c CHECK (id > 0);",
                    "ALTER TABLE " + THERE + " ADD CONSTRAINT \\S+ (CHECK|FOREIGN KEY)(?![^;]*NOT VALID;)"),
            rule(
                    "validate_check_constraint",
                    "ALTER TABLE public.plan ADD CONSTRAINT c CHECK (id > 0) NOT VALID;\n"
                            + "ALTER TABLE public.plan VALIDATE CONSTRAINT c;",
                    "(?s)NOT VALID;.*VALIDATE CONSTRAINT"),
            rule(
                    "disallowed-unique-constraint",
                    "ALTER TABLE public.plan ADD CONSTRAINT c UNIQUE (title);",
                    "ALTER TABLE " + THERE + " ADD CONSTRAINT \\S+ (UNIQUE|PRIMARY KEY)(?! USING INDEX)"),
            rule(
                    "adding-required-field",
                    "ALTER TABLE public.plan ADD COLUMN note text NOT NULL;",
                    "ADD COLUMN (?![^;]*(DEFAULT|GENERATED))[^;]*NOT NULL"),
            rule(
                    "adding-field-with-default",
                    "ALTER TABLE public.plan ADD COLUMN token uuid DEFAULT gen_random_uuid();",
                    "ADD COLUMN (?![^;]*GENERATED)[^;]*DEFAULT [^;]*\\("),
            rule(
                    "tenant column stamped by its default",
                    "ALTER TABLE public.plan ADD COLUMN tenant_id uuid DEFAULT current_setting('app.tenant_id')::uuid;",
                    "ADD COLUMN [^;]*current_setting"),
            rule(
                    "invalid index taken for a good one",
                    "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON public.plan (title);",
                    "INDEX CONCURRENTLY IF NOT EXISTS"),
            rule("require-table-schema", "CREATE TABLE tag (id integer);", "(CREATE|ALTER) TABLE (?!\\S+\\.)"),
            rule("ban-truncate-cascade", "TRUNCATE public.plan CASCADE;", "(^|\\n)TRUNCATE|DROP [^;]*CASCADE;"),
            rule("identifier-too-long", "CREATE TABLE public." + "x".repeat(64) + " (id integer);", "\\b\\w{64,}\\b"),
            rule("prefer-identity", "CREATE TABLE public.tag (id bigserial);", "\\b(big|small)?serial\\b"),
            rule(
                    "ban-char-field",
                    "CREATE TABLE public.tag (id char(3));",
                    "\\b(char|character|bpchar)\\b(?! varying)"),
            rule(
                    "prefer-timestamp-tz",
                    "CREATE TABLE public.tag (at timestamp);",
                    "\\btimestamp\\b(?! with time zone)"),
            rule(
                    "TRUNCATE or REFERENCES granted",
                    "GRANT SELECT, TRUNCATE ON TABLE public.plan TO app;",
                    "GRANT [^;]*(TRUNCATE|REFERENCES)[^;]* ON"));

    private static LintRule rule(String name, String bad, String offence) {
        return new LintRule(name, bad, false, Pattern.compile(offence));
    }

    /** Whether a step violates the rule. */
    boolean offends(boolean inTransaction, String step) {
        return (inTransaction || !transaction) && offence.matcher(step).find();
    }

    @Override
    public String toString() {
        return name;
    }
}
