/** Applies migrations, verifies databases and works as a tenant. */
module dev.tenon.runtime {
    requires transitive dev.tenon.schema;
    requires transitive java.sql;
    requires java.naming;
    requires org.postgresql.jdbc;
    requires static com.palantir.javapoet;
    requires static info.picocli;
    requires static java.compiler;
    requires static org.jspecify;

    exports dev.tenon.runtime;
    exports dev.tenon.runtime.isolation;
    exports dev.tenon.runtime.migrate;
    exports dev.tenon.runtime.verify;
}
