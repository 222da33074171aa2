package dev.tenon.schema.internal.migrations;

import dev.tenon.schema.internal.migrations.transaction.FileOperations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Steps on the disk of which one does not happen: it is numbered from 1, and every way of breaking it is a subclass. */
abstract class BreakingOps extends FileOperations {

    private final int breaking;
    private int count;

    BreakingOps(int breaking) {
        this.breaking = breaking;
    }

    /** What happens instead of the step. */
    abstract void instead() throws IOException;

    /** Whether the steps after the breaking one happen. */
    boolean goesOn() {
        return true;
    }

    /** How many steps were asked for. */
    int count() {
        return count;
    }

    private boolean breaks() {
        count++;
        return count == breaking || (count > breaking && !goesOn());
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        if (breaks()) {
            instead();
        }
        super.createFolder(folder);
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        if (breaks()) {
            super.write(file, Arrays.copyOf(content, content.length / 2));
            instead();
        }
        super.write(file, content);
    }

    @Override
    public void copy(Path from, Path to) throws IOException {
        if (breaks()) {
            super.write(to, new byte[] {'{'});
            instead();
        }
        super.copy(from, to);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        if (breaks()) {
            instead();
        }
        super.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        if (breaks()) {
            instead();
        }
        super.delete(file);
    }
}
