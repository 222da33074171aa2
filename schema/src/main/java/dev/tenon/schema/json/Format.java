package dev.tenon.schema.json;

/** The version of the JSON of snapshots; a file of another version is refused rather than misread. */
final class Format {

    static final long CURRENT = 1;

    static final Codec<Long> CODEC = Codec.of(JsonValue::number, json -> {
        long format = Codec.NUMBER.read(json);
        if (format != CURRENT) {
            throw new JsonException(
                    json.at(), "format " + format + " is not the format " + CURRENT + " that this Tenon reads");
        }
        return format;
    });

    private Format() {}
}
