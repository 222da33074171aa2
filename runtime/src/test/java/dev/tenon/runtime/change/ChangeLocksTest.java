package dev.tenon.runtime.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No statement of any change locks, reads or rewrites more than the comment above it says. */
class ChangeLocksTest {

    @TempDir
    private Path temporary;

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("casesAndVersions")
    void noStatementDoesMoreThanItSays(ChangeCase change, int version) throws SQLException {
        assertThat(Observations.of(change, version, temporary).contradictions()).isEmpty();
    }

    static Stream<Arguments> casesAndVersions() {
        return ChangeCases.all().stream()
                .filter(change -> change.draft().findings().isEmpty())
                .flatMap(change -> Observations.VERSIONS.stream().map(version -> Arguments.of(change, version)));
    }
}
