package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotationCatalog.Treatment;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every annotation of {@code org.hibernate.annotations} in Hibernate ORM 6.6 and 7, with its treatment by Tenon. */
public final class HibernateAnnotationCatalog {

    /** The containers of repeatable annotations that are read, with the names of the contained annotations. */
    static final Map<String, String> CONTAINERS = Map.of(
            "AnyDiscriminatorValues", "AnyDiscriminatorValue",
            "Checks", "Check",
            "Comments", "Comment",
            "GenericGenerators", "GenericGenerator");

    /** The annotations that a reader reads. */
    private static final Set<String> READ = Set.of(
            "Any",
            "AnyDiscriminator",
            "AnyDiscriminatorValue",
            "AnyDiscriminatorValues",
            "AnyKeyJavaClass",
            "Array",
            "Check",
            "Checks",
            "Collate",
            "ColumnDefault",
            "Comment",
            "Comments",
            "CreationTimestamp",
            "CurrentTimestamp",
            "Formula",
            "FractionalSeconds",
            "GeneratedColumn",
            "GenericGenerator",
            "GenericGenerators",
            "JdbcTypeCode",
            "ListIndexBase",
            "MapKeyJdbcTypeCode",
            "Nationalized",
            "NaturalId",
            "NotFound",
            "OnDelete",
            "Parameter",
            "Parent",
            "SoftDelete",
            "Subselect",
            "TenantId",
            "TimeZoneColumn",
            "TimeZoneStorage",
            "UpdateTimestamp");

    /** The annotations that are read, and may also stand where they say nothing about the schema. */
    private static final Set<String> ANYWHERE = Set.of(
            "AnyDiscriminatorValue",
            "AnyDiscriminatorValues",
            "Array",
            "GenericGenerator",
            "GenericGenerators",
            "Nationalized",
            "OnDelete",
            "Parameter",
            "TimeZoneColumn");

    /** The annotations that say a type which only running code knows. */
    public static final Set<String> TYPES = Set.of("JavaType", "JdbcType", "Struct", "Type");

    private static final String SAY_TYPE =
            "declare the type in addition, with columnDefinition in Jakarta's @Column, or"
                    + " with Tenon's @Jsonb or @Column(type = \"…\")";

    private static final String GENERATED = "write Tenon's @Computed(\"…\") on the attribute";

    private static final String FORMULA = "join by columns, or mark the relation @Transient and write the query";

    private static final String KEY_TYPE = "declare the type of the key with columnDefinition in @MapKeyColumn";

    private static final String REGISTERED =
            "declare the types of the columns that it concerns, with columnDefinition in"
                    + " Jakarta's @Column or Tenon's @Column(type = \"…\"), and name this annotation in -Atenon.jpa.ignore";

    private static final String HISTORY =
            "map the table of former rows as an entity, and name this annotation in" + " -Atenon.jpa.ignore";

    private static final String DIALECT =
            "write the SQL for PostgreSQL in the annotation that it overrides, and remove it";

