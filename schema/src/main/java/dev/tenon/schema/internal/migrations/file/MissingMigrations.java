package dev.tenon.schema.internal.migrations.file;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Explains why a location has no migrations, and suggests nearby locations that may be meant. */
public final class MissingMigrations {

    private static final int DEPTH = 6;
    private static final int ENTRIES = 5000;

    /** Folders with copies of sources, or without sources. */
    private static final Set<String> SKIPPED = Set.of("target", "build", "bin", "out", "node_modules");

    private static final List<String> USUAL = List.of("migrations", "db/migrations");

    private MissingMigrations() {}

    /** The problem of a location without migrations. */
    public static DirectoryProblem at(DirectoryLocation location) {
        return location instanceof ClasspathLocation classpath ? at(classpath) : at(((FolderLocation) location).path());
    }

    private static DirectoryProblem at(ClasspathLocation location) {
        List<String> meant = USUAL.stream()
                .map(inner -> (location.folder().isEmpty() ? "" : location.folder() + "/") + inner)
                .map(folder -> new ClasspathLocation(location.loader(), folder))
                .filter(ClasspathLocation::exists)
                .map(there -> there.display(""))
                .toList();
        String what = location.exists()
                ? "the journal of the migrations directory has no entry"
                : "the migrations directory does not exist";
        return problem(
                location.display(""),
                what,
                meant,
                location.exists()
                        ? "run 'tenon generate' to write the first migration, then build the application again"
                        : "add it, with its meta/_journal.json, to the resources of the application");
    }

    private static DirectoryProblem at(Path path) {
        String otherwise = "correct the path, or run 'tenon generate' to write the first migration there";
        List<String> meant = meant(path);
        if (Files.exists(path.resolve(MigrationFiles.JOURNAL))) {
            return problem(path.toString(), "the journal of the migrations directory has no entry", meant, otherwise);
        }
        if (Files.isDirectory(path)) {
            return problem(
                    path.toString(),
                    "the directory is not a migrations directory: it has no " + MigrationFiles.JOURNAL,
                    meant,
                    otherwise);
        }
        return Files.exists(path)
                ? problem(path.toString(), "the path is a file, not a migrations directory", meant, "name a directory")
                : problem(path.toString(), "the migrations directory does not exist", meant, otherwise);
    }

    private static DirectoryProblem problem(String place, String what, List<String> meant, String otherwise) {
        String remedy = switch (meant.size()) {
            case 0 -> otherwise;
            case 1 -> "name " + meant.get(0) + ", which has a journal";
            default -> "name one of these directories, which have a journal: " + String.join(" or ", meant);
        };
        return DirectoryProblem.of(DirectoryProblemCode.NO_DIRECTORY, place, what, remedy);
    }

    /** The directories with a journal below the path, or else the one that the path is in. */
    private static List<String> meant(Path path) {
        List<Path> found = new ArrayList<>();
        try {
            if (Files.isDirectory(path)) {
                Files.walkFileTree(path, EnumSet.noneOf(FileVisitOption.class), DEPTH, new JournalSearch(path, found));
            }
        } catch (IOException unreadable) {
            // Without readable folders there is no suggestion.
            found.clear();
        }
        Path above = path.getParent();
        if (found.isEmpty() && above != null && Files.exists(path) && hasJournal(above)) {
            found.add(above);
        }
        return found.stream().sorted().map(Path::toString).toList();
    }

    private static boolean hasJournal(Path directory) {
        return Files.isRegularFile(directory.resolve(MigrationFiles.JOURNAL));
    }

    /** Searches for journals, in a limited number of files. */
    private static final class JournalSearch extends SimpleFileVisitor<Path> {

        private final Path start;
        private final List<Path> found;
        private int seen;

        JournalSearch(Path start, List<Path> found) {
            this.start = start;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            String name = String.valueOf(directory.getFileName());
            if (!directory.equals(start) && (name.startsWith(".") || SKIPPED.contains(name))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (!directory.equals(start) && hasJournal(directory)) {
                found.add(directory);
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            seen++;
            return seen > ENTRIES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
