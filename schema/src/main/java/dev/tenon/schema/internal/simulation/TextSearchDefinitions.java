package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import dev.tenon.schema.internal.sql.parse.TextSearchConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes the mappings of text search configurations, from token types to dictionaries. */
public final class TextSearchDefinitions {

    private TextSearchDefinitions() {}

    /** The mappings of the object; none if it is no text search configuration. */
    public static List<ObjectDefinition> mappings(SqlObject object) {
        List<ObjectDefinition> all = new ArrayList<>();
        configuration(object).ifPresent(made -> made.mappings()
                .forEach((type, dictionaries) -> all.add(mapping(made.name(), type, dictionaries))));
        return all;
    }

    /** What a statement does to the mappings of a configuration that it alters; nothing if it alters something else. */
    public static List<CatalogEffect> effects(SqlObject before, SqlObject after, String statement) {
        List<CatalogEffect> effects = new ArrayList<>();
        Optional<TextSearchConfiguration> old = configuration(before);
        configuration(after).filter(now -> old.isPresent()).ifPresent(now -> {
            Map<String, List<String>> mapped = TextSearchConfiguration.mapped(now.name(), statement);
            mapped.forEach((type, dictionaries) -> {
                ObjectDefinition mapping = mapping(now.name(), type, dictionaries);
                boolean had = old.get().mappings().containsKey(type);
                if (!now.mappings().containsKey(type)) {
                    effects.add(new CatalogEffect.Drop(ObjectType.OTHER, mapping.name()));
                } else if (had) {
                    effects.add(new CatalogEffect.Alter(
                            mapping.name(),
                            ObjectAttribute.DEFINITION,
                            dictionaries,
                            mapping.dependencies().get(ObjectAttribute.DEFINITION)));
                } else {
                    effects.add(new CatalogEffect.Create(mapping));
                }
            });
        });
        return effects;
    }

    private static Optional<TextSearchConfiguration> configuration(SqlObject object) {
        return TextSearchConfiguration.of(SqlScript.of(object.create()).statements());
    }

    private static ObjectDefinition mapping(QualifiedName configuration, String type, List<String> dictionaries) {
        CatalogName owner = CatalogName.object(configuration, TextSearchConfiguration.KIND);
        return ObjectDefinition.of(ObjectType.OTHER, CatalogName.object(configuration, "mapping of " + type))
                .with(
                        ObjectAttribute.DEFINITION,
                        dictionaries,
                        List.of(Dependency.required(owner, DependencyType.MEMBER)));
    }
}