    /** The annotations that Tenon does not support, each with what to write instead. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("AnyKeyJavaType", "name the class of the key with @AnyKeyJavaClass"),
            Map.entry("AnyKeyJdbcType", "name the class of the key with @AnyKeyJavaClass"),
            Map.entry("AnyKeyJdbcTypeCode", "name the class of the key with @AnyKeyJavaClass"),
            Map.entry("AttributeBinderType", REGISTERED),
            Map.entry("Audited", HISTORY),
            Map.entry("Audited.CollectionTable", HISTORY),
            Map.entry("Audited.SecondaryTable", HISTORY),
            Map.entry("Audited.SecondaryTables", HISTORY),
            Map.entry("Audited.Table", HISTORY),
            Map.entry("Changelog", HISTORY),
            Map.entry("CollectionId", "map the rows of the collection as an entity with its own @Id"),
            Map.entry("CollectionType", "use a collection of java.util, or declare its column with Tenon's @Jsonb"),
            Map.entry("CollectionTypeRegistration", REGISTERED),
            Map.entry("CollectionTypeRegistrations", REGISTERED),
            Map.entry("Columns", "map the columns as an embeddable"),
            Map.entry("CompositeType", "map the columns as an embeddable"),
            Map.entry("CompositeTypeRegistration", REGISTERED),
            Map.entry("CompositeTypeRegistrations", REGISTERED),
            Map.entry("ConverterRegistration", "write @Converter(autoApply = true) on the converter"),
            Map.entry("ConverterRegistrations", "write @Converter(autoApply = true) on the converters"),
            Map.entry("DialectOverride.Check", DIALECT),
            Map.entry("DialectOverride.Checks", DIALECT),
            Map.entry("DialectOverride.ColumnDefault", DIALECT),
            Map.entry("DialectOverride.ColumnDefaults", DIALECT),
            Map.entry("DialectOverride.DiscriminatorFormula", DIALECT),
            Map.entry("DialectOverride.DiscriminatorFormulas", DIALECT),
            Map.entry("DialectOverride.GeneratedColumn", GENERATED),
            Map.entry("DialectOverride.GeneratedColumns", GENERATED),
            Map.entry("DialectOverride.JoinFormula", FORMULA),
            Map.entry("DialectOverride.JoinFormulas", FORMULA),
            Map.entry("DiscriminatorFormula", "map the discriminator as a column, with @DiscriminatorColumn"),
            Map.entry("EmbeddedColumnNaming", "name the columns with @AttributeOverride"),
            Map.entry("EmbeddedTable", "name the table in @Column of each attribute, with @AttributeOverride"),
            Map.entry("ForeignKey", "name the foreign key in @JoinColumn(foreignKey = …)"),
            Map.entry("Index", "declare the index in @Table(indexes = …)"),
            Map.entry("IndexColumn", "use @OrderColumn"),
            Map.entry("JavaTypeRegistration", REGISTERED),
            Map.entry("JavaTypeRegistrations", REGISTERED),
            Map.entry("JdbcTypeRegistration", REGISTERED),
            Map.entry("JdbcTypeRegistrations", REGISTERED),
            Map.entry("JoinColumnOrFormula", FORMULA),
            Map.entry("JoinColumnsOrFormulas", FORMULA),
            Map.entry("JoinFormula", FORMULA),
            Map.entry("ListIndexJavaType", "declare the type with columnDefinition in @OrderColumn"),
            Map.entry("ListIndexJdbcType", "declare the type with columnDefinition in @OrderColumn"),
            Map.entry("ListIndexJdbcTypeCode", "declare the type with columnDefinition in @OrderColumn"),
            Map.entry("ManyToAny", "map the rows of the join table as an entity with an @Any relation"),
            Map.entry("MapKeyCompositeType", KEY_TYPE),
            Map.entry("MapKeyJavaType", KEY_TYPE),
            Map.entry("MapKeyJdbcType", KEY_TYPE),
            Map.entry("MapKeyType", KEY_TYPE),
            Map.entry("NativeGenerator", "choose the generator with @GeneratedValue(strategy = …)"),
            Map.entry(
                    "PartitionKey",
                    "make the attribute part of the key, with @Id and @IdClass, or name this annotation in"
                            + " -Atenon.jpa.ignore"),
            Map.entry("PropertyRef", "name the column with @JoinColumn(referencedColumnName = …)"),
            Map.entry(
                    "SecondaryRow",
                    "declare the table with @SecondaryTable, and name this annotation in" + " -Atenon.jpa.ignore"),
            Map.entry(
                    "SecondaryRows",
                    "declare the tables with @SecondaryTable, and name this annotation in" + " -Atenon.jpa.ignore"),
            Map.entry("Table", "declare it in Jakarta's @Table"),
            Map.entry("Tables", "declare it in Jakarta's @Table"),
            Map.entry("Target", "give the attribute the type of the embeddable"),
            Map.entry("TargetEmbeddable", "give the attribute the type of the embeddable"),
            Map.entry("Temporal", HISTORY),
            Map.entry("Temporal.HistoryPartitioning", HISTORY),
            Map.entry("Temporal.HistoryTable", HISTORY),
            Map.entry("TypeRegistration", REGISTERED),
            Map.entry("TypeRegistrations", REGISTERED),
            Map.entry(
                    "View",
                    "declare the view with Tenon's @View, and map it with @Subselect or without this annotation"));

    private HibernateAnnotationCatalog() {}

    /**
     * The treatment of the annotation with that name, that of a nested one with a dot; unknown annotations are refused,
     * because they may affect the schema.
     */
    static Treatment of(String name) {
        if (READ.contains(name)) {
            return Treatment.READ;
        }
        return REFUSED.containsKey(name) || TYPES.contains(name)
                ? Treatment.REFUSED
                : HibernateAnnotationsWithoutEffect.NAMES.contains(name) ? Treatment.NO_EFFECT : Treatment.REFUSED;
    }

    /** Whether the annotation is read at every place where it has a meaning, so that elsewhere it is misplaced. */
    static boolean isPlaced(String name) {
        return READ.contains(name) && !ANYWHERE.contains(name) && !TYPES.contains(name);
    }

    /** What to write instead of an annotation that is not supported. */
    static String remedy(String name) {
        return Optional.ofNullable(REFUSED.get(name))
                .orElse(
                        TYPES.contains(name)
                                ? SAY_TYPE
                                : "map the entity without it, or name it in -Atenon.jpa.ignore");
    }
}
