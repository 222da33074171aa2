package dev.tenon.processor.internal.read.jpa.attribute;

import java.util.Map;
import java.util.Set;

/** Every annotation of Jakarta Persistence 3.2, with its treatment by Tenon. */
final class JpaAnnotationCatalog {

    /** The treatment of an annotation. */
    enum Treatment {
        /** A reader reads it; if none does, the annotation is misplaced. */
        READ,
        /** It does not affect the schema. */
        NO_EFFECT,
        /** It affects the schema in a way that Tenon does not support. */
        REFUSED
    }

    /** The containers of repeatable annotations, with the names of the contained annotations. */
    static final Map<String, String> CONTAINERS = Map.ofEntries(
            Map.entry("AssociationOverrides", "AssociationOverride"),
            Map.entry("AttributeOverrides", "AttributeOverride"),
            Map.entry("Converts", "Convert"),
            Map.entry("JoinColumns", "JoinColumn"),
            Map.entry("MapKeyJoinColumns", "MapKeyJoinColumn"),
            Map.entry("PrimaryKeyJoinColumns", "PrimaryKeyJoinColumn"),
            Map.entry("SecondaryTables", "SecondaryTable"),
            Map.entry("SequenceGenerators", "SequenceGenerator"),
            Map.entry("TableGenerators", "TableGenerator"));

    private static final Set<String> READ = Set.of(
            "Access",
            "AssociationOverride",
            "AssociationOverrides",
            "AttributeOverride",
            "AttributeOverrides",
            "Basic",
            "CheckConstraint",
            "CollectionTable",
            "Column",
            "Convert",
            "Converter",
            "Converts",
            "DiscriminatorColumn",
            "DiscriminatorValue",
            "ElementCollection",
            "Embeddable",
            "Embedded",
            "EmbeddedId",
            "Entity",
            "Enumerated",
            "EnumeratedValue",
            "ForeignKey",
            "GeneratedValue",
            "Id",
            "IdClass",
            "Index",
            "Inheritance",
            "JoinColumn",
            "JoinColumns",
            "JoinTable",
            "Lob",
            "ManyToMany",
            "ManyToOne",
            "MapKey",
            "MapKeyClass",
            "MapKeyColumn",
            "MapKeyEnumerated",
            "MapKeyJoinColumn",
            "MapKeyJoinColumns",
            "MapKeyTemporal",
            "MappedSuperclass",
            "MapsId",
            "OneToMany",
            "OneToOne",
            "OrderColumn",
            "PrimaryKeyJoinColumn",
            "PrimaryKeyJoinColumns",
            "SecondaryTable",
            "SecondaryTables",
            "SequenceGenerator",
            "SequenceGenerators",
            "Table",
            "TableGenerator",
            "TableGenerators",
            "Temporal",
            "Transient",
            "UniqueConstraint",
            "Version");

    private static final Set<String> NO_EFFECT = Set.of(
            "Cacheable",
            "ColumnResult",
            "ConstructorResult",
            "EntityListeners",
            "EntityResult",
            "ExcludeDefaultListeners",
            "ExcludeSuperclassListeners",
            "FieldResult",
            "NamedAttributeNode",
            "NamedEntityGraph",
            "NamedEntityGraphs",
            "NamedNativeQueries",
            "NamedNativeQuery",
            "NamedQueries",
            "NamedQuery",
            "NamedStoredProcedureQueries",
            "NamedStoredProcedureQuery",
            "NamedSubgraph",
            "OrderBy",
            "PersistenceContext",
            "PersistenceContexts",
            "PersistenceProperty",
            "PersistenceUnit",
            "PersistenceUnits",
            "PostLoad",
            "PostPersist",
            "PostRemove",
            "PostUpdate",
            "PrePersist",
            "PreRemove",
            "PreUpdate",
            "QueryHint",
            "SqlResultSetMapping",
            "SqlResultSetMappings",
            "StoredProcedureParameter");

    private JpaAnnotationCatalog() {}

    /**
     * The treatment of the annotation with that simple name; unknown annotations are refused, because they may affect
     * the schema.
     */
    static Treatment of(String simpleName) {
        if (READ.contains(simpleName)) {
            return Treatment.READ;
        }
        return NO_EFFECT.contains(simpleName) ? Treatment.NO_EFFECT : Treatment.REFUSED;
    }
}
