/** The model of a schema, and the line from one to the next migration. */
module dev.tenon.schema {
    requires com.fasterxml.jackson.core;
    requires static org.jspecify;

    exports dev.tenon.schema;
    exports dev.tenon.schema.derive;
    exports dev.tenon.schema.diff;
    exports dev.tenon.schema.gate;
    exports dev.tenon.schema.generate;
    exports dev.tenon.schema.history;
    exports dev.tenon.schema.json;
    exports dev.tenon.schema.plan;
    exports dev.tenon.schema.rule;
    exports dev.tenon.schema.rule.rules;
    exports dev.tenon.schema.sql;
}
