package dev.tenon.cli;

import dev.tenon.cli.option.ClassesOption;
import dev.tenon.cli.output.CommandResult;
import dev.tenon.cli.output.ExitCode;
import dev.tenon.cli.output.Output;
import dev.tenon.cli.output.ResultJson;
import dev.tenon.runtime.CompiledSchema;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.SchemaDiff;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenon check}: checks the migrations directory and compares it with the classes; it needs no database. */
@Command(
        name = "check",
        description = "Checks without a database that journal, checksums, change files, snapshots and the compiled"
                + " snapshot agree.")
final class CheckCommand extends TenonCommand {

    @Option(
            names = "--migrations",
            paramLabel = "DIR",
            description = "The migrations directory. Default: ${DEFAULT-VALUE}.",
            defaultValue = "classpath:db/migrations")
    private String migrations = "classpath:db/migrations";

    @Mixin
    private ClassesOption classes;

    @Override
    CommandResult run(Output output) {
        MigrationDirectory directory = MigrationDirectory.of(migrations, CheckCommand.class.getClassLoader());
        List<DirectoryProblem> problems = problems(directory);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("problems", ResultJson.problems(problems));
        if (!problems.isEmpty()) {
            problems.forEach(problem -> output.print(problem.message()));
            output.explain(problems.stream().map(problem -> problem.code().code()));
            return new CommandResult(ExitCode.FAILED, members);
        }
        List<Migration> all = directory.migrations();
        output.print("Checked: " + all.size() + " migrations, no problems");
        all.stream()
                .filter(migration -> migration.entry().manual().isPresent())
                .forEach(migration -> output.print(migration.file() + " has a manual part"));
        return new CommandResult(compare(directory, output, members), members);
    }

    private static List<DirectoryProblem> problems(MigrationDirectory directory) {
        List<DirectoryProblem> problems = directory.check();
        return problems.isEmpty() && directory.journal().entries().isEmpty() ? List.of(directory.absence()) : problems;
    }

    private ExitCode compare(MigrationDirectory directory, Output output, Map<String, JsonValue> members) {
        Optional<Path> compiled = classes.snapshot();
        if (compiled.isEmpty()) {
            output.print("No compiled snapshot to compare with; name the class output with --classes");
            return ExitCode.DONE;
        }
        List<Change> changes = SchemaDiff.between(directory.snapshot(), CompiledSchema.load(compiled.get()));
        members.put(
                "ahead",
                JsonValue.array(changes.stream()
                        .map(change -> JsonValue.text(change.path().toString()))
                        .distinct()
                        .toList()));
        changes.stream()
                .map(change -> change.path() + " differs between the classes and the newest snapshot")
                .distinct()
                .forEach(output::print);
        output.print(compiled.get()
                + (changes.isEmpty()
                        ? " matches the newest migration"
                        : " differs from the newest migration: run tenon generate"));
        return changes.isEmpty() ? ExitCode.DONE : ExitCode.OUT_OF_STEP;
    }
}
