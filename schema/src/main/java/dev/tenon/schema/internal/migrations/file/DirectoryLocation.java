package dev.tenon.schema.internal.migrations.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The location of a migrations directory. Its files are named relative to it, with slashes. */
public sealed interface DirectoryLocation permits FolderLocation, ClasspathLocation {

    /**
     * Opens a file.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws IOException if it cannot be read
     */
    InputStream open(String file) throws IOException;

    /** Whether the directory exists. */
    boolean exists();

    /**
     * The names of the files of the directory or of one of its folders, sorted; an empty list if there is no such
     * folder.
     *
     * @param folder the folder, or empty for the directory itself
     * @return empty if the files cannot be listed, as on some class paths
     * @throws IOException if the folder cannot be read
     */
    Optional<List<String>> list(String folder) throws IOException;

    /** The file as a user names it. */
    String display(String file);
}
