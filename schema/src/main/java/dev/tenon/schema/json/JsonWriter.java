package dev.tenon.schema.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.tenon.schema.json.JsonValue.JsonArray;
import dev.tenon.schema.json.JsonValue.JsonFlag;
import dev.tenon.schema.json.JsonValue.JsonNumber;
import dev.tenon.schema.json.JsonValue.JsonObject;
import dev.tenon.schema.json.JsonValue.JsonText;
import java.util.Map;

/**
 * Writes values in the one canonical form: one member a line, two spaces deep, arrays of plain values on one line, a line
 * feed at the end. The same value is always the same bytes, and two people's changes meet in a merge only where they
 * touch the same attribute.
 */
public final class JsonWriter {

    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    /** The canonical text of a value. */
    public static String write(JsonValue value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value, "");
        return writer.out.append('\n').toString();
    }

    private void value(JsonValue value, String indent) {
        if (value instanceof JsonObject object) {
            object(object, indent);
        } else if (value instanceof JsonArray array) {
            array(array, indent);
        } else if (value instanceof JsonText text) {
            quoted(text.value());
        } else if (value instanceof JsonNumber number) {
            out.append(number.value());
        } else if (value instanceof JsonFlag flag) {
            out.append(flag.value());
        }
    }

    private void object(JsonObject object, String indent) {
        String inner = indent + "  ";
        String separator = "{\n";
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            out.append(separator).append(inner);
            quoted(member.getKey());
            out.append(": ");
            value(member.getValue(), inner);
            separator = ",\n";
        }
        out.append(object.members().isEmpty() ? "{}" : "\n" + indent + "}");
    }

    private void array(JsonArray array, String indent) {
        boolean oneLine =
                array.items().stream().noneMatch(item -> item instanceof JsonObject || item instanceof JsonArray);
        String inner = oneLine ? "" : "\n" + indent + "  ";
        String between = oneLine ? ", " : ",";
        out.append('[');
        String separator = "";
        for (JsonValue item : array.items()) {
            out.append(separator).append(inner);
            value(item, indent + "  ");
            separator = between;
        }
        out.append(oneLine ? "]" : "\n" + indent + "]");
    }

    private void quoted(String text) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }
}
