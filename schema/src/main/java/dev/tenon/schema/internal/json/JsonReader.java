package dev.tenon.schema.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Parses JSON text into values with their positions. */
public final class JsonReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** The number of members up to which a linear search is as fast as a hash table. */
    private static final int FEW = 8;

    private JsonReader() {}

    /**
     * Parses a text that contains one value.
     *
     * @throws JsonException if it does not
     */
    public static JsonValue read(String text) {
        return parse(text, parser -> {
            JsonValue value = value(parser, parser.nextToken());
            requireEnd(parser);
            return value;
        });
    }

    /**
     * Parses a text that contains an object. One of its members is too large to be in memory as a whole.
     *
     * @param large the name of that member, an object
     * @param each receives the members of that object one by one, with their names
     * @return the object without the large member
     * @throws JsonException if the text is not one JSON value
     */
    static JsonValue read(String text, String large, BiConsumer<String, JsonValue> each) {
        return parse(text, parser -> {
            JsonToken token = parser.nextToken();
            JsonValue value = token == JsonToken.START_OBJECT ? object(parser, large, each) : value(parser, token);
            requireEnd(parser);
            return value;
        });
    }

    private static JsonValue object(JsonParser parser, String large, BiConsumer<String, JsonValue> each)
            throws IOException {
        JsonPosition at = position(parser);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals(large) && token == JsonToken.START_OBJECT) {
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String member = parser.currentName();
                    each.accept(member, value(parser, parser.nextToken()));
                }
            } else {
                members.put(name, value(parser, token));
            }
        }
        return new JsonValue.JsonObject(members, at);
    }

    private static void requireEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new JsonException(position(parser), "unexpected text after the end of the JSON value");
        }
    }

    /**
     * Parses the first members of an object, up to the first with another name.
     *
     * @param names the names of these members
     * @throws JsonException if the text is invalid up to there
     */
    static JsonValue beginning(String text, Set<String> names) {
        return parse(text, parser -> {
            JsonToken token = parser.nextToken();
            if (token != JsonToken.START_OBJECT) {
                return value(parser, token);
            }
            JsonPosition at = position(parser);
            Map<String, JsonValue> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME && names.contains(parser.currentName())) {
                members.put(parser.currentName(), value(parser, parser.nextToken()));
            }
            return new JsonValue.JsonObject(members, at);
        });
    }

    /** Reads a value from a parser. */
    private interface Parse {
        JsonValue from(JsonParser parser) throws IOException;
    }

    private static JsonValue parse(String text, Parse parse) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return parse.from(parser);
        } catch (JsonProcessingException broken) {
            throw new JsonException(position(broken.getLocation()), firstLine(broken.getOriginalMessage()));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading a string does no I/O", impossible);
        }
    }

    private static JsonValue value(JsonParser parser, @Nullable JsonToken token) throws IOException {
        JsonPosition at = position(parser);
        if (token == null) {
            throw new JsonException(at, "the text is empty or ends too early");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, at);
            case START_ARRAY -> array(parser, at);
            case VALUE_STRING -> new JsonValue.JsonText(parser.getText(), at);
            case VALUE_NUMBER_INT -> new JsonValue.JsonNumber(parser.getLongValue(), at);
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.JsonFlag(parser.getBooleanValue(), at);
            default -> throw new JsonException(at, "unexpected '" + parser.getText() + "'");
        };
    }

    private static JsonValue object(JsonParser parser, JsonPosition at) throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            members.put(name, value(parser, parser.nextToken()));
        }
        return new JsonValue.JsonObject(members.size() > FEW ? members : new ArrayMap(members), at);
    }

    private static JsonValue array(JsonParser parser, JsonPosition at) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return new JsonValue.JsonArray(items, at);
    }

    private static JsonPosition position(JsonParser parser) {
        return position(parser.currentTokenLocation());
    }

    private static JsonPosition position(@Nullable JsonLocation location) {
        return location == null ? JsonPosition.NOWHERE : new JsonPosition(location.getLineNr(), location.getColumnNr());
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
