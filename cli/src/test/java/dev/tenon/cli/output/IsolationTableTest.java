package dev.tenon.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.isolation.IsolationReport;
import dev.tenon.runtime.isolation.ProbeResult;
import dev.tenon.runtime.isolation.Verdict;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The table counts every verdict and names leaks and warnings; warnings do not fail. */
class IsolationTableTest {

    private static final ObjectPath PLAN = ObjectPath.table(QualifiedName.parse("plan"));

    /** The command that an output needs. */
    @Command
    private static final class AnyCommand {}

    @Test
    void warningsAreNamedAndDoNotFail() {
        ProbeResult held = new ProbeResult(PLAN, "copy", Verdict.HELD, "");
        ProbeResult warning = new ProbeResult(PLAN, "publications", Verdict.WARNING, "publication all sends it");
        assertThat(printed(held, warning)).isEqualTo("""

                object      held  not applicable  warning  not proven  broken
                ----------  ----  --------------  -------  ----------  ------
                table plan  1                     1

                table plan: warning of publications: publication all sends it
                Isolation: 2 probes, 1 with a warning, no leak
                """);
    }

    @Test
    void leaksAreNamed() {
        ProbeResult leak = new ProbeResult(PLAN, "truncate", Verdict.BROKEN, "app may TRUNCATE");
        assertThat(printed(leak)).endsWith("""
                table plan: truncate is broken: app may TRUNCATE
                Isolation: 1 probes, 1 failed
                """);
    }

    private static String printed(ProbeResult... results) {
        StringWriter text = new StringWriter();
        CommandLine command = new CommandLine(new AnyCommand()).setOut(new PrintWriter(text));
        IsolationTable.print(new IsolationReport(List.of(results)), new Output(command, false));
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
