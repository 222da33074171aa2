package dev.tenon.cli.baseline;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Reads the migrations in another tool's files, as titles by their names in its history. */
public final class PreviousToolMigrations {

    private static final Pattern FLYWAY = Pattern.compile("(V(?<version>[^_]+(_[^_]+)*)|R)__.*\\.sql");
    private static final Pattern EBEAN =
            Pattern.compile("(?<type>[RIV]?)(?<version>[^_]*(_[^_]+)*)__(?<comment>.*)\\.sql");

    private PreviousToolMigrations() {}

    /** Returns the tool's default location. */
    public static Optional<Path> defaultLocation(PreviousTool tool) {
        List<String> places = switch (tool) {
            case DRIZZLE -> List.of("drizzle/meta/_journal.json");
            case FLYWAY -> List.of("src/main/resources/db/migration");
            case LIQUIBASE ->
                Stream.of("xml", "yaml", "yml", "sql", "json")
                        .map(ending -> "src/main/resources/db/changelog/db.changelog-master." + ending)
                        .toList();
            case PRISMA -> List.of("prisma/migrations");
            case EBEAN -> List.of("src/main/resources/dbmigration");
        };
        return places.stream().map(Path::of).filter(Files::exists).findFirst();
    }

    public static Map<String, String> read(PreviousTool tool, Path place) {
        try {
            return switch (tool) {
                case DRIZZLE -> DrizzleJournal.read(place);
                case FLYWAY -> flyway(place);
                case LIQUIBASE -> LiquibaseChangelog.read(place);
                case PRISMA -> prisma(place);
                case EBEAN -> ebean(place);
            };
        } catch (IOException unreadable) {
            throw unreadable(tool, place, String.valueOf(unreadable.getMessage()));
        }
    }

    static RuntimeException unreadable(PreviousTool tool, Path place, String why) {
        return new Fault(
                        FaultCode.USAGE,
                        "the migrations of " + tool + " cannot be read from " + place + ": " + why,
                        "specify their location with --known")
                .exception();
    }

    /** Versioned migrations are named by version, repeatable ones by checksum. */
    private static Map<String, String> flyway(Path folder) throws IOException {
        Map<String, String> known = new TreeMap<>();
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName());
            Matcher parts = FLYWAY.matcher(name);
            if (parts.matches()) {
                String version = parts.group("version");
                String script = folder.relativize(file).toString().replace('\\', '/');
                known.put(version == null ? script + " " + checksum(file) : version.replace('_', '.'), name);
            }
        }
        return known;
    }

    /** Each migration has a folder. */
    private static Map<String, String> prisma(Path folder) throws IOException {
        Map<String, String> known = new TreeMap<>();
        for (Path file : files(folder)) {
            if (file.endsWith("migration.sql")) {
                String name = folder.relativize(file).getName(0).toString();
                known.put(name, name);
            }
        }
        return known;
    }

    private static Map<String, String> ebean(Path folder) throws IOException {
        Map<String, String> known = new TreeMap<>();
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName());
            Matcher parts = EBEAN.matcher(name);
            if (parts.matches() && !parts.group("type").equals("I")) {
                boolean repeated = parts.group("type").equals("R");
                String key = repeated
                        ? parts.group("comment").replace('_', ' ') + " " + checksum(file)
                        : parts.group("version").replace('_', '.');
                known.put(key.toLowerCase(Locale.ROOT), name);
            }
        }
        return known;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Flyway and Ebean compute the checksum over the lines without line ends. */
    private static int checksum(Path file) throws IOException {
        CRC32 sum = new CRC32();
        for (String line : Files.readAllLines(file)) {
            sum.update(line.replace("\ufeff", "").getBytes(StandardCharsets.UTF_8));
        }
        return (int) sum.getValue();
    }
}
