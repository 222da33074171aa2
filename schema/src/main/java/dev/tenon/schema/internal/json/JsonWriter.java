package dev.tenon.schema.internal.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.tenon.schema.internal.json.JsonValue.JsonArray;
import dev.tenon.schema.internal.json.JsonValue.JsonFlag;
import dev.tenon.schema.internal.json.JsonValue.JsonNumber;
import dev.tenon.schema.internal.json.JsonValue.JsonObject;
import dev.tenon.schema.internal.json.JsonValue.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes values in one canonical form: one member per line, an indent of two spaces, arrays of scalars on one line, a
 * line feed at the end. Equal values yield equal bytes, and changes conflict in a merge only if they affect the same
 * attribute.
 */
public final class JsonWriter {

    private final StringBuilder out = new StringBuilder();
    private final List<String> lines = new ArrayList<>();

    private JsonWriter() {}

    /** The canonical text of a value. */
    public static String write(JsonValue value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value, 0);
        return writer.out.append('\n').toString();
    }

    private void value(JsonValue value, int depth) {
        if (value instanceof JsonObject object) {
            object(object, depth);
        } else if (value instanceof JsonArray array) {
            array(array, depth);
        } else if (value instanceof JsonText text) {
            quoted(text.value());
        } else if (value instanceof JsonNumber number) {
            out.append(number.value());
        } else if (value instanceof JsonFlag flag) {
            out.append(flag.value());
        }
    }

    private void object(JsonObject object, int depth) {
        if (object.members().isEmpty()) {
            out.append("{}");
            return;
        }
        String line = line(depth + 1);
        String separator = "{";
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            out.append(separator).append(line);
            quoted(member.getKey());
            out.append(": ");
            value(member.getValue(), depth + 1);
            separator = ",";
        }
        out.append(line(depth)).append('}');
    }

    private void array(JsonArray array, int depth) {
        boolean oneLine = isFlat(array);
        out.append('[');
        String separator = "";
        for (JsonValue item : array.items()) {
            out.append(separator);
            if (!oneLine) {
                out.append(line(depth + 1));
            }
            value(item, depth + 1);
            separator = oneLine ? ", " : ",";
        }
        if (!oneLine) {
            out.append(line(depth));
        }
        out.append(']');
    }

    /** A line feed and the indent, two spaces for each level. */
    private String line(int depth) {
        while (lines.size() <= depth) {
            lines.add("\n" + "  ".repeat(lines.size()));
        }
        return lines.get(depth);
    }

    private static boolean isFlat(JsonArray array) {
        for (JsonValue item : array.items()) {
            if (item instanceof JsonObject || item instanceof JsonArray) {
                return false;
            }
        }
        return true;
    }

    private void quoted(String text) {
        out.append('"');
        if (isPlain(text)) {
            out.append(text);
        } else {
            JsonStringEncoder.getInstance().quoteAsString(text, out);
        }
        out.append('"');
    }

    /** Whether no character of the text needs an escape, as in nearly all texts of schemas. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
