package dev.tenon.runtime.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code of an error at run time has a page, and every page has a code. */
class FaultCodeTest {

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("../docs/rules"))) {
            List<String> explained = pages.map(
                            page -> page.getFileName().toString().replace(".md", ""))
                    .filter(code -> code.startsWith("TN6"))
                    .sorted()
                    .toList();
            assertThat(explained)
                    .isEqualTo(Arrays.stream(FaultCode.values())
                            .map(FaultCode::code)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void codesAreInOrderAndDiffer() {
        assertThat(Arrays.stream(FaultCode.values()).map(FaultCode::code))
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
