package dev.tenon.schema.internal.json;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ModuleShare;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The JSON of the compiled snapshot in the class output. */
final class CompiledCodec {

    private static final ObjectCodec<Map.Entry<ObjectPath, String>> HINT =
            ObjectCodec.<Map.Entry<ObjectPath, String>>building(read -> Map.entry(
                            new ObjectPath(read.get("kind"), read.get("owner"), read.get("member")), read.get("says")))
                    .field(
                            "kind",
                            Codec.constant(ObjectPath.Kind.class),
                            hint -> hint.getKey().kind())
                    .field("owner", SharedCodecs.NAME, hint -> hint.getKey().owner())
                    .field("member", Codec.TEXT, hint -> hint.getKey().member(), "")
                    .field("says", Codec.TEXT, Map.Entry::getValue);

    private static final Codec<Map<ObjectPath, String>> HINTS = hints();

    static final ObjectCodec<CompiledSnapshot> CODEC = ObjectCodec.<CompiledSnapshot>building(read ->
                    new CompiledSnapshot(
                            read.get("schema"),
                            new MigrationHints(read.get("renamedFrom"), read.get("backfills"), read.get("conversions")),
                            entities(read.get("entities")),
                            new TreeSet<>(read.<List<String>>get("classes")),
                            new ModuleShare(
                                    !read.<Boolean>get("part"),
                                    read.get("naming"),
                                    new TreeSet<>(read.<List<String>>get("inherited")),
                                    read.get("unsettled"))))
            .field("schema", SchemaCodec.CODEC, CompiledSnapshot::schema)
            .field("renamedFrom", HINTS, compiled -> compiled.hints().renamedFrom(), Map.of())
            .field("backfills", HINTS, compiled -> compiled.hints().backfills(), Map.of())
            .field("conversions", HINTS, compiled -> compiled.hints().conversions(), Map.of())
            .field(
                    "entities",
                    Codec.map(Codec.TEXT),
                    compiled -> {
                        Map<String, String> byText = new TreeMap<>();
                        compiled.entities().forEach((name, type) -> byText.put(name.toString(), type));
                        return byText;
                    },
                    Map.of())
            .field("classes", Codec.list(Codec.TEXT), compiled -> List.copyOf(compiled.classes()), List.of())
            .field("part", Codec.FLAG, compiled -> !compiled.share().owner(), false)
            .field("naming", Codec.TEXT, compiled -> compiled.share().naming(), ModuleShare.SNAKE_CASE)
            .field(
                    "inherited",
                    Codec.list(Codec.TEXT),
                    compiled -> List.copyOf(compiled.share().inherited()),
                    List.of())
            .field(
                    "unsettled",
                    Codec.list(Codec.TEXT),
                    compiled -> compiled.share().unsettled(),
                    List.of());

    private CompiledCodec() {}

    private static Codec<Map<ObjectPath, String>> hints() {
        Codec<List<Map.Entry<ObjectPath, String>>> list = Codec.list(HINT);
        return Codec.of(hints -> list.write(List.copyOf(hints.entrySet())), json -> {
            Map<ObjectPath, String> hints = new TreeMap<>();
            list.read(json).forEach(hint -> hints.put(hint.getKey(), hint.getValue()));
            return hints;
        });
    }

    private static Map<QualifiedName, String> entities(Map<String, String> byText) {
        Map<QualifiedName, String> entities = new TreeMap<>();
        byText.forEach((name, type) -> entities.put(QualifiedName.parse(name), type));
        return entities;
    }
}
