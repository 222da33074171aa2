package dev.tenon.testing;

import dev.tenon.runtime.Tenon;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.PostgresExtension;
import dev.tenon.testing.postgres.TestDatabase;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/** Implements {@link TenonTest}. */
public final class TenonExtension extends PostgresExtension {

    /** Called by JUnit. */
    public TenonExtension() {}

    @Override
    protected Optional<TestDatabase> open(Class<?> testClass) {
        return AnnotationSupport.findAnnotation(testClass, TenonTest.class)
                .map(TenonTest::migrations)
                .map(migrations -> DevPostgres.shared()
                        .template(
                                "tenon " + migrations,
                                template -> Tenon.configure()
                                        .dataSource(template.dataSource())
                                        .migrations(migrations)
                                        .classLoader(testClass.getClassLoader())
                                        .load()
                                        .migrate()))
                .or(() -> super.open(testClass));
    }
}
