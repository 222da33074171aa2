package dev.tenon.processor.internal.write;

import dev.tenon.schema.CompiledSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The class that makes a compiled module visible to the compilations of other modules. A processor can list the classes
 * of a package over the whole class path, but no resources, of which it sees only the first one of a name. So each
 * module has a class in one package; its name tells the name of the module's compiled snapshot beside it.
 */
final class ModuleMarker {

    /** The package of all markers. */
    static final String PACKAGE = "dev.tenon.modules";

    /** The file with the compiled snapshot of a named module. */
    static final String OF_NAMED_MODULE = "schema.json";

    private static final int DIGITS = 16;
    private static final int MAGIC = 0xCAFEBABE;
    private static final int VERSION = 61;
    private static final int ABSTRACT_INTERFACE = 0x0600;
    private static final int UTF8 = 1;
    private static final int CLASS = 7;

    private ModuleMarker() {}

    /** The simple name of a module's marker, which its classes determine. */
    static String name(CompiledSnapshot compiled) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", compiled.ownClasses()).getBytes(StandardCharsets.UTF_8));
            return "Module_" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The file beside the marker that holds the compiled snapshot; javac sees no file in META-INF of an archive. */
    static String resource(String name) {
        return name + ".json";
    }

    /**
     * The package of the compiled snapshot of a named module. No two named modules may have a package in common, and
     * their snapshots are found by the names of the modules.
     */
    static String packageOf(String namedModule) {
        return PACKAGE + "." + namedModule.replace('.', '_');
    }

    /** The class file of an interface without members. */
    static byte[] classFile(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream file = new DataOutputStream(bytes)) {
            file.writeInt(MAGIC);
            file.writeInt(VERSION);
            file.writeShort(5);
            writeClass(file, PACKAGE.replace('.', '/') + "/" + name, 2);
            writeClass(file, "java/lang/Object", 4);
            file.writeShort(ABSTRACT_INTERFACE);
            file.writeShort(1);
            file.writeShort(3);
            // No interfaces, fields, methods or attributes.
            file.writeLong(0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A class in the constant pool, followed by its name at that index. */
    private static void writeClass(DataOutputStream file, String name, int index) throws IOException {
        file.writeByte(CLASS);
        file.writeShort(index);
        file.writeByte(UTF8);
        file.writeUTF(name);
    }
}
