package dev.tenon.schema.internal.migrations.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;
import org.jspecify.annotations.Nullable;

/**
 * A migrations directory on the class path, in a folder or in a jar.
 *
 * @param loader the class loader that finds it
 * @param folder its name, with slashes and without one at either end
 */
public record ClasspathLocation(ClassLoader loader, String folder) implements DirectoryLocation {

    public ClasspathLocation {
        Objects.requireNonNull(loader, "loader");
        folder = folder.replaceAll("^/+|/+$", "");
    }

    @Override
    public InputStream open(String file) throws IOException {
        URL url = resource(file);
        if (url == null) {
            throw new NoSuchFileException(display(file));
        }
        if (url.getProtocol().equals("file")) {
            return ContainedFile.open(folderOf(url, file), file);
        }
        URLConnection connection = url.openConnection();
        // A cached jar would show its old content, and stay open, after the file was replaced.
        connection.setUseCaches(false);
        try {
            return connection.getInputStream();
        } catch (FileNotFoundException e) {
            throw new NoSuchFileException(display(file));
        }
    }

    /** A directory without a journal cannot be found on a class path, since jars need not list directories. */
    @Override
    public boolean exists() {
        return resource(MigrationFiles.JOURNAL) != null;
    }

    /** The locations of the directory on the class path; more than one is ambiguous. */
    List<String> places() throws IOException {
        return Collections.list(loader.getResources(name(MigrationFiles.JOURNAL))).stream()
                .map(URL::toString)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Optional<List<String>> list(String inner) throws IOException {
        URL journal = resource(MigrationFiles.JOURNAL);
        if (journal == null) {
            return Optional.of(List.of());
        }
        if (journal.getProtocol().equals("file")) {
            return new FolderLocation(folderOf(journal)).list(inner);
        }
        URLConnection connection = journal.openConnection();
        connection.setUseCaches(false);
        return connection instanceof JarURLConnection jar ? Optional.of(list(jar, inner)) : Optional.empty();
    }

    @Override
    public String display(String file) {
        return "classpath:" + name(file);
    }

    private List<String> list(JarURLConnection connection, String inner) throws IOException {
        String journal = connection.getEntryName();
        String prefix = journal.substring(0, journal.length() - MigrationFiles.JOURNAL.length())
                + (inner.isEmpty() ? "" : inner + "/");
        try (var jar = connection.getJarFile()) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .filter(name -> !name.isEmpty() && name.indexOf('/') < 0)
                    .sorted()
                    .toList();
        }
    }

    private static Path folderOf(URL journal) throws IOException {
        return folderOf(journal, MigrationFiles.JOURNAL);
    }

    /** The directory of a file of which the URL is known. */
    private static Path folderOf(URL url, String file) throws IOException {
        try {
            Path folder = Path.of(new URI(url.toString()));
            for (int depth = Path.of(file).getNameCount(); depth > 0; depth--) {
                folder = Objects.requireNonNull(folder.getParent());
            }
            return folder;
        } catch (URISyntaxException e) {
            throw new IOException("a location on the class path is not a valid URI: " + url, e);
        }
    }

    private @Nullable URL resource(String file) {
        return loader.getResource(name(file));
    }

    private String name(String file) {
        if (file.isEmpty()) {
            return folder;
        }
        return folder.isEmpty() ? file : folder + "/" + file;
    }
}
