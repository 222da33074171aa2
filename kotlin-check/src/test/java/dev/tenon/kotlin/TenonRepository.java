package dev.tenon.kotlin;

import dev.tenon.annotation.Table;
import dev.tenon.processor.TenonProcessor;
import dev.tenon.schema.Schema;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A Maven repository with the artifacts of this build that users' builds need. They have a version of their own, and are
 * removed from the local repository, so that no other build finds them.
 */
final class TenonRepository {

    /** The version of the artifacts. */
    static final String VERSION = "kotlin-check";

    private static final Map<String, Class<?>> ARTIFACTS = Map.of(
            "tenon-annotations", Table.class,
            "tenon-schema", Schema.class,
            "tenon-processor", TenonProcessor.class);

    private final Path folder;
    private final Path local;

    /**
     * A repository in a folder.
     *
     * @param local the local repository of Maven
     */
    TenonRepository(Path folder, Path local) {
        this.folder = folder;
        this.local = local;
    }

    /** Writes the artifacts, and a settings file that names the repository. */
    Path write() throws IOException {
        removeFromLocal();
        for (Map.Entry<String, Class<?>> artifact : ARTIFACTS.entrySet()) {
            String name = artifact.getKey();
            Path place = Files.createDirectories(
                    folder.resolve("dev/tenon").resolve(name).resolve(VERSION));
            Files.writeString(place.resolve(name + "-" + VERSION + ".pom"), pom(name));
            jar(home(artifact.getValue()), place.resolve(name + "-" + VERSION + ".jar"));
        }
        String repository = "<id>tenon</id><url>" + folder.toUri() + "</url>";
        return Files.writeString(
                folder.resolve("settings.xml"),
                "<settings><profiles><profile><id>tenon</id><repositories><repository>" + repository
                        + "</repository></repositories><pluginRepositories><pluginRepository>" + repository
                        + "</pluginRepository></pluginRepositories></profile></profiles><activeProfiles>"
                        + "<activeProfile>tenon</activeProfile></activeProfiles></settings>");
    }

    /** Removes what Maven has copied into its local repository. */
    void removeFromLocal() throws IOException {
        for (String name : ARTIFACTS.keySet()) {
            Path copy = local.resolve("dev/tenon").resolve(name).resolve(VERSION);
            if (Files.exists(copy)) {
                try (Stream<Path> files = Files.walk(copy)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    private static String pom(String name) {
        List<String> dependencies = switch (name) {
            case "tenon-schema" ->
                List.of(dependency("com.fasterxml.jackson.core", "jackson-core", System.getProperty("tenon.jackson")));
            case "tenon-processor" ->
                List.of(
                        dependency("dev.tenon", "tenon-annotations", VERSION),
                        dependency("dev.tenon", "tenon-schema", VERSION),
                        dependency("com.palantir.javapoet", "javapoet", System.getProperty("tenon.javapoet")));
            default -> List.of();
        };
        return "<project><modelVersion>4.0.0</modelVersion>" + coordinates("dev.tenon", name, VERSION)
                + "<dependencies>" + String.join("", dependencies) + "</dependencies></project>";
    }

    private static String dependency(String group, String name, String version) {
        return "<dependency>" + coordinates(group, name, version) + "</dependency>";
    }

    private static String coordinates(String group, String name, String version) {
        return "<groupId>" + group + "</groupId><artifactId>" + name + "</artifactId><version>" + version
                + "</version>";
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Before the phase package, a module of the reactor is a folder of classes. */
    private static void jar(Path classes, Path jar) throws IOException {
        if (!Files.isDirectory(classes)) {
            Files.copy(classes, jar);
            return;
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                zip.write(Files.readAllBytes(file));
            }
        }
    }
}
