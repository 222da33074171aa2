/** The model of a schema. Everything else is internal to Tenon. */
module dev.tenon.schema {
    requires com.fasterxml.jackson.core;
    requires static org.jspecify;

    exports dev.tenon.schema;
    exports dev.tenon.schema.internal.ddl to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.derive to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.diff to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.diff.rename to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.expression to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.generate to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.hazard to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.json to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.migrations to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.migrations.check to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.migrations.file to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.migrations.transaction to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.migrations.write to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.plan to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.plan.shadow to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.plan.statement to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.plan.type to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.rule to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.rule.rules to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.simulation to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.sql to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.sql.parse to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
    exports dev.tenon.schema.internal.sql.quote to
            dev.tenon.cli,
            dev.tenon.processor,
            dev.tenon.runtime,
            dev.tenon.testing;
}
