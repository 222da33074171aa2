/** Applies migrations, verifies databases and works as a tenant. */
module dev.tenon.runtime {
    requires transitive dev.tenon.schema;
    requires transitive java.sql;
    requires java.naming;
    requires org.postgresql.jdbc;
    requires static org.jspecify;

    exports dev.tenon.runtime;
    exports dev.tenon.runtime.fault;
    exports dev.tenon.runtime.isolation;
    exports dev.tenon.runtime.migrate;
    exports dev.tenon.runtime.verify;
    exports dev.tenon.runtime.internal.abandon to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.baseline to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.catalog to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.catalog.canonical to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.catalog.leftover to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.catalog.object to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.catalog.temporary to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.effect to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.format to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.history to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.isolation to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.isolation.fixture to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.isolation.probe to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.isolation.session to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.lock to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.migrate to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.preflight to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.session to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.step to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.tenant to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.undo to
            dev.tenon.cli,
            dev.tenon.testing;
    exports dev.tenon.runtime.internal.verify to
            dev.tenon.cli,
            dev.tenon.testing;
}
