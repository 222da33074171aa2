package dev.tenon.schema.internal.migrations;

import dev.tenon.schema.internal.migrations.transaction.FileOperations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** File operations of which one, numbered from 1, is interrupted; each subclass interrupts it in another way. */
abstract class BreakingOps extends FileOperations {

    private final int breaking;
    private int count;

    BreakingOps(int breaking) {
        this.breaking = breaking;
    }

    /** Interrupts the operation. */
    abstract void instead() throws IOException;

    /** Whether the operations after the interrupted one succeed. */
    boolean goesOn() {
        return true;
    }

    /** The number of attempted operations. */
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
