package dev.tenon.cli.baseline;

import dev.tenon.schema.internal.json.JsonException;
import dev.tenon.schema.internal.json.JsonReader;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.json.JsonValue.JsonArray;
import dev.tenon.schema.internal.json.JsonValue.JsonNumber;
import dev.tenon.schema.internal.json.JsonValue.JsonObject;
import dev.tenon.schema.internal.json.JsonValue.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads the change sets of a Liquibase changelog in XML, JSON or formatted SQL, with the files that it includes. Change
 * sets for some contexts, labels or databases only may be missing. Instead of a YAML file it reads the JSON file of the
 * same name.
 */
final class LiquibaseChangelog {

    private static final Pattern CHANGE_SET = Pattern.compile(
            "--\\s*changeset\\s+(?<author>[^:\\s]+|\"[^\"]+\"):(?<id>\"[^\"]+\"|\\S+)(?<rest>.*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIMIT =
            Pattern.compile("\\b(context|contextFilter|labels|dbms):", Pattern.CASE_INSENSITIVE);
    private static final List<String> LIMITS = List.of("context", "contextFilter", "labels", "dbms");

    private final Map<String, String> known = new TreeMap<>();

    private LiquibaseChangelog() {}

    /** Returns the file of each change set, by author and id. */
    static Map<String, String> read(Path file) throws IOException {
        LiquibaseChangelog changelog = new LiquibaseChangelog();
        changelog.add(file.toAbsolutePath());
        return changelog.known;
    }

    private void add(Path file) throws IOException {
        String name = file.toString();
        if (name.endsWith(".sql")) {
            addSql(file);
        } else if (name.endsWith(".xml")) {
            addXml(file);
        } else if (name.endsWith(".json")) {
            addJson(file);
        } else {
            Path json = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.ya?ml$", ".json"));
            if (json.equals(file) || !Files.exists(json)) {
                throw PreviousToolMigrations.unreadable(
                        PreviousTool.LIQUIBASE,
                        file,
                        "change sets are read from XML, JSON and formatted SQL only; convert a YAML file to a JSON"
                                + " file in the same folder, for example with 'yq -o=json'");
            }
            addJson(json);
        }
    }

    private void addSql(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            Matcher set = CHANGE_SET.matcher(line.strip());
            if (set.matches() && !LIMIT.matcher(set.group("rest")).find()) {
                put(set.group("author").replace("\"", ""), set.group("id").replace("\"", ""), file);
            }
        }
    }

    private void addXml(Path file) throws IOException {
        NodeList children = parse(file).getDocumentElement().getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element) {
                add(element, file);
            }
        }
    }

    private void add(Element element, Path file) throws IOException {
        if (LIMITS.stream().noneMatch(element::hasAttribute)) {
            add(element.getLocalName(), element::getAttribute, file);
        }
    }

    private void addJson(Path file) throws IOException {
        try {
            JsonValue whole = JsonReader.read(Files.readString(file));
            for (JsonValue item : items(member(whole, "databaseChangeLog"))) {
                if (item instanceof JsonObject object) {
                    for (Map.Entry<String, JsonValue> entry : object.members().entrySet()) {
                        addJson(entry.getKey(), entry.getValue(), file);
                    }
                }
            }
        } catch (JsonException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        }
    }

    private void addJson(String kind, JsonValue value, Path file) throws IOException {
        if (value instanceof JsonObject object && LIMITS.stream().noneMatch(object.members()::containsKey)) {
            add(kind, name -> text(member(object, name)), file);
        }
    }

    private static @Nullable JsonValue member(JsonValue value, String name) {
        return value instanceof JsonObject object ? object.members().get(name) : null;
    }

    private static List<JsonValue> items(@Nullable JsonValue value) {
        return value instanceof JsonArray array ? array.items() : List.of();
    }

    /** Names are strings, or numbers without quotes. */
    private static String text(@Nullable JsonValue value) {
        return value instanceof JsonText text
                ? text.value()
                : value instanceof JsonNumber number ? Long.toString(number.value()) : "";
    }

    private void add(String kind, UnaryOperator<String> attributes, Path file) throws IOException {
        switch (kind) {
            case "changeSet" -> put(attributes.apply("author"), attributes.apply("id"), file);
            case "include" -> add(find(attributes.apply("file"), file));
            case "includeAll" -> {
                try (Stream<Path> files = Files.walk(find(attributes.apply("path"), file))) {
                    for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                        add(each);
                    }
                }
            }
            default -> {
                // Other elements, such as properties.
            }
        }
    }

    private void put(String author, String id, Path file) {
        known.put(author + ":" + id, file.getFileName() + "::" + id + "::" + author);
    }

    /** Searches where Liquibase does: next to the including file, then below each folder above it. */
    private Path find(String name, Path from) throws IOException {
        String plain = name.replaceFirst("^classpath:/?", "");
        for (Path folder = from.getParent(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve(plain).normalize();
            if (Files.exists(found)) {
                return found;
            }
        }
        throw new IOException(name + ", which " + from.getFileName() + " includes, does not exist");
    }

    private static Document parse(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(stream);
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        }
    }
}
