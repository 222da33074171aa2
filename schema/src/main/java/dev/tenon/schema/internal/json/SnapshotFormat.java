package dev.tenon.schema.internal.json;

/** The version of the JSON format of snapshots. A file with another version is rejected. */
public final class SnapshotFormat {

    public static final long CURRENT = 1;

    public static final Codec<Long> CODEC = Codec.of(JsonValue::number, json -> {
        long format = Codec.NUMBER.read(json);
        if (format != CURRENT) {
            throw new JsonException(
                    json.at(), "format " + format + " is not supported; this version of Tenon reads format " + CURRENT);
        }
        return format;
    });

    private SnapshotFormat() {}
}
