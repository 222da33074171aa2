package dev.tenon.cli;

import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.Output;
import dev.tenon.schema.internal.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code tenon explain}: prints the page of a diagnostic code. */
@Command(name = "explain", description = "Explains a diagnostic code: what is refused, why, and what to write instead.")
final class ExplainCommand extends TenonCommand {

    private static final Pattern CODE = Pattern.compile("TN[0-9]{3}");

    @Parameters(index = "0", paramLabel = "CODE", description = "The code in a message, for example TN403.")
    private String code = "";

    @Override
    CommandResult run(Output output) {
        String name = code.strip().toUpperCase(Locale.ROOT);
        String page = page(name);
        output.print(page.stripTrailing());
        return new CommandResult(
                ExitCode.DONE, Map.of("explained", JsonValue.text(name), "page", JsonValue.text(page)));
    }

    private String page(String name) {
        try (InputStream text = CODE.matcher(name).matches()
                ? ExplainCommand.class.getResourceAsStream("rules/" + name + ".md")
                : null) {
            if (text == null) {
                throw new ParameterException(
                        commandLine(),
                        "Unknown code '" + code
                                + "': give the code in square brackets of a message, for example TN403");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
